"""How is the text of a declaration, as HTML, plain text or pasted from Word, read into its parts?"""

import re
from dataclasses import replace

from pages.clauses.labels import printed
from pages.clauses.lines import Line, is_html, lines
from pages.clauses.markers import Mark, mark, rest_after
from pages.clauses.parts import Part, PartKind, addressed
from pages.clauses.words import is_recital

_LONGEST_HEADING = 160
_LONGEST_TITLE = 300
_LONGEST_LABEL = 10
_ENDS_SENTENCE = (".", ",", ";", "،", "؛", "…", "!", "?", "؟")
_LEVELS = (PartKind.PARAGRAPH, PartKind.SUBPARAGRAPH, PartKind.ITEM)


class Unreadable(ValueError):
    """Nothing that could be a clause was found."""


def parse(source: str, language: str) -> list[Part]:
    """The parts of `source` in order, with addresses that come out the same in every language.

    `language` decides only how recitals begin, in a text that has neither a preamble nor numbers.
    Raises Unreadable when there is no text at all.
    """
    found = lines(source)
    if not found:
        raise Unreadable
    reader = _Reader(language, has_structure=any(_mark_of(line) for line in found))
    for index, line in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        reader.read(line, following, is_first=index == 0, is_html=is_html(source))
    return addressed(reader.parts)


def _mark_of(line: Line) -> Mark | None:
    if line.marker:
        return Mark(_sort_of(line.marker), line.marker)
    return mark(line.text)


def _sort_of(marker: str) -> str:
    return "number" if marker.isdecimal() else "letter" if len(marker) == 1 else "roman"


class _Reader:
    """Reads line by line, knowing what it is inside of: the preamble, an article, a sub-paragraph, an annex."""

    def __init__(self, language: str, *, has_structure: bool) -> None:
        self.language = language
        self.has_structure = has_structure
        self.parts: list[Part] = []
        self.in_preamble = has_structure
        self.in_annex = False
        self.letters: list[str] = []
        self.level = -1

    def read(self, line: Line, following: Line | None, *, is_first: bool, is_html: bool) -> None:
        if self._is_title(line, is_first=is_first, is_html=is_html):
            self._add(PartKind.TITLE, line.text)
            return
        found = _mark_of(line)
        if self.in_annex and (found is None or found.sort not in {"annex"}) and not line.heading:
            self._continue_annex(line)
        elif found and found.sort in {"article", "division", "preamble", "annex"}:
            self._open(found, line)
        elif found:
            self._numbered(found, line)
        elif line.heading or self._reads_like_heading(line, following):
            self._heading(line)
        else:
            self._unnumbered(line)

    def _is_title(self, line: Line, *, is_first: bool, is_html: bool) -> bool:
        if line.heading:
            return not self.parts and line.heading == 1 and not _mark_of(line)
        if not is_first or line.depth or _mark_of(line) or is_recital(line.text, self.language):
            return False
        return len(line.text) <= _LONGEST_TITLE and not line.text.endswith((*_ENDS_SENTENCE, ":"))

    def _open(self, found: Mark, line: Line) -> None:
        rest = rest_after(line.text, found.length) if found.sort in {"article", "annex"} else ""
        self.in_preamble = found.sort == "preamble"
        self.in_annex = found.sort == "annex"
        self.level, self.letters = -1, []
        if found.sort == "annex":
            self._add(PartKind.ANNEX, "", label=found.label, title=line.text[:_LONGEST_TITLE])
        elif found.sort != "article":
            self._add(PartKind.HEADING, line.text[:_LONGEST_TITLE], division=found.division)
        elif _is_short(rest):
            self._add(PartKind.HEADING, line.text[:_LONGEST_TITLE], label=found.label)
        else:
            own = line.text[: len(line.text) - len(rest)].rstrip(" .:،-–—")
            self._add(PartKind.HEADING, own, label=found.label)
            self._add(PartKind.PARAGRAPH, _paragraph(_without(line.html, line.text, len(line.text) - len(rest))))

    def _numbered(self, found: Mark, line: Line) -> None:
        self.in_preamble = False
        self.level = self._level(found, line)
        if self.level == 1:
            self.letters.append(found.label)
        elif self.level == 0:
            self.letters = []
        label = printed(found.label, depth=self.level)
        self._add(_LEVELS[self.level], _paragraph(_without(line.html, line.text, found.length)), label=label)

    def _level(self, found: Mark, line: Line) -> int:
        if line.depth > 1:
            return min(line.depth - 1, self.level + 1, 2) if self.level >= 0 else 0
        if found.sort == "number" or self.level < 0:
            return 0
        if found.sort == "letter" and not self._is_roman_here(found.label):
            return 1
        return 2 if self.letters else 1

    def _is_roman_here(self, label: str) -> bool:
        """`(i)` after `(h)` is a letter; after anything else, the first of a Roman row. `(v)` likewise."""
        if not label or label.strip("ivxlc"):
            return False
        return not self.letters or ord(self.letters[-1][0]) + 1 != ord(label[0])

    def _heading(self, line: Line) -> None:
        self.in_preamble = self.in_annex = False
        self.level, self.letters = -1, []
        self._add(PartKind.HEADING, line.text[:_LONGEST_TITLE])

    def _unnumbered(self, line: Line) -> None:
        if line.depth and self.level >= 0 and not line.marker:
            self._add(_LEVELS[min(max(line.depth, 1), 2)], _paragraph(line.html))
            return
        is_in_preamble = self.in_preamble or (not self.has_structure and is_recital(line.text, self.language))
        self._add(PartKind.RECITAL if is_in_preamble else PartKind.PARAGRAPH, _paragraph(line.html))
        if not is_in_preamble:
            self.level, self.letters = 0, []

    def _reads_like_heading(self, line: Line, following: Line | None) -> bool:
        """A short line that ends in a colon and opens the first number: "Have agreed as follows:"."""
        if line.depth or len(line.text) > _LONGEST_HEADING or following is None:
            return False
        opens = _mark_of(following)
        return self.in_preamble and line.text.endswith(":") and bool(opens and opens.sort == "number")

    def _continue_annex(self, line: Line) -> None:
        annex = self.parts[-1]
        label = f"{line.marker}. " if line.marker else ""
        self.parts[-1] = replace(annex, html=annex.html + _paragraph(label + line.html))

    def _add(self, kind: PartKind, html: str, *, label: str = "", title: str = "", division: str = "") -> None:
        self.parts.append(Part(kind, html, label=label[:_LONGEST_LABEL], title=title, division=division))


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>"


def _is_short(rest: str) -> bool:
    return len(rest) <= _LONGEST_HEADING and not rest.endswith((*_ENDS_SENTENCE, ":"))


def _without(html: str, text: str, length: int) -> str:
    """Inline `html` without the first `length` characters of its text, marks left whole."""
    if not length:
        return html
    pieces = re.split(r"(<[^>]+>|&[a-z]+;|&#\d+;)", html)
    kept: list[str] = []
    for piece in pieces:
        if piece.startswith("<") and piece.endswith(">"):
            kept.append(piece)
        elif piece.startswith("&") and piece.endswith(";"):
            kept.append("" if length > 0 else piece)
            length -= 1
        else:
            kept.append(piece[length:] if length > 0 else piece)
            length -= min(length, len(piece)) if length > 0 else 0
    return re.sub(r"<(b|i|sup)>\s*</\1>", "", "".join(kept)).strip()
