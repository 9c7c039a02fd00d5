"""How are projected entries kept?"""

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.entries import Entry, Tier
from search.keeping import entries, keep, next_version
from search.models import IndexEntry
from search.projection import Projected

pytestmark = pytest.mark.django_db

ONE = Projected(
    key="work:1",
    tier=Tier.MEMBERS,
    classes=frozenset({17, 3}),
    tokens={"title_en": "share data"},
    values={"kind": ("paper",), "topic": ("peace", "diplomacy")},
    years=(2019, 2020),
    day=18260,
    texts=[{"address": "", "language": "en", "text": "Share data"}],
    mentions=("person:1",),
)


def test_an_entry_goes_in_and_comes_out() -> None:
    keep([ONE])

    row = IndexEntry.objects.get()
    assert (row.key, row.tier, row.classes, row.day, row.mentions) == (
        "work:1",
        "members",
        ",3,17,",
        18260,
        ["person:1"],
    )
    assert entries([row]) == [
        Entry(
            key="work:1",
            tier=Tier.MEMBERS,
            version=row.version,
            classes=frozenset({3, 17}),
            tokens={"title_en": "share data"},
            values={"kind": ("paper",), "topic": ("peace", "diplomacy")},
            years=(2019, 2020),
            day=18260,
        )
    ]


def test_what_is_the_same_is_not_written_anew() -> None:
    (before,) = keep([ONE])
    with CaptureQueriesContext(connection) as asked:
        (again,) = keep([ONE])

    assert [query["sql"].split()[0] for query in asked if "search_indexentry" in query["sql"]] == ["SELECT"]
    assert (again.version, again.digest) == (before.version, before.digest)
    assert entries([again]) == entries(IndexEntry.objects.all())


@pytest.mark.parametrize(
    "change",
    [
        {"tier": Tier.RESTRICTED},
        {"classes": frozenset({3})},
        {"tokens": {}},
        {"values": {}},
        {"years": (2019,)},
        {"day": None},
        {"texts": []},
        {"mentions": ()},
    ],
)
def test_what_is_another_has_a_higher_version(change: dict[str, object]) -> None:
    (before,) = keep([ONE])
    (after,) = keep([dataclasses.replace(ONE, **change)])
    assert after.version > before.version
    assert entries([after]) == entries(IndexEntry.objects.all())


def test_what_comes_back_is_newer_than_what_was_taken_away() -> None:
    (before,) = keep([ONE])
    keep([], ["work:1", "work:unknown"])
    assert not IndexEntry.objects.exists()
    taken_away_at = next_version()
    (after,) = keep([ONE])
    assert before.version <= taken_away_at <= after.version


def test_a_clock_that_goes_back_changes_nothing() -> None:
    IndexEntry.objects.create(key="work:1", tier="public", version=2**52, digest="other")
    (row,) = keep([ONE])
    assert row.version == 2**52 + 1


def test_as_many_queries_for_three_as_for_one() -> None:
    def queries(count: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            keep(dataclasses.replace(ONE, key=f"work:{count}-{place}") for place in range(count))
        return len(asked)

    assert queries(1) == queries(3)


def test_many_classes_are_all_kept() -> None:
    numbers = frozenset(range(1, 2000))
    keep([dataclasses.replace(ONE, classes=numbers)])
    assert entries(IndexEntry.objects.all())[0].classes == numbers
