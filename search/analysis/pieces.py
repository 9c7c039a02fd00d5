"""Which pieces of a text, between its spaces, have words of these stems? A process reads each piece once."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from search.analysis.stemming import stem
from search.analysis.words import plain_words

# Of each language; then it is begun anew.
MOST = 50_000


class _Known(NamedTuple):
    read: set[str]
    having: dict[str, list[str]]


class Pieces:
    """Those of one language. Most of a text is told by comparing sets, without looking at each word."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known = _Known(set(), defaultdict(list))

    def having(self, stems: Iterable[str], text: str) -> set[str]:
        if len(self._known.read) > MOST:
            self._known = _Known(set(), defaultdict(list))
        known, pieces = self._known, set(text.split())
        for piece in pieces - known.read:
            for each in {stem(word, self._language) for word in plain_words(piece)}:
                known.having[each].append(piece)
            known.read.add(piece)
        return {piece for each in stems for piece in known.having.get(each, ()) if piece in pieces}


@cache
def pieces_of(language: str) -> Pieces:
    return Pieces(language)
