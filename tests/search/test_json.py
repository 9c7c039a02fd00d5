"""What does a program read of a search?"""

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from access.changing import Wanted, set_access
from pages.models import BasePage, ForumSeriesPage, NewsPage
from tests.indexing import Indexing

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]


@pytest.fixture
def news(homes: dict, add: Add) -> Callable[[int], None]:
    def publish(count: int) -> None:
        for number in range(count):
            day = datetime.date(2019, 3, number + 1)
            add(homes["en"], NewsPage, title=f"Bulletin {number}", slug=f"b-{number}", date=day)

    return publish


def test_all_that_the_page_shows(
    client: Client, homes: dict, add: Add, translate: Callable[..., BasePage], indexing: Indexing, settings
) -> None:
    settings.SITE_URL = "https://forum.example"
    forum = add(homes["en"], ForumSeriesPage, title="Forum of Waters", slug="waters", summary="On rivers.")
    translate(forum, "fr", title="Forum des eaux", summary="Des rivières.")
    indexing()

    response = client.get("/en/search/?q=rivers&type=forum&format=json")

    assert response["Content-Type"] == "application/json"
    assert response["Cache-Control"] == "private, no-store"
    assert response.json() == {
        "query": "rivers",
        "language": "en",
        "sort": "relevance",
        "total": 1,
        "page": 1,
        "pages": 1,
        "previous": None,
        "next": None,
        "filters": [{"name": "type", "value": "forum", "label": "Forums"}],
        "results": [
            {
                "id": f"work:{forum.translation_key}",
                "kind": "forum",
                "kind_name": "Forum",
                "title": "Forum of Waters",
                "language": "en",
                "url": "https://forum.example/en/waters/",
                "other_languages": [
                    {"language": "fr", "title": "Forum des eaux", "url": "https://forum.example/fr/waters/"}
                ],
                "date": None,
                "note": None,
                "excerpts": [
                    {
                        "language": "en",
                        "anchor": None,
                        "pieces": [
                            {"text": "On ", "mark": False},
                            {"text": "rivers", "mark": True},
                            {"text": ".", "mark": False},
                        ],
                    }
                ],
            }
        ],
        "on_request": [],
        "facets": {
            "type": [{"value": "forum", "label": "Forums", "language": "en", "count": 1, "is_chosen": True}],
            "series": [
                {"value": "waters", "label": "Forum of Waters", "language": "en", "count": 1, "is_chosen": False}
            ],
            "language": [
                {"value": "en", "label": "English", "language": "en", "count": 1, "is_chosen": False},
                {"value": "fr", "label": "French", "language": "en", "count": 1, "is_chosen": False},
            ],
        },
        "years": [],
        "undated": 1,
        "suggestion": None,
        "problems": [],
        "is_degraded": False,
    }


def test_pages_follow_each_other(client: Client, news: Callable[[int], None], indexing: Indexing, settings) -> None:
    settings.SITE_URL = "https://forum.example"
    news(25)
    indexing()
    first = client.get("/en/search/?q=bulletin&sort=newest&format=json").json()
    second = client.get(first["next"].removeprefix("https://forum.example")).json()

    assert first["next"] == "https://forum.example/en/search/?q=bulletin&sort=newest&page=2&format=json"
    assert (first["total"], first["pages"], len(first["results"])) == (25, 2, 20)
    assert [one["date"] for one in second["results"]] == [f"2019-03-0{day}" for day in (5, 4, 3, 2, 1)]
    assert second["previous"] == "https://forum.example/en/search/?q=bulletin&sort=newest&format=json"
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("page=two", ["page"]),
        ("page=0", ["page"]),
        ("page=-1", ["page"]),
        ("page=%00", ["page"]),
        ("page=9999999", ["page"]),
        ("sort=best", ["sort"]),
        ("page=x&sort=y", ["page", "sort"]),
    ],
)
def test_what_means_nothing_is_refused_in_words(
    client: Client, homes: dict, query: str, parameters: list[str]
) -> None:
    response = client.get(f"/en/search/?q=dams&format=json&{query}")

    assert response.status_code == 400
    assert response.json() == {"error": "These parameters could not be understood.", "parameters": parameters}
    assert response["Cache-Control"] == "private, no-store"


def test_there_is_no_page_beyond_the_last_one(client: Client, homes: dict) -> None:
    response = client.get("/en/search/?q=dams&format=json&page=2")

    assert response.status_code == 404
    assert response.json() == {"error": "There are not as many pages.", "parameters": ["page"]}


def test_a_program_reads_what_its_reader_may(client: Client, news: Callable[[int], None], indexing: Indexing) -> None:
    news(3)
    set_access(NewsPage.objects.get(slug="b-1"), Wanted("members"), by=None)
    indexing()
    reader = Client()
    user = User.objects.create_user("member", "member@example.org", "secret")
    user.groups.add(Group.objects.get_or_create(name="Members")[0])
    reader.force_login(user)
    found = [who.get("/en/search/?q=bulletin&format=json").json() for who in (client, reader)]

    assert [one["total"] for one in found] == [2, 3]
    assert [one["facets"]["type"][0]["count"] for one in found] == [2, 3]
    assert "Bulletin 1" not in str(found[0])


def test_ten_results_cost_no_more_queries_than_three(
    client: Client, news: Callable[[int], None], indexing: Indexing
) -> None:
    counts = []
    for upto in (3, 10):
        NewsPage.objects.all().delete()
        news(upto)
        indexing()
        for address in ("/en/search/?q=bulletin", "/en/search/?q=bulletin&format=json"):
            client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))

    assert counts[:2] == counts[2:]
    assert max(counts) < 25
