"""A work that a reader may know of is named where it would stand, by its title and summary and nothing else."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from library.models import LibraryImage
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


def test_no_picture_of_it_is_shown_but_the_pattern(
    site: dict[str, object], person: Callable[..., User], browser_of: Callable[[User | None], Client]
) -> None:
    image = LibraryImage.objects.create(title="Zorkmid hall", file=get_test_image_file())
    NewsPage.objects.filter(pk=site["known"].pk).update(listing_image=image)
    member = browser_of(person("member", "Members"))
    for address in (site["news"].url, site["known"].url):
        shown = member.get(address).content.decode()
        assert f"/{site['known'].translation_key}/" in shown
        assert "/media/images/" not in shown


def test_it_is_named_in_the_reader_s_language_however_many_there_are(
    homes: dict[str, HomePage],
    add: Add,
    restrict: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    client: Client,
) -> None:
    news = {code: add(homes[code], IndexPage, title="News", slug="news", lists="news") for code in ("ar", "fr")}
    works = [add(news["ar"], NewsPage, title=f"خبر {number}", slug=f"n{number}") for number in range(2)]
    for number, work in enumerate(works):
        add(news["fr"], NewsPage, title=f"Zorkmid {number}", slug=f"n{number}", translation_key=work.translation_key)
        restrict(work, "named", discovery="everyone")
    monkeypatch.setattr("pages.queries.known.LIMIT", 2)
    shown = client.get(news["fr"].url).content.decode()
    assert ("Zorkmid 0" in shown, "Zorkmid 1" in shown, "خبر" in shown) == (True, True, False)
