"""What the entries in the database answer while no engine does."""

import pytest

from search.engines.alike import is_alike
from search.engines.base import (
    Answer,
    Best,
    Between,
    Every,
    Filter,
    Hit,
    OneOf,
    Phrase,
    Question,
    Some,
    Term,
    Wanted,
)
from search.engines.database import DatabaseEngine
from search.entries import READING, Entry, Tier
from search.models import IndexEntry

pytestmark = pytest.mark.django_db

OPEN, MEMBERS = 3, 33


def keep(key: str, *, tier: Tier = Tier.PUBLIC, classes: tuple[int, ...] = (OPEN,), **fields: object) -> None:
    held = "," + "".join(f"{number}," for number in classes)
    IndexEntry.objects.create(key=key, tier=tier, classes=held, digest="", **fields)


@pytest.fixture
def kept() -> None:
    keep(
        "work:a",
        tokens={"title_en": "water", "text_en": "water peac talk", "exact": "water peace talks"},
        values={"kind": ["paper"], "country": ["MA"], "topic": ["water", "peace"]},
        years=[2019, 2020],
        day=18_000,
    )
    keep("work:b", tokens={"text_en": "water", "exact": "water"}, values={"kind": ["news"]}, years=[2021], day=18_800)
    keep("work:c", tokens={"text_ar": "سلام ماء", "exact": "السلام والماء"}, values={"kind": ["paper"]})
    keep("work:d", tier=Tier.MEMBERS, classes=(MEMBERS,), tokens={"text_en": "water", "exact": "water"}, day=1)


def asked(wanted: Wanted | None = None, **narrowing: object) -> Answer:
    defaults: dict = {"tiers": READING, "classes": frozenset({OPEN})}
    return DatabaseEngine().search(Question(wanted=wanted, **(defaults | narrowing)))


def keys(answer: Answer) -> list[str]:
    return [hit.key for hit in answer.hits]


WATER, PEACE, SALAM = Term("text_en", "water"), Term("text_en", "peac"), Term("text_ar", "سلام")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (WATER, {"work:a": 0.455, "work:b": 0.455}),
        (SALAM, {"work:c": 0.455}),
        (Term("text_en", "wat"), {}),
        (Phrase("exact", ("peace", "talks")), {"work:a": 0.455}),
        (Phrase("exact", ("talks", "peace")), {}),
        (Some((WATER, PEACE)), {"work:a": 0.455, "work:b": 0.227}),
        (Some((WATER, PEACE), at_least=2), {"work:a": 0.455}),
        (
            Best((WATER, SALAM, Term("exact", "water", 0.5)), tie=0.5),
            {"work:a": 0.325, "work:b": 0.325, "work:c": 0.26},
        ),
        (Every((WATER,), bonus=(Term("title_en", "water", 3.0),)), {"work:a": 0.455, "work:b": 0.114}),
        (Every((WATER, SALAM)), {}),
        (None, {"work:a": 0.0, "work:b": 0.0, "work:c": 0.0}),
    ],
)
def test_matches_and_shares(kept: None, wanted: Wanted | None, found: dict[str, float]) -> None:
    IndexEntry.objects.update(tier=Tier.RESTRICTED)
    answer = asked(wanted)
    assert {hit.key: round(hit.score, 3) for hit in answer.hits} == found
    assert answer.total == len(found)


def test_among_open_entries_rare_words_and_short_texts_come_first() -> None:
    for number in range(5):
        keep(f"work:{number}", tokens={"text_en": "common " + "word " * number})
    keep("work:rare", tokens={"text_en": "rare word word word word word word"})
    answer = asked(Some((Term("text_en", "common"), Term("text_en", "rare"))))
    assert keys(answer) == ["work:rare", "work:0", "work:1", "work:2", "work:3", "work:4"]
    assert all(0 < hit.score < 1 for hit in answer.hits)


