"""Does the check see what differs, name it, and repair it?"""

import os
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from access.models import PageAssignment
from pages.models import HomePage, StandardPage
from search import outbox
from search.checking import Drift, check
from search.engines import engine
from search.entries import Entry, Tier
from search.keeping import next_version
from search.models import IndexEntry
from tests.indexing import Indexing
from tests.search.test_indexing import found, held, work

Add = Callable[..., StandardPage]


@pytest.fixture
def page(homes: dict[str, HomePage], add: Add, indexing: Indexing) -> StandardPage:
    """A page in an index that has everything."""
    made = add(homes["en"], StandardPage, title="About", slug="about", summary="Diplomacy first.")
    call_command("rebuild_search")
    indexing()
    return StandardPage.objects.get(pk=made.pk)


def drifts() -> dict[Drift, list[str]]:
    return dict(check().drifts)


def repaired(capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says; afterwards nothing differs."""
    with pytest.raises(CommandError, match="entries differ"):
        call_command("check_search")
    capsys.readouterr()
    call_command("check_search", "--repair")
    assert drifts() == {}
    return capsys.readouterr().out


def test_where_nothing_differs_it_says_so(page: StandardPage, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    call_command("check_search")
    assert capsys.readouterr().out == (
        "6 entries compared, 0 changes wait for the worker.\nThe index says what the database says.\n"
    )


def test_what_waits_for_the_worker_is_late_and_not_lost(page: StandardPage) -> None:
    page.save()
    seen = check()
    assert (seen.pending, seen.keys) == (2, set())


def test_a_change_past_all_signals_is_seen_and_repaired(
    page: StandardPage, capsys: pytest.CaptureFixture[str]
) -> None:
    StandardPage.objects.filter(pk=page.pk).update(summary="Mediation first.")
    assert drifts() == {Drift.OUTDATED: [f"desk:page:{page.pk}", work(page)]}
    said = repaired(capsys)
    assert f"2 kept as it was before, not as it is: desk:page:{page.pk}, {work(page)}\n" in said
    assert "Repairing: 2 done, 0 failed, 0 put off." in said
    assert found("mediation") == [work(page)]


def test_a_page_that_was_taken_away_past_all_signals_is_seen(
    page: StandardPage, capsys: pytest.CaptureFixture[str]
) -> None:
    StandardPage.objects.filter(pk=page.pk).update(live=False)
    assert drifts() == {Drift.GHOST: [work(page)]}
    repaired(capsys)
    assert found("diplomacy") == []


def test_a_class_that_changed_past_all_signals_is_seen(page: StandardPage, capsys: pytest.CaptureFixture[str]) -> None:
    PageAssignment.objects.filter(page=page.pk).delete()
    assert drifts() == {Drift.GHOST: [work(page)]}
    repaired(capsys)
    assert found("diplomacy") == []


def test_what_the_engine_lost_is_seen(page: StandardPage, capsys: pytest.CaptureFixture[str]) -> None:
    engine().write([], [work(page)], next_version())
    assert drifts() == {Drift.ABSENT: [work(page)]}
    repaired(capsys)
    assert found("diplomacy") == [work(page)]


def test_what_stands_for_other_readers_is_seen(page: StandardPage, capsys: pytest.CaptureFixture[str]) -> None:
    row = IndexEntry.objects.get(key=work(page))
    engine().write([Entry(row.key, Tier.RESTRICTED, row.version, frozenset({1}))], [], row.version)
    assert drifts() == {Drift.TIER: [work(page)]}
    repaired(capsys)
    assert held()[work(page)] == Tier.PUBLIC


def test_an_engine_that_is_ahead_of_a_restored_database_is_seen(
    page: StandardPage, capsys: pytest.CaptureFixture[str]
) -> None:
    row = IndexEntry.objects.get(key=work(page))
    engine().write([Entry(row.key, Tier.PUBLIC, row.version + 5, frozenset({1}))], [], row.version)
    assert drifts() == {Drift.VERSION: [work(page)]}
    repaired(capsys)
    assert found("diplomacy") == [work(page)]


def test_entries_that_are_not_kept_or_kept_by_mistake_are_seen(
    page: StandardPage, capsys: pytest.CaptureFixture[str]
) -> None:
    row = IndexEntry.objects.get(key=work(page))
    row.delete()
    row.key = "work:00000000-0000-4000-8000-000000000000"
    row.save(force_insert=True)
    assert drifts() == {Drift.MISSING: [work(page)], Drift.SUPERFLUOUS: [row.key]}
    repaired(capsys)
    assert found("diplomacy") == [work(page)]


def test_without_an_engine_it_says_so(page: StandardPage, settings: object) -> None:
    folder = settings.SEARCH_URL.removeprefix("embedded://")
    os.rename(folder, f"{folder}-away")
    with pytest.raises(CommandError, match="does not answer"):
        call_command("check_search")
    assert outbox.pending(10) == []
