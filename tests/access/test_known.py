"""A work that a reader may know of is named where it would stand, by its title and summary and nothing else."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from pages.models import ForumEditionPage, ForumSeriesPage, HomePage, IndexPage, NewsPage, SessionPage

Add = Callable[..., object]


@pytest.fixture
def site(homes: dict[str, HomePage], add: Add, restrict: Callable[..., None]) -> dict[str, object]:
    news = add(homes["en"], IndexPage, title="News", slug="news", lists="news")
    add(news, NewsPage, title="Open news", slug="open-news", date="2020-01-02")
    series = add(homes["en"], ForumSeriesPage, title="Forum", slug="forum")
    edition = add(series, ForumEditionPage, title="Edition", slug="edition", number=1)
    closed = {"summary": "Zorkmid teaser", "body": [("paragraph", "<p>Zorkmid body</p>")]}
    known = add(news, NewsPage, title="Zorkmid news", slug="zorkmid", date="1987-06-05", **closed)
    session = add(edition, SessionPage, title="Zorkmid session", slug="zorkmid", **closed)
    for work in (known, session):
        restrict(work, "named", discovery="members")
    restrict(add(session, NewsPage, title="Quendor inside", slug="inside"), "named")
    return {"news": news, "edition": edition, "known": known}


@pytest.mark.parametrize("kind", ["news", "edition"])
def test_who_may_know_of_it_finds_it_named(
    kind: str,
    site: dict[str, object],
    person: Callable[..., User],
    browser_of: Callable[[User | None], Client],
) -> None:
    address = site[kind].url
    shown = browser_of(person("member", "Members")).get(address).content.decode()
    assert "On request" in shown
    assert "Zorkmid teaser" in shown
    assert "Zorkmid body" not in shown
    assert "Quendor" not in shown
    for nobody in (None, person("stranger")):
        assert "Zorkmid" not in browser_of(nobody).get(address).content.decode()


def test_no_count_and_no_filter_holds_it(
    site: dict[str, object], person: Callable[..., User], browser_of: Callable[[User | None], Client]
) -> None:
    shown = browser_of(person("member", "Members")).get(site["news"].url).content.decode()
    assert "1 result\n" in shown
    assert "1987" not in shown


def test_its_own_address_says_no_more_than_the_list(
    site: dict[str, object], person: Callable[..., User], browser_of: Callable[[User | None], Client]
) -> None:
    answer = browser_of(person("member", "Members")).get(site["known"].url)
    assert answer.status_code == 403
    assert "Zorkmid teaser" in answer.content.decode()
    assert "Zorkmid body" not in answer.content.decode()
    assert "1987" not in answer.content.decode()
