"""What is offered while somebody types, and who is offered what?"""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from access.changing import Wanted, set_access
from pages.models import BasePage, ForumEditionPage, ForumSeriesPage, SessionPage, StandardPage
from tests.indexing import Indexing

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]


def test_titles_that_begin_so_in_the_readers_language(
    client: Client, homes: dict, add: Add, translate: Callable[..., BasePage], indexing: Indexing
) -> None:
    forum = add(homes["en"], ForumSeriesPage, title="Forum of Waters", slug="waters")
    translate(forum, "fr", title="Forum des eaux", slug="eaux")
    indexing()

    response = client.get("/fr/search/suggestions/?q=wat")

    assert response.json() == {
        "suggestions": [
            {
                "title": "Forum des eaux",
                "language": "fr",
                "kind": "forum",
                "kind_name": "Forum",
                "url": "/fr/eaux/",
            }
        ],
        "told": "1 suggestion",
    }
    assert response["Cache-Control"] == "private, no-store"


def test_editions_and_sessions_are_not_called_forums(
    client: Client, homes: dict, add: Add, indexing: Indexing
) -> None:
    series = add(homes["en"], ForumSeriesPage, title="Forum of Waters", slug="waters")
    edition = add(series, ForumEditionPage, title="Waters in Rabat", slug="rabat")
    add(edition, SessionPage, title="Waters and law", slug="law")
    indexing()

    found = client.get("/en/search/suggestions/?q=wat").json()["suggestions"]

    assert {one["title"]: (one["kind"], one["kind_name"]) for one in found} == {
        "Forum of Waters": ("forum", "Forum"),
        "Waters in Rabat": ("forum", "Edition"),
        "Waters and law": ("forum", "Session"),
    }


@pytest.mark.parametrize("query", ["", "q=", "q=w", "q=%00", "q=%ff", "q=*:*", "q=zeppelin"])
def test_nothing_is_offered_for_next_to_nothing(client: Client, homes: dict, indexing: Indexing, query: str) -> None:
    indexing()
    assert client.get(f"/en/search/suggestions/?{query}").json() == {"suggestions": [], "told": ""}


def test_what_is_closed_is_offered_to_its_readers(client: Client, homes: dict, add: Add, indexing: Indexing) -> None:
    set_access(add(homes["en"], StandardPage, title="Waterways", slug="waterways"), Wanted("members"), by=None)
    indexing()
    reader = Client()
    user = User.objects.create_user("member", "member@example.org", "secret")
    user.groups.add(Group.objects.get_or_create(name="Members")[0])
    reader.force_login(user)

    assert client.get("/en/search/suggestions/?q=wat").json() == {"suggestions": [], "told": ""}
    assert [one["title"] for one in reader.get("/en/search/suggestions/?q=wat").json()["suggestions"]] == ["Waterways"]
