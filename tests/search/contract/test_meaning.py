"""What is near to a vector among what the reader may find."""

import math
from dataclasses import replace

import numpy as np
import pytest

from search.engines.base import Engine, Near, OneOf, Question
from search.entries import Passage, Tier
from tests.search.contract.shelf import BOARD, ELSEWHERE, MEMBERS, OPEN, entry, question, word

WIDTH = 64


def at(degrees: float, width: int = WIDTH) -> bytes:
    """A vector that is so far from `at(0)`."""
    vector = np.zeros(width, np.float16)
    vector[:2] = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return vector.tobytes()


def passage(degrees: float, address: str = "", language: str = "en") -> Passage:
    return Passage(address, language, at(degrees))


ENTRIES = (
    entry("a", "water", kind="paper", passages=(passage(40), passage(10, "c2", "fr"), passage(70, "c3"))),
    entry("b", "water", kind="news", passages=(passage(20),)),
    entry("c", "sand", kind="paper", passages=(passage(50, "abstract", "ar"),)),
    entry("d", "sand"),
    entry("e", "water", Tier.MEMBERS, MEMBERS, kind="paper", passages=(passage(0),)),
    entry("f", "water", Tier.RESTRICTED, (BOARD, ELSEWHERE), passages=(passage(30), passage(35))),
)


@pytest.fixture
def index(any_index: Engine) -> Engine:
    assert any_index.write(ENTRIES, (), 1) == {}
    return any_index


def near(engine: Engine, asked: Question, limit: int = 9, degrees: float = 0) -> list[tuple[str, str, str, int]]:
    return [_shown(one) for one in engine.nearest(at(degrees), asked, limit)]


def _shown(one: Near) -> tuple[str, str, str, int]:
    return one.key.removeprefix("work:"), one.address, one.language, round(math.degrees(math.acos(min(one.cosine, 1))))


A, B, C, F = ("a", "c2", "fr", 10), ("b", "", "en", 20), ("c", "abstract", "ar", 50), ("f", "", "en", 30)


def test_the_best_passage_of_each_of_the_nearest_entries(index: Engine) -> None:
    assert near(index, question(classes={OPEN})) == [A, B, C]
    assert near(index, question(classes={OPEN}), 2) == [A, B]
    assert near(index, question(classes={OPEN}), 1, 43) == [("a", "", "en", 3)]


def test_only_what_the_reader_may_find_is_near(index: Engine) -> None:
    assert near(index, question(classes={OPEN, ELSEWHERE})) == [A, B, F, C]
    assert near(index, question(classes={MEMBERS}))[0][0] == "e"
    assert near(index, question(classes={MEMBERS}, tiers=(Tier.PUBLIC,))) == []
    assert near(index, question(classes=())) == []


def test_filters_and_what_is_left_out_hold_and_words_do_not(index: Engine) -> None:
    papers = (OneOf("kind", ("paper",)),)
    assert near(index, question(word("nothing"), classes={OPEN}, filters=papers)) == [A, C]
    assert near(index, question(classes={OPEN}, excluded=frozenset({"work:a"}))) == [B, C]


def test_how_near_some_entries_are(index: Engine) -> None:
    found = index.cosines(at(0), ["work:a", "work:d", "work:f", "work:z"])
    assert {key: _shown(one) for key, one in found.items()} == {"work:a": A, "work:f": F}
    assert index.cosines(at(0), []) == {}


def test_passages_go_with_their_entry_and_come_anew_with_it(index: Engine) -> None:
    later = replace(ENTRIES[1], version=2, passages=(passage(80, "new"),))
    index.write([later], ["work:a"], 2)
    assert near(index, question(classes={OPEN})) == [C, ("b", "new", "en", 80)]
    index.write([replace(ENTRIES[1], version=1)], (), 1)
    assert near(index, question(classes={OPEN})) == [C, ("b", "new", "en", 80)]
    index.write([replace(later, passages=())], (), 2)
    assert near(index, question(classes={OPEN})) == [C]
    assert index.cosines(at(0), ["work:a", "work:b"]) == {}


def test_passages_that_are_made_later_come_with_the_same_version(any_index: Engine) -> None:
    any_index.write([replace(ENTRIES[0], passages=())], (), 1)
    assert near(any_index, question()) == []
    any_index.write([ENTRIES[0]], (), 1)
    assert near(any_index, question()) == [A]


def test_what_is_built_brings_its_own_passages(index: Engine) -> None:
    with index.build() as build:
        build.write(ENTRIES[2:4])
        assert len(near(index, question(classes={OPEN}))) == 3
        build.swap()
    assert near(index, question(classes={OPEN})) == [C]
