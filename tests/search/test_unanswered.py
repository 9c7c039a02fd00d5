"""What is kept of searches that found nothing."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.test import Client

from access.principals import Principal, anonymous
from pages.models import HomePage, StandardPage
from search.models import UnansweredSearch
from search.query import understand
from search.shown import Chosen, Results
from search.unanswered import note_unanswered
from tests.indexing import Indexing
from tests.search.asking import engine_away, new_member

pytestmark = pytest.mark.django_db
NOTHING = Results(is_asked=True)


@pytest.fixture(autouse=True)
def _nobody_counted() -> None:
    cache.clear()


def note(text: str, results: Results = NOTHING, *, reader: Principal | None = None, visitor: str = "a") -> None:
    note_unanswered(understand(text, language="fr"), results, reader or anonymous(), visitor=visitor)


def kept() -> list[tuple[str, str, int]]:
    return list(UnansweredSearch.objects.order_by("words").values_list("language", "words", "count"))


def test_spellings_count_together_and_each_visitor_once() -> None:
    note("Diplomatie Préventive")
    note("diplomatie preventive", visitor="b")
    note("diplomatie preventive", visitor="b")
    note('"الأمن"')
    assert kept() == [("fr", "diplomatie preventive", 2), ("fr", "الامن", 1)]


@pytest.mark.parametrize(
    "text", ["amina@example.org", "06 12 34 56 789", "https://example.org", "a b c d e f g h i", "", "*", "type:paper"]
)
def test_a15_what_may_be_somebodys_own_is_not_kept(text: str) -> None:
    note(text)
    assert kept() == []


def test_a15_only_what_anybody_asked_in_vain_is_kept() -> None:
    note("word", reader=new_member())
    note("word", replace(NOTHING, total=1))
    note("word", replace(NOTHING, is_degraded=True))
    note("word", replace(NOTHING, is_asked=False))
    note("word", replace(NOTHING, chosen=(Chosen("type", "paper", None),)))
    assert kept() == []


def test_no_more_than_so_many_a_day_and_not_for_ever() -> None:
    today = datetime.date.today()
    UnansweredSearch.objects.create(day=today - datetime.timedelta(days=91), language="fr", words="old")
    note("new")
    assert kept() == [("fr", "new", 1)]
    UnansweredSearch.objects.bulk_create(
        UnansweredSearch(day=today, language="fr", words=f"w{number}") for number in range(999)
    )
    note("another")
    note("new", visitor="b")
    assert UnansweredSearch.objects.count() == 1000
    assert UnansweredSearch.objects.get(words="new").count == 2


def test_a_reader_of_the_page_is_counted_and_a_program_is_not(
    indexing: Indexing, add: Callable[..., StandardPage], homes: dict[str, HomePage], client: Client
) -> None:
    add(homes["en"], StandardPage, title="Harbour", slug="harbour")
    indexing()
    with engine_away():
        client.get("/en/search/", {"q": "lighthouse"})
    for query in ({"q": "harbour"}, {"q": "lighthouse", "format": "json"}, {"q": "lighthouse", "type": "paper"}):
        client.get("/en/search/", query)
    client.get("/en/search/suggestions/", {"q": "lighthouse"})
    assert kept() == []
    client.get("/en/search/", {"q": "lighthouse"})
    assert kept() == [("en", "lighthouse", 1)]
