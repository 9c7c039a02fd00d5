"""What does the desk find, by which spelling, and what of it is shown?"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.backends import get_search_backend
from modelsearch.backends.base import SearchFieldError
from modelsearch.query import MATCH_ALL, MATCH_NONE, And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.search.models import IndexEntry as WagtailEntry

from library.models import LibraryDocument, LibraryImage
from pages.models import BasePage, ForumSeriesPage, IndexPage, Organisation, Person
from tests.indexing import Indexing

Works = dict[str, Any]


def titles(found: Any) -> list[str]:
    return [row.title for row in found]


SPELLINGS = ["الإفريقي", "الافريقي", "إفريقي", "افريقي", "الإِفْريقيّ", "الافر", "افر", "افري", "بالافريقي"]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_an_arabic_title_in_every_spelling(works: Works, typed: str) -> None:
    assert titles(Page.objects.autocomplete(typed)) == ["المنتدى الإفريقي للأمن"]


@pytest.mark.parametrize("typed", ["declaration", "DÉCLARATIONS", "décl", "africaine decl", "africain"])
def test_a_french_title_by_words_and_beginnings(works: Works, typed: str) -> None:
    assert "Déclarations africaines" in titles(Page.objects.autocomplete(typed))


@pytest.mark.parametrize(
    ("model", "typed", "name"),
    [
        (LibraryDocument, "communiqué", "document"),
        (LibraryDocument, "rapport 2019", "document"),
        (LibraryDocument, "rap", "document"),
        (LibraryImage, "plenière", "image"),
        (Person, "امينه", "person"),
        (Person, "diallo", "person"),
        (ForumSeriesPage, "african-forum", "series"),
        (Page, "الوقايه", "edition"),
    ],
)
def test_files_records_and_pages(works: Works, model: type, typed: str, name: str) -> None:
    backend = get_search_backend()
    assert [row.pk for row in backend.autocomplete(typed, model)] == [works[name].pk]
    # Of another kind, nothing is called so.
    assert list(backend.autocomplete(typed, Organisation)) == []


def test_whole_words_only_when_searched_for(works: Works) -> None:
    assert titles(Page.objects.search("déclaration")) == ["Déclarations africaines"]
    assert titles(Page.objects.search("décl")) == []


def test_all_of_the_words_or_any(works: Works) -> None:
    assert titles(Page.objects.search("déclaration الإفريقي")) == []
    found = titles(Page.objects.search("déclaration الإفريقي", operator="or"))
    assert sorted(found) == sorted(["Déclarations africaines", "المنتدى الإفريقي للأمن"])


def test_in_some_fields_only(works: Works) -> None:
    assert titles(ForumSeriesPage.objects.search("الافريقي", fields=["title"])) == ["المنتدى الإفريقي للأمن"]
    assert titles(type(works["edition"]).objects.search("الوقاية", fields=["title"])) == []
    assert titles(type(works["edition"]).objects.search("الوقاية", fields=["title", "summary"])) != []
    assert titles(Page.objects.search("الافريقي", fields=[])) == []
    with pytest.raises(SearchFieldError):
        Page.objects.search("x", fields=["path"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (MATCH_ALL, {"root", "homes", "series", "french"}),
        (MATCH_NONE, set()),
        (Phrase("المنتدى الإفريقي"), {"series"}),
        (Phrase("الإفريقي المنتدى"), set()),
        (Phrase('"'), set()),
        (PlainText("افريقي") & ~PlainText("الأمن"), set()),
        (PlainText("افريقي") & ~PlainText("الصحة"), {"series"}),
        (PlainText("افريقي") | PlainText("declarations"), {"series", "french"}),
        (Or([MATCH_NONE, PlainText("افريقي")]), {"series"}),
        (Or([MATCH_ALL, PlainText("افريقي")]), {"root", "homes", "series", "french"}),
        (Or([MATCH_NONE]), set()),
        (And([MATCH_ALL, Boost(PlainText("افريقي"), 2)]), {"series"}),
        (And([MATCH_ALL]), {"root", "homes", "series", "french"}),
        (Not(Not(PlainText("افريقي"))), {"series"}),
        (Not(PlainText("افريقي")), {"french"}),
        (Not(Or([PlainText("افريقي"), PlainText("declarations")])), set()),
        (PlainText("declarations") | ~PlainText("الأمن"), {"french"}),
        (PlainText("الأمن") | ~PlainText("declarations"), {"series"}),
        (~PlainText("الأمن") | ~PlainText("declarations"), {"series", "french"}),
        (~(PlainText("افريقي") & ~PlainText("الأمن")), {"series", "french"}),
        (~(PlainText("افريقي") & ~PlainText("الصحة")), {"french"}),
        (~PlainText("الأمن") & ~(PlainText("declarations") & ~MATCH_NONE), set()),
        (Fuzzy("افريقي"), {"series"}),
    ],
)
def test_every_kind_of_query(works: Works, query: Any, found: set[str]) -> None:
    """The root stands in no index, nor do the home pages here, which migrations made."""
    names = {works["series"].pk: "series", works["french"].pk: "french", 1: "root"}
    pages = Page.objects.exclude(pk__in=[works["index"].pk, works["edition"].pk])
    assert {names.get(page.pk, "homes") for page in pages.search(query)} == found


def test_a_kind_of_query_that_there_is_no_search_for_is_told(works: Works) -> None:
    with pytest.raises(NotImplementedError, match=r"^No search for SearchQuery\.$"):
        list(Page.objects.search(SearchQuery()))


def test_what_has_a_word_comes_before_what_only_lacks_another(works: Works) -> None:
    pages = Page.objects.filter(pk__in=[works[name].pk for name in ("index", "series", "french")])
    found = titles(pages.search(PlainText("declarations") | ~PlainText("افريقي")))
    assert found == ["Déclarations africaines", "المنتديات"]


def test_the_rows_are_narrowed_by_the_database(works: Works) -> None:
    found = Page.objects.descendant_of(works["index"]).autocomplete("المنتد")
    assert (titles(found), found.count(), len(found)) == (["المنتدى الإفريقي للأمن"], 1, 1)
    assert Page.objects.filter(live=False).autocomplete("المنتد").count() == 0
    assert titles(Page.objects.filter(live=False).autocomplete("المنتد", order_by_relevance=False)) == []
    # By a field that Wagtail's own search would not take.
    assert Page.objects.filter(slug="forums").autocomplete("المنتد").count() == 1


def test_in_the_order_of_the_rows_where_that_is_asked_for(works: Works) -> None:
    ordered = Page.objects.order_by("-path").autocomplete("المنتد", order_by_relevance=False)
    assert titles(ordered) == ["المنتدى الإفريقي للأمن", "المنتديات"]
    assert titles(Page.objects.order_by("path").autocomplete("المنتد", order_by_relevance=False)) == [
        "المنتديات",
        "المنتدى الإفريقي للأمن",
    ]
    assert titles(Page.objects.order_by().autocomplete("المنتد", order_by_relevance=False)) == [
        "المنتدى الإفريقي للأمن",
        "المنتديات",
    ]


def test_page_by_page_each_once(homes: Works, add: Callable[..., BasePage]) -> None:
    for place in range(7):
        add(homes["en"], IndexPage, title=f"Papers {place}", slug=f"papers-{place}", lists="paper")
    found = Page.objects.autocomplete("papers")
    pages = [titles(found[start : start + 3]) for start in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert len({title for page in pages for title in page}) == found.count() == 7
    assert found[2].title == pages[0][2]
    assert found[5:].count() == 2


def test_how_many_of_each_type(works: Works) -> None:
    types = Page.objects.autocomplete("المنتد").facet("content_type_id")
    assert types == {works["index"].content_type_id: 1, works["series"].content_type_id: 1}


def test_a_score_is_nobodys_business(works: Works) -> None:
    (row,) = Page.objects.autocomplete("الافريقي").annotate_score("score")
    assert row.score is None


def test_what_is_not_in_our_index_is_looked_for_in_its_rows(db: None) -> None:
    Document.objects.create(title="An old file", file="old.pdf")
    backend = get_search_backend()
    assert titles(backend.search("old", Document)) == titles(backend.autocomplete("old", Document)) == ["An old file"]
    assert list(backend.search("old", User)) == []


def test_as_many_queries_for_three_as_for_one(homes: Works, add: Callable[..., BasePage], indexing: Indexing) -> None:
    def queries() -> int:
        indexing()
        with CaptureQueriesContext(connection) as asked:
            found = Page.objects.autocomplete("papers")
            assert found.count() == len(found[:20]) == made
        return len(asked)

    made = 1
    add(homes["en"], IndexPage, title="Papers", slug="papers", lists="paper")
    first = queries()
    for made in (2, 3):
        add(homes["en"], IndexPage, title=f"Papers {made}", slug=f"papers-{made}", lists="paper")
    assert queries() == first <= 4


def test_saving_pays_no_second_index(works: Works) -> None:
    with CaptureQueriesContext(connection) as asked:
        works["french"].save_revision().publish()
    assert not [query["sql"] for query in asked if "wagtailsearch" in query["sql"]]
    assert not WagtailEntry.objects.exists()

    backend = get_search_backend()
    backend.add(works["french"])
    backend.add_bulk(IndexPage, [works["french"]])
    backend.delete(works["french"])
    backend.reset_indexes()
    backend.refresh_indexes()
    assert not WagtailEntry.objects.exists()
