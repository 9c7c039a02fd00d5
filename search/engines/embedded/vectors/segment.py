"""Some passages, written together and never changed: which are near to a vector?

A row counts while the number of its writing stands in the index. Files are mapped, so processes share the memory.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.engines.embedded.disk import sync
from search.entries import Passage

Numbers = NDArray[np.uint64]
# Numbers of rows, or all of them.
Rows = NDArray[np.intp] | slice
Vector = NDArray[np.float32]

BITS = 64


class Segment:
    """Rows are in the order of their writings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writings: Numbers = _mapped(folder / "writings.npy")
        self.vectors: NDArray[np.float16] = _mapped(folder / "vectors.npy")
        # Of each number, whether it is above nothing: rows that share few of them are far from each other.
        self._signs: Numbers = _mapped(folder / "signs.npy")
        # Address and language.
        self.places: NDArray[np.bytes_] = _mapped(folder / "places.npy")

    def __len__(self) -> int:
        return len(self.writings)

    @property
    def width(self) -> int:
        return self.vectors.shape[1]

    def rows_of(self, writings: Numbers) -> NDArray[np.intp]:
        first = np.searchsorted(self.writings, writings, "left")
        last = np.searchsorted(self.writings, writings, "right")
        counts = last - first
        ends = np.cumsum(counts)
        return np.repeat(last - ends, counts) + np.arange(counts.sum())

    def differences(self, rows: Rows, vector: Vector) -> NDArray[np.uint16]:
        """How many signs of each row are others than those of the vector: a quick guess at how far it is."""
        return np.bitwise_count(self._signs[rows] ^ signs(vector[np.newaxis])).sum(axis=1, dtype=np.uint16)

    def cosines(self, rows: Rows, vector: Vector) -> Vector:
        return self.vectors[rows].astype(np.float32) @ vector


def _mapped(path: Path) -> NDArray:
    return np.asarray(np.load(path, mmap_mode="r"))


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
