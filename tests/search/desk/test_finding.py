"""What does the desk find while the index is behind, or away? And whatever is typed is no syntax."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from jobs.models import Job
from pages.models import BasePage, IndexPage, Person, PersonName
from search.desk import finding
from search.models import IndexEntry
from tests.indexing import Indexing
from tests.search.projection.closing import close

Works = dict[str, Any]
PAGES = reverse("wagtailadmin_pages:search")
IMAGES = reverse("wagtailimages:index")


def titles(typed: str) -> list[str]:
    return [row.title for row in Page.objects.autocomplete(typed)]


def test_with_an_index_that_is_up_to_date(works: Works, indexing: Indexing) -> None:
    indexing()
    assert not Job.objects.exists()
    assert titles("افريقي") == ["المنتدى الإفريقي للأمن"]


def test_what_was_saved_a_moment_ago(works: Works, indexing: Indexing) -> None:
    indexing()
    page = works["french"]
    page.title = "Engagements"
    page.save_revision()
    # Under both titles, the published one and the draft's.
    assert titles("engag") == titles("declarations") == ["Déclarations africaines"]

    page.save_revision().publish()
    assert (titles("engag"), titles("declarations")) == (["Engagements"], ["Engagements"])
    page.slug = "engagements"
    page.save()
    assert (titles("engag"), titles("declarations")) == (["Engagements"], [])

    page.delete()
    assert titles("engag") == []


def test_nothing_is_lost_while_very_much_changes(
    works: Works, monkeypatch: pytest.MonkeyPatch, indexing: Indexing
) -> None:
    indexing()
    monkeypatch.setattr(finding, "FEW", 0)
    works["french"].title = "Engagements"
    works["french"].save()
    # Not found by its new title yet, but still by the old one.
    assert (titles("declarations"), titles("engag")) == (["Engagements"], [])
    indexing()
    assert titles("engag") == ["Engagements"]


def test_when_more_is_found_than_an_engine_hands_over(
    homes: Works, add: Callable[..., BasePage], monkeypatch: pytest.MonkeyPatch, indexing: Indexing
) -> None:
    for place in range(3):
        add(homes["en"], IndexPage, title=f"Papers {place}", slug=f"papers-{place}", lists="paper")
    indexing()
    monkeypatch.setattr(finding, "MOST", 2)
    assert sorted(titles("papers")) == ["Papers 0", "Papers 1", "Papers 2"]


def test_the_database_answers_where_the_engine_does_not(
    works: Works, indexing: Indexing, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    indexing()
    assert IndexEntry.objects.filter(tier="desk").exists()
    settings.SEARCH_URL = "http://127.0.0.1:9"
    assert titles("افريقي") == ["المنتدى الإفريقي للأمن"]
    assert "The search engine does not answer the desk; the database does." in caplog.messages
    works["french"].title = "Engagements"
    works["french"].save()
    assert titles("engag") == ["Engagements"]


def rows_in(response: Any) -> str:
    assert response.status_code == 200
    return response.content.decode()


def edit(page: Page) -> str:
    return f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}"'


def test_in_the_list_of_pages(chief: Client, works: Works) -> None:
    found = rows_in(chief.get(PAGES, {"q": "افريقي"}))
    assert edit(works["series"]) in found
    assert edit(works["french"]) not in found
    assert edit(works["series"]) in rows_in(chief.get(PAGES, {"q": "افريقي live:yes"}))
    assert edit(works["series"]) not in rows_in(chief.get(PAGES, {"q": "افريقي live:no"}))
    assert edit(works["french"]) in rows_in(chief.get(PAGES, {"q": "", "ordering": "title"}))
    below = reverse("wagtailadmin_explore", args=[works["index"].pk])
    assert edit(works["series"]) in rows_in(chief.get(below, {"q": "المنتدى الافريقي"}))
    assert edit(works["series"]) not in rows_in(chief.get(below, {"q": "declarations"}))


def test_in_the_choosers(chief: Client, works: Works) -> None:
    pages = chief.get(reverse("wagtailadmin_choose_page_search"), {"q": "افريقي"})
    assert "المنتدى الإفريقي للأمن" in rows_in(pages)
    images = chief.get(reverse("wagtailimages_chooser:choose_results"), {"q": "pleniere"})
    assert "Salle" in rows_in(images)
    documents = chief.get(reverse("wagtaildocs_chooser:choose_results"), {"q": "rapport"})
    assert "Communiqués" in rows_in(documents)


def test_in_the_list_of_people(chief: Client, works: Works) -> None:
    other = Person.objects.create(slug="other")
    PersonName.objects.create(person=other, language="fr", name="Quelqu'un")
    viewset = Person.snippet_viewset
    for address in (viewset.get_url_name("list"), viewset.chooser_viewset.get_url_name("choose_results")):
        found = rows_in(chief.get(reverse(address), {"q": "امينه"}))
        assert "أمينة ديالو" in found
        assert "Quelqu" not in found


def test_nobody_finds_what_is_not_theirs_to_see(works: Works) -> None:
    user = User.objects.create_user("author", password="secret")
    user.groups.set(Group.objects.filter(name="Authors"))
    client = Client()
    client.force_login(user)
    assert "الإفريقي للأمن" in rows_in(client.get(PAGES, {"q": "افريقي"}))

    close(works["series"], "named")
    closed = rows_in(client.get(PAGES, {"q": "افريقي"}))
    assert "الإفريقي للأمن" not in closed


@pytest.mark.parametrize("address", [PAGES, IMAGES])
@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""',
        '"Share',
        'Share"data',
        '"Share data"',
        '" OR "',
        "'",
        "*",
        "(",
        "NEAR(",
        "a:",
        "^",
        "%s",
        "\\",
        "ـ",
        "Share\0data",
        "*:*",
        "exact:x",
        "\u202e",
        "x" * 5000,
        "a b " * 500,
    ],
)
def test_what_is_typed_is_no_syntax(chief: Client, works: Works, address: str, typed: str) -> None:
    assert chief.get(address, {"q": typed}).status_code == 200


def test_words_between_quotation_marks_stand_together(chief: Client, works: Works) -> None:
    assert edit(works["french"]) in rows_in(chief.get(PAGES, {"q": '"déclarations africaines"'}))
    assert edit(works["french"]) not in rows_in(chief.get(PAGES, {"q": '"africaines déclarations"'}))
    assert edit(works["french"]) not in rows_in(chief.get(PAGES, {"q": '"nothing" OR "déclarations'}))
