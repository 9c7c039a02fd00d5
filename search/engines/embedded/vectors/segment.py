"""Some passages, written together and never changed: which are near to a vector?

A row counts while the number of its writing stands in the index. Files are mapped, so processes share the memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.engines.embedded.disk import sync
from search.entries import Passage

Numbers = NDArray[np.uint64]
Rows = NDArray[np.intp]
Vector = NDArray[np.float32]

BITS = 64


@dataclass(frozen=True)
class Near:
    """A row, and how near it is."""

    cosine: float
    writing: int
    segment: "Segment"
    row: int


class Segment:
    """Rows are in the order of their writings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writings: Numbers = np.load(folder / "writings.npy", mmap_mode="r")
        self.vectors: NDArray[np.float16] = np.load(folder / "vectors.npy", mmap_mode="r")
        # Of each number, whether it is above nothing: rows that share few of them are far from each other.
        self._signs: Numbers = np.load(folder / "signs.npy", mmap_mode="r")

    def __len__(self) -> int:
        return len(self.writings)

    @property
    def width(self) -> int:
        return self.vectors.shape[1]

    @cached_property
    def places(self) -> NDArray[np.bytes_]:
        """Address and language of each row."""
        return np.load(self.folder / "places.npy", mmap_mode="r")

    def place(self, row: int) -> tuple[str, str]:
        address, language = self.places[row]
        return address.decode(), language.decode()

    def rows_of(self, writings: Numbers) -> Rows:
        first = np.searchsorted(self.writings, writings, "left")
        last = np.searchsorted(self.writings, writings, "right")
        counts = last - first
        ends = np.cumsum(counts)
        return np.repeat(last - ends, counts) + np.arange(counts.sum())

    def differences(self, vector: Vector) -> NDArray[np.uint16]:
        """How many signs of each row are others than those of the vector: a quick guess at how far it is."""
        return np.bitwise_count(self._signs ^ signs(vector[np.newaxis])).sum(axis=1, dtype=np.uint16)

    def near(self, rows: Rows, vector: Vector) -> list[Near]:
        """The best of these rows for each writing."""
        cosines = self.vectors[rows].astype(np.float32) @ vector
        order = np.argsort(-cosines, kind="stable")
        writings, first = np.unique(self.writings[rows][order], return_index=True)
        best = order[first]
        found = zip(cosines[best].tolist(), writings.tolist(), rows[best].tolist(), strict=True)
        return [Near(cosine, writing, self, row) for cosine, writing, row in found]


def signs(vectors: NDArray) -> Numbers:
    width = -(-vectors.shape[1] // BITS) * BITS
    above = np.zeros((len(vectors), width), np.bool_)
    above[:, : vectors.shape[1]] = vectors > 0
    return np.packbits(above, axis=1).view(np.uint64)


def write(folder: Path, written: Sequence[tuple[int, Passage]]) -> None:
    """Passages whose vectors are all of one length."""
    ordered = sorted(written, key=lambda pair: pair[0])
    vectors = np.frombuffer(b"".join(passage.vector for _writing, passage in ordered), np.float16)
    writings = np.array([writing for writing, _passage in ordered], np.uint64)
    places = [(passage.address.encode(), passage.language.encode()) for _writing, passage in ordered]
    _save(folder, writings, vectors.reshape(len(ordered), -1), np.array(places, np.bytes_))


def merge(folder: Path, parts: Sequence[tuple[Segment, Rows]]) -> None:
    """These rows of several segments, as one."""
    writings = np.concatenate([part.writings[rows] for part, rows in parts])
    order = np.argsort(writings, kind="stable")
    vectors = np.concatenate([part.vectors[rows] for part, rows in parts])
    places = np.concatenate([part.places[rows] for part, rows in parts])
    _save(folder, writings[order], vectors[order], places[order])


def _save(folder: Path, writings: Numbers, vectors: NDArray[np.float16], places: NDArray[np.bytes_]) -> None:
    folder.mkdir(parents=True)
    named: dict[str, NDArray[Any]] = {
        "writings": writings,
        "vectors": vectors,
        "signs": signs(vectors),
        "places": places,
    }
    for name, rows in named.items():
        np.save(folder / f"{name}.npy", rows)
        sync(folder / f"{name}.npy")
