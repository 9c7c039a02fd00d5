"""Which passages are nearest to a vector, among all of them or some?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.engines.embedded.vectors.segment import Numbers, Rows, Segment, Vector

ALL = slice(None)


@dataclass(frozen=True)
class Matches:
    """The best passage of each writing; best first."""

    cosines: Vector
    writings: Numbers
    parts: NDArray[np.intp]
    rows: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.writings)


def of_writings(segments: Sequence[Segment], writings: Numbers) -> list[Rows]:
    ordered = np.sort(writings)
    return [part.rows_of(ordered) for part in segments]


def looking_near(segments: Sequence[Segment], rows: Sequence[Rows], vector: Vector, count: int) -> list[Rows]:
    """About `count` of the rows: those whose signs differ least from those of the vector."""
    differences = [part.differences(some, vector) for part, some in zip(segments, rows, strict=True)]
    every = np.concatenate(differences)
    if count >= len(every):
        return list(rows)
    most = np.partition(every, count)[count]
    near = [np.flatnonzero(each <= most) for each in differences]
    return [at if isinstance(some, slice) else some[at] for some, at in zip(rows, near, strict=True)]


def matches(segments: Sequence[Segment], rows: Sequence[Rows], vector: Vector) -> Matches:
    found = [(part.cosines(some, vector), part.writings[some]) for part, some in zip(segments, rows, strict=True)]
    cosines = np.concatenate([each for each, _writings in found])
    writings = np.concatenate([each for _cosines, each in found])
    parts = np.repeat(np.arange(len(segments)), [len(each) for each, _writings in found])
    numbers = [np.arange(len(part))[some] for part, some in zip(segments, rows, strict=True)]
    order = np.argsort(-cosines, kind="stable")
    _writings, first = np.unique(writings[order], return_index=True)
    best = order[np.sort(first)]
    return Matches(cosines[best], writings[best], parts[best], np.concatenate(numbers)[best])
