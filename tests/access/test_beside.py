"""What is closed is neither a neighbour nor counted, where the page that would name it is open."""

from collections.abc import Callable

import pytest
from django.test import Client

from pages.models import BasePage, ForumEditionPage, ForumSeriesPage, HomePage, IndexPage, RecommendationPage

Add = Callable[..., BasePage]


@pytest.fixture
def editions(homes: dict[str, HomePage], add: Add, restrict: Callable[..., None]) -> list[BasePage]:
    """Three of one forum, of which the second is closed."""
    lists = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(lists, ForumSeriesPage, title="Forum", slug="forum")
    names = ("First", "Zorkmid", "Third")
    found = [
        add(series, ForumEditionPage, title=name, slug=f"e{number}", number=number)
        for number, name in enumerate(names, start=1)
    ]
    restrict(found[1], "members")
    return found


def test_the_next_edition_is_the_next_that_is_open(editions: list[BasePage], client: Client) -> None:
    for slug, neighbour in (("e1", "e3"), ("e3", "e1")):
        shown = client.get(f"/en/forums/forum/{slug}/").content.decode()
        assert f'href="/en/forums/forum/{neighbour}/"' in shown
        assert "/en/forums/forum/e2/" not in shown
        assert "Zorkmid" not in shown


def test_the_forum_counts_what_is_open(
    editions: list[BasePage], client: Client, add: Add, restrict: Callable[..., None]
) -> None:
    before = client.get("/en/forums/forum/").content
    closed = add(editions[0], RecommendationPage, title="One", slug="one", text="Act.")
    assert client.get("/en/forums/forum/").content != before

    restrict(closed, "members")

    assert client.get("/en/forums/forum/").content == before


@pytest.mark.parametrize("suffix", ["bib", "ris", "json"])
def test_a_citation_does_not_name_the_closed_meeting_that_a_work_is_part_of(
    suffix: str, editions: list[BasePage], client: Client, add: Add, restrict: Callable[..., None]
) -> None:
    opened = add(editions[1], RecommendationPage, title="One", slug="one", text="Act.")
    restrict(opened, "everyone")
    address = f"/en/forums/forum/e2/one/cite.{suffix}"

    assert "Zorkmid" not in client.get(address).content.decode()
    restrict(editions[1], "everyone")
    assert "Zorkmid" in client.get(address).content.decode()
