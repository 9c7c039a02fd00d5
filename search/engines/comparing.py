"""What is near in meaning among entries as the database keeps them? Each is compared, so there must not be many."""

from collections.abc import Iterable, Sequence

import numpy as np

from search.engines.base import Near
from search.entries import Passage
from search.models import IndexEntry
from search.semantic.encoding import passages_of


def nearest(rows: Iterable[IndexEntry], vector: bytes) -> list[Near]:
    """The best passage of each that was given a meaning, the nearest first."""
    wanted = np.frombuffer(vector, np.float16).astype(np.float32)
    found = [_best(key, passages, wanted) for key, passages in passages_of(rows).items() if passages]
    return sorted(found, key=lambda near: (-near.cosine, near.key))


def _best(key: str, passages: Sequence[Passage], wanted: np.ndarray) -> Near:
    rows = np.frombuffer(b"".join(passage.vector for passage in passages), np.float16).reshape(len(passages), -1)
    cosines = rows.astype(np.float32) @ wanted
    best = int(cosines.argmax())
    return Near(key, passages[best].address, passages[best].language, float(cosines[best]))
