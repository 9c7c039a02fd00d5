"""From a change to what the engine answers: publish, and it is found; take it away, and it is not."""

import fcntl
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from access.changing import Wanted, set_access
from access.principals import anonymous
from jobs.models import Job
from pages.models import HomePage, Organisation, OrganisationName, OrganisationRole, StandardPage
from search import outbox
from search.analysis import tokens
from search.engines import engine
from search.engines.base import Question, Term
from search.entries import READING, TEXT, Tier
from search.models import IndexEntry
from tests.indexing import Indexing

Add = Callable[..., StandardPage]


def found(word: str, language: str = "en") -> list[str]:
    (token,) = tokens(word, language)
    wanted = Term(TEXT[language], token.stem)
    answer = engine().search(Question(READING, frozenset(anonymous().reach.view), wanted, facets=("kind",)))
    return [hit.key for hit in answer.hits]


def held() -> dict[str, Tier]:
    return {key: tier for key, _version, tier in engine().held()}


@pytest.fixture
def about(homes: dict[str, HomePage], add: Add, indexing: Indexing) -> StandardPage:
    page = add(homes["en"], StandardPage, title="About", slug="about", summary="Diplomacy before crises.")
    indexing()
    return StandardPage.objects.get(pk=page.pk)


def work(page: StandardPage) -> str:
    return f"work:{page.translation_key}"


def test_what_is_published_is_found(about: StandardPage) -> None:
    assert found("diplomacy") == [work(about)]
    assert not Job.objects.exists()


def test_a_draft_is_found_at_the_desk_only(homes: dict[str, HomePage], add: Add, indexing: Indexing) -> None:
    page = add(homes["en"], StandardPage, title="Diplomacy", slug="draft", live=False)
    indexing()
    assert held() == {f"desk:page:{page.pk}": Tier.DESK}


def test_another_wording_takes_the_place_of_the_former(about: StandardPage, indexing: Indexing) -> None:
    about.summary = "Mediation before crises."
    about.save_revision().publish()
    indexing()
    assert (found("diplomacy"), found("mediation")) == ([], [work(about)])


def test_what_is_unpublished_or_deleted_is_gone(about: StandardPage, indexing: Indexing) -> None:
    about.unpublish()
    indexing()
    assert found("diplomacy") == []
    assert not IndexEntry.objects.filter(key=work(about)).exists()
    about.save_revision().publish()
    indexing()
    assert found("diplomacy") == [work(about)]
    StandardPage.objects.get(pk=about.pk).delete()
    indexing()
    assert held() == {}


def test_a_closed_work_moves_to_its_tier_and_what_is_known_of_it_stands_apart(
    about: StandardPage, indexing: Indexing
) -> None:
    set_access(about, Wanted(setting="members", discovery="everyone"), by=None)
    indexing()
    known = f"known:{about.translation_key}"
    assert held() == {work(about): Tier.MEMBERS, known: Tier.KNOWN, f"desk:page:{about.pk}": Tier.DESK}
    set_access(about, Wanted(setting="named", discovery="everyone"), by=None)
    indexing()
    assert held()[work(about)] == Tier.RESTRICTED
    set_access(about, Wanted(), by=None)
    indexing()
    assert held() == {work(about): Tier.PUBLIC, f"desk:page:{about.pk}": Tier.DESK}


def test_who_becomes_known_by_a_page_is_found_and_gone_with_it(about: StandardPage, indexing: Indexing) -> None:
    organisation = Organisation.objects.create(slug="union")
    OrganisationName.objects.create(organisation=organisation, language="en", name="African Union")
    indexing()
    assert found("african") == []
    about.organisation_roles.add(OrganisationRole(organisation=organisation, role="partner"))
    about.save()
    indexing()
    key = f"organisation:{organisation.pk}"
    assert found("african") == [key, work(about)]
    organisation.names.all().update(name="Union of Africa")
    organisation.save()
    indexing()
    assert found("african") == []
    assert sorted(found("africa")) == [key, work(about)]
    about.organisation_roles.clear()
    about.save()
    indexing()
    assert found("africa") == []


def test_nothing_is_given_a_new_version_that_is_the_same(about: StandardPage, indexing: Indexing) -> None:
    before = dict(IndexEntry.objects.values_list("key", "version"))
    about.save()
    indexing()
    assert dict(IndexEntry.objects.values_list("key", "version")) == before


def test_with_the_engine_away_publishing_works_and_everything_converges_after(
    about: StandardPage, indexing: Indexing
) -> None:
    """The folder of the index is a file: whoever runs the tests, nothing can be written there."""
    folder = Path(settings.SEARCH_URL.removeprefix("embedded://"))
    away = folder.with_name("away")
    folder.rename(away)
    folder.write_text("")
    about.summary = "Mediation before crises."
    about.save_revision().publish()
    assert indexing().put_off > 0
    assert IndexEntry.objects.get(key=work(about)).texts[1]["text"] == "Mediation before crises."
    job = Job.objects.get(key=work(about))
    assert (job.attempts, job.is_dead, bool(job.error)) == (0, False, True)

    folder.unlink()
    away.rename(folder)
    Job.objects.update(due_at=timezone.now())
    indexing()
    assert found("mediation") == [work(about)]
    assert not Job.objects.exists()


def test_who_finds_the_index_locked_waits_a_little_and_leaves_it_then(
    about: StandardPage, indexing: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.indexing.PATIENCE", 0.3)
    about.summary = "Mediation before crises."
    about.save_revision().publish()
    lock = os.open(Path(settings.SEARCH_URL.removeprefix("embedded://")) / "write.lock", os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    assert indexing().put_off > 0
    Job.objects.update(due_at=timezone.now())
    monkeypatch.setattr("search.indexing.PATIENCE", 10)
    letting_go = threading.Timer(0.2, os.close, [lock])
    letting_go.start()
    indexing()
    letting_go.join()
    assert found("mediation") == [work(about)]
    assert outbox.pending(10) == []
