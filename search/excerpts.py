"""Which passages of a text show best why it was found? Cut from what the reader may read, with the words marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from search.analysis import tokens
from search.analysis.pieces import pieces_of
from search.analysis.stemming import stem
from search.projection import Text
from search.shown import Excerpt, Segment

# In letters; and how many passages at most.
LENGTH, FRAGMENTS = 200, 2
CUT = "…"


class Mark(NamedTuple):
    """A word of the text that was looked for: where it stands, and which one it is."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Window:
    """The marks that stand together in one passage of a text."""

    text: Text
    marks: tuple[Mark, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(mark.word for mark in self.marks)


class Marker:
    """Finds some words, in whatever form, in many texts."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` are folded."""
        self._words = tuple(words)
        self._stems: dict[str, frozenset[str]] = {}

    def marks(self, text: str, language: str) -> list[Mark]:
        stems = self._stems_in(language)
        found = []
        for piece in pieces_of(language).having(stems, text):
            inside = {(token.start, token.end): token.stem for token in tokens(piece, language) if token.stem in stems}
            found += [
                Mark(place + start, place + end, word)
                for place in _places(piece, text)
                for (start, end), word in inside.items()
            ]
        return sorted(found)

    def _stems_in(self, language: str) -> frozenset[str]:
        if language not in self._stems:
            self._stems[language] = frozenset(stem(word, language) for word in self._words)
        return self._stems[language]


def _places(piece: str, text: str) -> Iterator[int]:
    """Where it stands between spaces."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        if not (text[max(start - 1, 0) : start].strip() or text[end : end + 1].strip()):
            yield start
        start = text.find(piece, end)


def marked(text: str, language: str, marker: Marker) -> tuple[Segment, ...]:
    """All of a short text."""
    return tuple(_segments(text, 0, len(text), marker.marks(text, language)))


def excerpts(texts: Iterable[Text], marker: Marker) -> tuple[Excerpt, ...]:
    """The passage with the most different words that were looked for, and another that has what it lacks."""
    windows = [window for text in texts for window in _windows(text, marker)]
    chosen: list[Window] = []
    seen: frozenset[str] = frozenset()
    while len(chosen) < FRAGMENTS and windows:
        best = max(windows, key=lambda window: (len(window.words - seen), len(window.marks)))
        if chosen and not best.words - seen:
            break
        chosen.append(best)
        seen |= best.words
        windows = [window for window in windows if not _overlap(window, best)]
    return tuple(cut(window.text, window.marks) for window in chosen)


def _windows(text: Text, marker: Marker) -> Iterator[Window]:
    """For each mark, what stands within reach after it."""
    marks = marker.marks(text["text"], text["language"])
    end = 0
    for place, mark in enumerate(marks):
        end = max(end, place + 1)
        while end < len(marks) and marks[end].end - mark.start <= LENGTH:
            end += 1
        yield Window(text, tuple(marks[place:end]))


def _overlap(one: Window, other: Window) -> bool:
    if one.text is not other.text:
        return False
    middle, of_other = _middle(one.marks), _middle(other.marks)
    return abs(middle - of_other) < LENGTH


def _middle(marks: Sequence[Mark]) -> int:
    return (marks[0].start + marks[-1].end) // 2


def cut(text: Text, marks: Sequence[Mark] = ()) -> Excerpt:
    """About as much on either side of the marks, between words; without marks, the beginning."""
    whole = text["text"]
    start, end = _span(whole, marks) if marks else (0, LENGTH)
    start, end = _at_words(whole, start, end)
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    segments = _segments(whole, start, end, inside)
    if start:
        segments.insert(0, Segment(CUT, False))
    if end < len(whole):
        segments.append(Segment(CUT, False))
    return Excerpt(tuple(segments), text["language"], text["address"])


def _span(whole: str, marks: Sequence[Mark]) -> tuple[int, int]:
    first, last = marks[0].start, marks[-1].end
    around = max(LENGTH - (last - first), 0)
    start = max(first - around // 2, 0)
    end = min(max(start + LENGTH, last), len(whole))
    return max(min(start, end - LENGTH), 0), end


def _at_words(whole: str, start: int, end: int) -> tuple[int, int]:
    """No word is cut in two, unless one is longer than an excerpt."""
    if start and not whole[start - 1].isspace():
        after = whole.find(" ", start, start + LENGTH // 2)
        start = after + 1 if after >= 0 else start
    if end < len(whole) and not whole[end].isspace():
        before = whole.rfind(" ", max(start, end - LENGTH // 2), end)
        end = before if before >= 0 else end
    return start, end


def _segments(whole: str, start: int, end: int, marks: Iterable[Mark]) -> list[Segment]:
    found: list[Segment] = []
    place = start
    for mark in marks:
        if mark.start > place:
            found.append(Segment(whole[place : mark.start], False))
        found.append(Segment(whole[mark.start : mark.end], True))
        place = mark.end
    if place < end:
        found.append(Segment(whole[place:end], False))
    return found
