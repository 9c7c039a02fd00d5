"""What is a token worth among open entries: the more, the fewer have it and the more of an entry it makes? (BM25.)

Numbers come from those that have what is wanted, whoever asks and whatever filters are in force.
"""

import math
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from search.engines.base import Wanted
from search.engines.evaluating import Leaf, Words, leaves_of, most, score, share, tokens_of

SATURATION, LENGTH = 1.2, 0.75

# How often an entry has a leaf, and how long the field is in which it stands.
Seen = Mapping[Leaf, tuple[int, int]]


class Rarity:
    """Of one question: first all entries are noted, then each is told its share."""

    def __init__(self, wanted: Wanted, entries: int) -> None:
        self._wanted = wanted
        self._leaves = list(dict.fromkeys(leaves_of(wanted)))
        self._fields = {leaf.field for leaf in self._leaves}
        self._entries = entries
        self._read = 0
        self._lengths: Counter[str] = Counter()
        self._having: Counter[tuple[str, str]] = Counter()

    def note(self, words: Words) -> Seen:
        """Counts in what has what is wanted, and tells what is to be known of it later; nothing of any other entry."""
        seen = {leaf: (times, words.length(leaf.field)) for leaf in self._leaves if (times := words.times(leaf))}
        if score(self._wanted, {leaf: leaf.weight for leaf in seen}) is None:
            return {}
        self._read += 1
        self._lengths.update({field: words.length(field) for field in self._fields})
        self._having.update({key for leaf in seen for key in _keys(leaf)})
        return seen

    def share(self, seen: Seen) -> float:
        found = score(self._wanted, {leaf: self._worth(leaf, *counted) for leaf, counted in seen.items()})
        return share(found or 0.0, self._most)

    @cached_property
    def _most(self) -> float:
        return most(self._wanted, lambda leaf: self._rare[leaf] * (SATURATION + 1))

    @cached_property
    def _rare(self) -> dict[Leaf, float]:
        return {leaf: leaf.weight * sum(map(self._rarity, _keys(leaf))) for leaf in self._leaves}

    def _rarity(self, key: tuple[str, str]) -> float:
        return rarity(self._having[key], among=self._entries)

    def _worth(self, leaf: Leaf, times: int, length: int) -> float:
        usual = self._lengths[leaf.field] / self._read or 1.0
        damped = times + SATURATION * (1 - LENGTH + LENGTH * length / usual)
        return self._rare[leaf] * times * (SATURATION + 1) / damped


def _keys(leaf: Leaf) -> list[tuple[str, str]]:
    return [(leaf.field, token) for token in tokens_of(leaf)]


def rarity(having: int, *, among: int) -> float:
    """The inverse document frequency of BM25: of a token that so many entries have, among so many."""
    return math.log1p((max(among - having, 0) + 0.5) / (having + 0.5))
