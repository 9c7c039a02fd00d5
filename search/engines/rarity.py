"""What is a token worth among open entries: the more, the fewer have it and the more of an entry it makes? (BM25.)

Numbers come from the entries that were read: those that may be an answer.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from search.engines.base import Phrase, Wanted
from search.engines.evaluating import Leaf, Words, most, score, share

SATURATION, LENGTH = 1.2, 0.75

# How often an entry has a leaf, and how long the field is in which it stands.
Seen = Mapping[Leaf, tuple[int, int]]


class Rarity:
    def __init__(self, leaves: Iterable[Leaf], entries: int) -> None:
        self._leaves = list(leaves)
        self._fields = {leaf.field for leaf in self._leaves}
        self._entries = entries
        self._read = 0
        self._lengths: Counter[str] = Counter()
        self._having: Counter[tuple[str, str]] = Counter()

    def note(self, words: Words) -> Seen:
        """Counts an entry in, and tells what is to be known of it later."""
        self._read += 1
        lengths = {field: len(words.in_field(field)) for field in self._fields}
        self._lengths.update(lengths)
        seen = {leaf: (times, lengths[leaf.field]) for leaf in self._leaves if (times := words.times(leaf))}
        self._having.update({(leaf.field, token) for leaf in seen for token in _tokens(leaf)})
        return seen

    def share(self, wanted: Wanted, seen: Seen) -> float:
        """Once all have been noted."""
        found = score(wanted, {leaf: self._worth(leaf, *counted) for leaf, counted in seen.items()})
        return share(found or 0.0, most(wanted, lambda leaf: leaf.weight * (SATURATION + 1) * self._rarity(leaf)))

    def _worth(self, leaf: Leaf, times: int, length: int) -> float:
        usual = self._lengths[leaf.field] / self._read or 1.0
        damped = times + SATURATION * (1 - LENGTH + LENGTH * length / usual)
        return leaf.weight * self._rarity(leaf) * times * (SATURATION + 1) / damped

    def _rarity(self, leaf: Leaf) -> float:
        having = (self._having[leaf.field, token] for token in _tokens(leaf))
        return sum(math.log1p((max(self._entries - one, 0) + 0.5) / (one + 0.5)) for one in having)


def _tokens(leaf: Leaf) -> tuple[str, ...]:
    return leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,)
