"""The index made anew: from nothing, beside a live one, with changes in the midst, and when it is stopped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from access.changing import Wanted, set_access
from jobs.models import Job
from pages.models import HomePage, Person, PersonName, PersonRole, StandardPage
from search import exchanging, outbox
from search.engines import engine
from search.entries import Tier
from search.models import IndexEntry
from search.rebuilding import rebuild, wanted_keys
from tests.indexing import Indexing
from tests.search.test_indexing import found, held, work

Add = Callable[..., StandardPage]


@pytest.fixture
def pages(homes: dict[str, HomePage], add: Add, indexing: Indexing) -> list[StandardPage]:
    """Three pages, which stand in the index."""
    made = [
        add(homes["en"], StandardPage, title=f"Page {number}", slug=f"page-{number}", summary="Diplomacy first.")
        for number in range(3)
    ]
    indexing()
    return [StandardPage.objects.get(pk=page.pk) for page in made]


def change(page: StandardPage, summary: str) -> None:
    page.summary = summary
    page.save_revision().publish()


def test_everything_is_made_anew_from_the_database(pages: list[StandardPage], settings: Any, tmp_path: Path) -> None:
    before = held()
    settings.SEARCH_URL = f"embedded://{tmp_path}/another"
    IndexEntry.objects.all().delete()
    call_command("rebuild_search")
    assert {key: tier for key, tier in held().items() if key in before} == before
    assert sorted(found("diplomacy")) == sorted(work(page) for page in pages)
    # The homes were there before there was an index.
    assert {key.partition(":")[0] for key in held()} == {"work", "desk"}
    assert len(held()) == len(IndexEntry.objects.all()) == 10


def test_entries_that_should_not_be_there_are_gone(pages: list[StandardPage]) -> None:
    ghost = "work:00000000-0000-4000-8000-000000000000"
    row = IndexEntry.objects.get(key=work(pages[0]))
    row.key = ghost
    row.save(force_insert=True)
    call_command("rebuild_search")
    assert ghost not in held()
    assert not IndexEntry.objects.filter(key=ghost).exists()


def test_what_was_written_past_all_signals_is_seen(pages: list[StandardPage]) -> None:
    StandardPage.objects.filter(pk=pages[0].pk).update(summary="Mediation first.")
    call_command("rebuild_search")
    assert found("mediation") == [work(pages[0])]


def test_what_changes_in_the_midst_is_in_the_new_index(
    pages: list[StandardPage], homes: dict[str, HomePage], add: Add, indexing: Indexing
) -> None:
    """One brought up to date after it was built, one deleted, one new, one noted and not yet done."""
    new: list[StandardPage] = []

    def meanwhile(count: int) -> None:
        change(pages[0], "Mediation first.")
        set_access(pages[2], Wanted(setting="members"), by=None)
        pages[1].delete()
        new.append(add(homes["en"], StandardPage, title="New", slug="new", summary="Mediation too."))
        indexing()
        change(new[0], "Mediation, and more.")

    rebuild(wanted_keys(), meanwhile)
    assert work(pages[1]) in outbox.pending(10)
    assert held()[work(pages[2])] == Tier.MEMBERS
    assert set(found("mediation")) == {work(pages[0]), work(new[0])}
    indexing()
    assert work(pages[1]) not in held()
    assert found("more") == [work(new[0])]
    versions = {key: version for key, version, _tier in engine().held()}
    assert versions == dict(IndexEntry.objects.values_list("key", "version"))


def test_an_older_state_never_takes_the_place_of_what_a_worker_wrote(
    pages: list[StandardPage], indexing: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change falls between the look at the page and the writing of its entry."""
    from search import rebuilding

    look = rebuilding.project

    def slowly(keys: list[str]) -> Any:
        seen = look(keys)
        change(pages[0], "Mediation first.")
        indexing()
        return seen

    monkeypatch.setattr(rebuilding, "project", slowly)
    call_command("rebuild_search")
    assert found("mediation") == [work(pages[0])]
    assert not Job.objects.exists()


def test_who_is_named_for_the_first_time_in_the_midst_is_found(pages: list[StandardPage], indexing: Indexing) -> None:
    """Nobody spoke of them when it began, and when a worker looks, the work says what is kept of it already."""
    person = Person.objects.create(slug="amina")
    PersonName.objects.create(person=person, language="en", name="Amina Diallo")
    indexing()
    wanted = wanted_keys()
    assert f"person:{person.pk}" not in wanted
    PersonRole.objects.create(page_id=pages[0].pk, person=person, role="speaker")
    rebuild(wanted, lambda count: None)
    indexing()
    assert held()[f"person:{person.pk}"] == Tier.PUBLIC


@pytest.mark.parametrize("after", [1, 4, 10])
def test_stopped_at_any_point_it_did_nothing_and_the_next_run_succeeds(
    pages: list[StandardPage], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr("search.rebuilding.BATCH", 1)
    StandardPage.objects.filter(pk=pages[0].pk).update(summary="Mediation first.")
    steps: list[int] = []

    def stop(count: int) -> None:
        steps.append(count)
        if len(steps) == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(wanted_keys(), stop)
    assert len(found("diplomacy")) == 3
    call_command("rebuild_search")
    assert found("mediation") == [work(pages[0])]


def test_nobody_brings_entries_up_to_date_while_the_index_is_exchanged(
    pages: list[StandardPage], indexing: Indexing
) -> None:
    change(pages[0], "Mediation first.")
    with exchanging.undisturbed():
        assert indexing().done == 0
        assert outbox.pending(10)
        assert IndexEntry.objects.get(key=work(pages[0])).texts[1]["text"] == "Diplomacy first."
    assert not exchanging.is_under_way()


def test_two_at_once_are_refused(pages: list[StandardPage]) -> None:
    with engine().build(), pytest.raises(CommandError, match="Somebody else"):
        call_command("rebuild_search")


def test_it_says_how_far_it_is_in_lines_where_there_is_no_terminal(
    pages: list[StandardPage], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.rebuilding.BATCH", 6)
    call_command("rebuild_search")
    said = capsys.readouterr()
    assert said.err == "Entries: 6 of 10\nEntries: 10 of 10\n"
    assert said.out == "The new index answers, with 10 entries.\n"