def test_a08_what_is_closed_does_not_move_the_scores_of_what_is_open(kept: None) -> None:
    """Not even while it is not kept yet, and looked at whoever asks."""
    closed = [
        Entry(f"work:{number}", Tier.MEMBERS, 0, frozenset({MEMBERS}), {"text_en": "water water water"})
        for number in range(9)
    ]
    question = Question(READING, frozenset({OPEN}), Some((WATER, PEACE)))
    answer = DatabaseEngine(closed).search(question)
    assert keys(answer) == ["work:a", "work:b"]
    assert answer == DatabaseEngine().search(question)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((OneOf("kind", ("paper",)),), {"work:a", "work:c"}),
        ((OneOf("kind", ("paper", "news")),), {"work:a", "work:b", "work:c"}),
        ((OneOf("kind", ("paper",)), OneOf("country", ("MA",))), {"work:a"}),
        ((OneOf("kind", ()),), set()),
        ((Between("year", 2020, 2021),), {"work:a", "work:b"}),
        ((Between("year", None, 2019),), {"work:a"}),
        ((Between("day", 18_001, None),), {"work:b"}),
    ],
)
def test_filters(kept: None, filters: tuple[Filter, ...], found: set[str]) -> None:
    assert set(keys(asked(filters=filters))) == found


def test_classes_tiers_and_what_is_left_out(kept: None) -> None:
    assert keys(asked(WATER, classes=frozenset())) == []
    assert keys(asked(WATER, classes=frozenset({MEMBERS}))) == ["work:d"]
    assert keys(asked(WATER, classes=frozenset(range(1, 500)))) == ["work:b", "work:d", "work:a"]
    assert keys(asked(WATER, classes=frozenset({OPEN, MEMBERS}), tiers=(Tier.PUBLIC,))) == ["work:b", "work:a"]
    assert keys(asked(WATER, excluded=frozenset({"work:b"}))) == ["work:a"]
    assert keys(asked(WATER, without=(PEACE,))) == ["work:b"]


def test_what_is_near_in_meaning_is_found_without_its_words(kept: None) -> None:
    near = asked(PEACE, also=frozenset({"work:c", "work:d"}))
    assert keys(near) == ["work:a", "work:c"]
    assert near.hits[1] == Hit("work:c", 0.0)
    assert keys(asked(PEACE, also=frozenset({"work:c"}), without=(SALAM,))) == ["work:a"]


def test_order_pages_and_counts(kept: None) -> None:
    assert keys(asked(sort="newest")) == ["work:b", "work:a", "work:c"]
    assert keys(asked(sort="oldest")) == ["work:a", "work:b", "work:c"]
    page = asked(WATER, offset=1, limit=1, facets=("kind", "topic", "year"))
    assert keys(page) == ["work:a"]
    assert page.total == 2
    assert page.facets == {
        "kind": {"paper": 1, "news": 1},
        "topic": {"water": 1, "peace": 1},
        "year": {"2019": 1, "2020": 1, "2021": 1},
    }


def test_words_that_are_alike_are_those_of_open_entries(kept: None) -> None:
    keep("work:e", tier=Tier.MEMBERS, classes=(OPEN,), tokens={"exact": "wader"})
    keep("work:f", classes=(MEMBERS,), tokens={"exact": "waterz"})
    question = Question(READING, frozenset({OPEN}))
    assert DatabaseEngine().words_like("watre", question, 5) == ["water"]
    assert DatabaseEngine().words_like("والما", question, 5) == ["والماء"]


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        ("water", "water", True),
        ("watre", "water", True),
        ("wter", "water", True),
        ("wter", "waters", False),
        ("diplomcay", "diplomacy", True),
        ("diplmcay", "diplomacy", True),
        ("diplmcy", "diplomatic", False),
        ("peace", "please", True),
        ("abc", "acb", True),
        ("abc", "cab", False),
    ],
)
def test_alike(word: str, other: str, alike: bool) -> None:
    assert is_alike(word, other) is alike


def test_two_queries(kept: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):
        asked(Some((WATER, PEACE, SALAM)), facets=("kind",), also=frozenset({"work:c"}))
