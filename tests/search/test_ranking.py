"""How far is looked for what means what was asked, and what of it comes first?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.searching import Directly
from search.engines.embedded import Embedded
from search.ranking import found, reach_of
from search.wording import wanted
from tests.search.contract.shelf import entry, question
from tests.search.contract.test_meaning import at, passage

SENTENCE = "Why do rivers run dry?"


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Directly]:
    engine = Embedded(tmp_path)
    yield Directly(engine)
    engine.close()


def write(asking: Directly, degrees: dict[str, int], text: str = "sand") -> None:
    """Each so far from what is meant."""
    entries = [entry(key, text, passages=(passage(far),)) for key, far in degrees.items()]
    assert asking.engine.write(entries, (), 1) == {}


def keys(asking: Directly, typed: str, sort: str = "relevance") -> list[str]:
    words = typed.split()
    asked = question(wanted(words), sort=sort, limit=100)
    answer = found(asking, asked, None, at(0), reach_of(words, sort)).answer
    assert answer.total == len(answer.hits)
    return [hit.key.removeprefix("work:") for hit in answer.hits]


def test_a_sentence_finds_more_than_a_word(asking: Directly) -> None:
    write(asking, {f"{far:02}": far for far in range(20, 80)})
    assert keys(asking, "deserts") == [f"{far:02}" for far in range(20, 40)]
    assert keys(asking, SENTENCE) == [f"{far:02}" for far in range(20, 70)]


def test_a_word_finds_only_what_is_about_as_near_as_the_nearest(asking: Directly) -> None:
    write(asking, {"a": 20, "b": 40, "c": 60})
    assert keys(asking, "the deserts") == ["a", "b"]
    assert keys(asking, SENTENCE) == ["a", "b", "c"]


def test_by_date_a_sentence_finds_only_what_is_about_as_near_as_the_nearest(asking: Directly) -> None:
    write(asking, {"a": 20, "b": 40, "c": 60})
    assert keys(asking, SENTENCE, "newest") == ["a", "b"]


def test_nothing_is_about_what_is_far_from_all(asking: Directly) -> None:
    write(asking, {"a": 80, "b": 85})
    assert keys(asking, "deserts") == []
    assert keys(asking, SENTENCE) == ["a"]


def test_words_decide_among_what_means_much_the_same_and_bring_nothing_before_what_means_it_clearly(
    asking: Directly,
) -> None:
    write(asking, {"a": 20, "b": 40})
    write(asking, {"c": 21, "d": 85}, "rivers run dry")
    assert keys(asking, SENTENCE) == ["c", "a", "b", "d"]
