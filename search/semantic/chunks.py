"""Which few sentences of an entry are given a meaning each?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from search.analysis.folding import unmarked
from search.projection.projected import Text

# An encoder reads a few sentences best: of a long text only the gist is left, of a short one too little. So each text
# is read closely, and once more in longer pieces.
LENGTHS = CLOSELY, WIDELY = 100, 240
# Of each language of an entry and each length; the first ones are kept.
MOST = 400

# Full stops of Latin and Arabic letters, with what closes behind them; a line ends a sentence too.
_SENTENCES = re.compile(r"(?<=[.!?؟…۔])(?:[\"'”’)\]]|\s?»)*\s+|\n")
_PAUSES = re.compile(r"(?<=[;؛:,،–—])\s+")
_SPACES = re.compile(r"\s+")


class Chunk(NamedTuple):
    address: str
    language: str
    text: str


def passages(texts: Iterable[Text]) -> list[Chunk]:
    """The first of a language is its title, a passage of its own; nothing reaches from one address into the next."""
    kept: list[Chunk] = []
    count: Counter[tuple[str, int]] = Counter()
    for each in texts:
        for text, length in _lengthwise(unmarked(each["text"])).items():
            count[each["language"], length] += 1
            if count[each["language"], length] <= MOST:
                kept.append(Chunk(each["address"], each["language"], text))
    return kept


def _lengthwise(text: str) -> dict[str, int]:
    """Each piece once, with the length it was cut to."""
    return {part: length for length in reversed(LENGTHS) for part in cut(text, length)}


def cut(text: str, length: int) -> list[str]:
    """In pieces of whole sentences, as even as they can be made."""
    parts = [part for sentence in _split(_SENTENCES, text) for part in _short(sentence, length)]
    return list(_packed(parts, length))


def _split(end: re.Pattern[str], text: str) -> list[str]:
    places = [0, *(found.end() for found in end.finditer(text)), len(text)]
    parts = (_SPACES.sub(" ", text[start:stop]).strip() for start, stop in pairwise(places))
    return [part for part in parts if part]


def _short(sentence: str, length: int) -> Iterator[str]:
    """A sentence longer than a passage is cut at its pauses, and without any, between words or where it must."""
    if len(sentence) <= length:
        yield sentence
        return
    for part in _packed(_split(_PAUSES, sentence), length):
        while len(part) > length:
            at = part.rfind(" ", 0, length)
            at = at if at > 0 else length
            yield part[:at]
            part = part[at:].strip()
        yield part


def _packed(parts: Sequence[str], most: int) -> Iterator[str]:
    """Parts joined until a passage is full; the length aimed at is what makes the last one as long as the others."""
    total = sum(map(len, parts)) + len(parts) - 1
    aim = total / max(1, -(-total // most))
    taken: list[str] = []
    length = 0
    for part in parts:
        if taken and (length + len(part) > most or length + len(part) / 2 > aim):
            yield " ".join(taken)
            taken, length = [], 0
        taken.append(part)
        length += len(part) + 1
    if taken:
        yield " ".join(taken)
