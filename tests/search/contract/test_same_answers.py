"""Whatever is asked, every engine answers the same: hits, order, totals and counts."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from search.engines.base import (
    Answer,
    Best,
    Between,
    Engine,
    Every,
    OneOf,
    Phrase,
    Question,
    Some,
    Term,
    Wanted,
    Without,
)
from search.entries import FACETS, READING, Entry, Tier
from tests.search.contract.engines import ENGINES, INDEXES, opened

WORDS = [f"word{number}" for number in range(12)]
CLASSES = {Tier.PUBLIC: (1,), Tier.MEMBERS: (2,), Tier.RESTRICTED: (3, 4, 5), Tier.KNOWN: (3,), Tier.DESK: (2,)}
KINDS, TOPICS = ("paper", "news", "minutes"), ("1", "11", "2")
QUESTIONS = 60


@pytest.fixture
def engines(tmp_path: Path, db: None) -> Iterator[dict[str, Engine]]:
    chance = _chance(11)
    entries = [_entry(chance, number) for number in range(200)]
    with ExitStack() as held:
        made = {name: held.enter_context(opened(name, tmp_path / name)) for name in ENGINES}
        for engine in made.values():
            assert engine.write(entries, (), 1) == {}
        yield made


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 (nothing secret: the same in each run)


def _entry(chance: random.Random, number: int) -> Entry:
    tier = chance.choice([*READING, Tier.PUBLIC, Tier.KNOWN, Tier.DESK])
    text = " ".join(chance.choices(WORDS, range(1, 13), k=chance.randint(3, 20)))
    return Entry(
        key=f"work:{number:03d}",
        tier=tier,
        version=1,
        classes=frozenset(chance.sample(CLASSES[tier], chance.randint(1, len(CLASSES[tier])))),
        tokens={"title_fr": text[:5], "text_fr": text, "exact": text},
        values={"kind": (chance.choice(KINDS),), "topic": tuple(chance.sample(TOPICS, chance.randint(0, 3)))},
        years=tuple({chance.randint(2015, 2024) for _year in range(chance.randint(0, 2))}),
        day=chance.choice([None, chance.randint(-900, 20_000)]),
    )


def _wanted(chance: random.Random, depth: int = 2) -> Wanted:
    kinds: list[Callable[[], Wanted]] = [
        lambda: Term("text_fr", chance.choice(WORDS), chance.choice([0.5, 1.0, 3.0])),
        lambda: Phrase("exact", tuple(chance.choices(WORDS[6:], k=2)), 2.0),
    ]
    if depth:

        def several() -> tuple[Wanted, ...]:
            return tuple(_wanted(chance, depth - 1) for _part in range(chance.randint(1, 3)))

        kinds += [
            lambda: Some(parts := several(), chance.randint(1, len(parts))),
            lambda: Best(several(), chance.choice([0.0, 0.3])),
            lambda: Every(several(), several()),
            lambda: Without(_wanted(chance, depth - 1)),
        ]
    return chance.choice(kinds)()


def _question(chance: random.Random) -> Question:
    filters = [OneOf("kind", tuple(chance.sample(KINDS, 2))), OneOf("topic", ("1",)), Between("year", 2017, 2022)]
    return Question(
        tiers=tuple(chance.sample(tuple(Tier), chance.randint(1, 3))),
        classes=frozenset(chance.sample(range(1, 6), chance.randint(1, 5))),
        wanted=_wanted(chance) if chance.random() < 0.9 else None,
        also=frozenset(f"work:{number:03d}" for number in chance.sample(range(200), chance.choice([0, 0, 5]))),
        filters=tuple(chance.sample(filters, chance.choice([0, 0, 1]))),
        without=(_wanted(chance, 0),) if chance.random() < 0.2 else (),
        excluded=frozenset(f"work:{number:03d}" for number in chance.sample(range(200), chance.choice([0, 20]))),
        facets=FACETS,
        sort=chance.choice(["relevance", "newest", "oldest"]),
        offset=chance.choice([0, 0, 3]),
        limit=chance.choice([5, 20, 100]),
    )


def test_random_questions(engines: dict[str, Engine]) -> None:
    """Open entries are ranked by each engine's own numbers, so there their order is not compared."""
    chance, totals = _chance(12), 0
    for _time in range(QUESTIONS):
        asked = _question(chance)
        is_ranked = asked.sort == "relevance" and Tier.PUBLIC in asked.tiers and asked.wanted is not None
        asked = replace(asked, offset=0, limit=200) if is_ranked else asked
        answers = {name: _shown(engine.search(asked), is_ranked) for name, engine in engines.items()}
        assert len(set(map(repr, answers.values()))) == 1, (asked, answers)
        totals += answers["embedded"][0]
    assert totals > QUESTIONS


def _shown(answer: Answer, is_ranked: bool) -> tuple:
    keys = [hit.key for hit in answer.hits]
    facets = {name: sorted(counts.items()) for name, counts in sorted(answer.facets.items())}
    return answer.total, sorted(keys) if is_ranked else keys, facets


def test_open_entries_come_in_the_same_order_from_both_indexes(engines: dict[str, Engine]) -> None:
    for token in WORDS:
        asked = Question((Tier.PUBLIC,), frozenset({1}), Term("text_fr", token), limit=200)
        orders = [[hit.key for hit in engines[name].search(asked).hits] for name in INDEXES]
        assert len(orders[0]) > 3
        assert all(order == orders[0] for order in orders)


def test_pages_of_ranked_answers_follow_on_each_other(engines: dict[str, Engine]) -> None:
    chance = _chance(13)
    for _time in range(4):
        asked = replace(_question(chance), tiers=READING, sort="relevance", limit=200, offset=0)
        for engine in engines.values():
            whole = engine.search(asked).hits
            pages = [engine.search(replace(asked, offset=start, limit=23)).hits for start in range(0, 200, 23)]
            assert [hit.key for page in pages for hit in page] == [hit.key for hit in whole]
