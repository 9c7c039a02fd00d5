"""What is near is found among many as among few, and passages that the index does not know are of no account."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from search.engines.base import Engine, OneOf
from search.engines.embedded import Embedded, meaning
from search.entries import Entry, Passage
from tests.search.contract.shelf import MEMBERS, OPEN, entry, question

MANY, WIDTH = 400, 100


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    """Two passages of each entry."""
    drawn = np.random.default_rng(3).standard_normal((MANY, 2, WIDTH))
    return (drawn / np.linalg.norm(drawn, axis=2, keepdims=True)).astype(np.float16)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, vectors: np.ndarray) -> Iterator[Embedded]:
    engine = Embedded(tmp_path_factory.mktemp("index"))
    engine.write(made(vectors), (), 1)
    yield engine
    engine.close()


def made(vectors: np.ndarray) -> Iterator[Entry]:
    """One in ten is of members, and one in four is a paper."""
    for number, of_entry in enumerate(vectors):
        passages = tuple(Passage(f"c{place}", "en", vector.tobytes()) for place, vector in enumerate(of_entry))
        kind = "paper" if number % 4 == 0 else "news"
        yield entry(str(number), of=OPEN if number % 10 else MEMBERS, kind=kind, passages=passages)


def nearest(vectors: np.ndarray, vector: np.ndarray, among: list[int]) -> list[str]:
    cosines = (vectors.astype(np.float32) @ vector.astype(np.float32)).max(axis=1)
    return [f"work:{number}" for number in sorted(among, key=lambda number: -cosines[number])]


@pytest.mark.parametrize("few", [0, 50, 1000])
def test_the_nearest_are_those_that_comparing_one_by_one_finds(
    index: Embedded, vectors: np.ndarray, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "FEW", few)
    papers = (OneOf("kind", ("paper",)),)
    vector = np.random.default_rng(7).standard_normal(WIDTH).astype(np.float16)
    for classes, filters, among in (
        ({OPEN}, (), [number for number in range(MANY) if number % 10]),
        ({MEMBERS}, (), list(range(0, MANY, 10))),
        ({OPEN, MEMBERS}, papers, list(range(0, MANY, 4))),
        ({OPEN}, papers, [number for number in range(0, MANY, 4) if number % 10]),
    ):
        found = index.nearest(vector.tobytes(), question(classes=classes, filters=filters), MANY)
        assert [near.key for near in found] == nearest(vectors, vector, among)


def test_among_many_the_search_goes_on_until_enough_of_what_may_be_found_is_there(
    index: Embedded, vectors: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("FEW", 0), ("CANDIDATES", 8), ("FOR_EACH", 1)):
        monkeypatch.setattr(meaning, name, value)
    hidden = frozenset(f"work:{number}" for number in range(0, MANY, 2))
    vector = vectors[11, 1]
    found = index.nearest(vector.tobytes(), question(classes={OPEN}, excluded=hidden), 30)
    assert [found[0].key, found[0].address, len(found)] == ["work:11", "c1", 30]
    assert all(int(near.key.removeprefix("work:")) % 2 for near in found)


def test_passages_whose_entry_was_never_written_are_of_no_account(tmp_path: Path, vectors: np.ndarray) -> None:
    engine: Engine = Embedded(tmp_path)
    engine.write([entry("a", passages=(Passage("", "en", vectors[0, 0].tobytes()),))], (), 1)
    # As a process leaves it that is killed before the index knows of what it has added.
    engine._folder.live().vectors.add([(12345, Passage("lost", "en", vectors[1, 0].tobytes()))])
    assert [near.key for near in engine.nearest(vectors[1, 0].tobytes(), question(), 9)] == ["work:a"]
    for number in range(9):
        engine.write([entry(f"b{number}", passages=(Passage("", "en", vectors[2, 0].tobytes()),))], (), 1)
    assert len(engine.nearest(vectors[1, 0].tobytes(), question(), 99)) == 10
    kept = engine._folder.live().vectors.segments()
    assert (sum(map(len, kept)), len(kept) < 5) == (10, True)
    engine.close()


def test_of_passages_of_another_encoder_none_is_near(tmp_path: Path, vectors: np.ndarray) -> None:
    engine = Embedded(tmp_path)
    longer = np.ones(WIDTH * 2, np.float16).tobytes()
    engine.write([entry("a", passages=(Passage("", "en", longer),))], (), 1)
    engine.write([entry("b", passages=(Passage("", "en", vectors[0, 0].tobytes()),))], (), 1)
    assert [near.key for near in engine.nearest(vectors[0, 0].tobytes(), question(), 9)] == ["work:b"]
    assert list(engine.cosines(longer, ["work:a", "work:b"])) == ["work:a"]
    engine.close()


def test_a_vector_that_is_no_row_of_numbers_is_refused(tmp_path: Path) -> None:
    engine = Embedded(tmp_path)
    wrong = [entry("a", passages=(Passage("", "en", b"odd"),)), entry("b", passages=(Passage("", "en", b""),))]
    assert list(engine.write([*wrong, entry("c")], (), 1)) == ["work:a", "work:b"]
    assert [key for key, *_rest in engine.held()] == ["work:c"]
    engine.close()
