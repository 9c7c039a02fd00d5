"""Each way in which sites like this have told of what is closed, on their public addresses, tried on a small site."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import get_resolver
from wagtail.models import Page

from access.current import reading_as
from access.principals import anonymous
from access.surfaces.walking import routes
from library.models import LibraryDocument
from pages.addresses import page_url
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    NewsPage,
    PageRelation,
    PageTopic,
    ResearchPaperPage,
    Topic,
    WorkFile,
)

CANARY = "Zorkmid"
Site = dict[str, BasePage]


@pytest.fixture
def site(homes: dict[str, BasePage], add: Callable[..., BasePage], restrict: Callable[..., None]) -> Site:
    """An edition for members, with an open declaration and a paper with its file below it; open news speak of all."""
    forums = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    papers = add(homes["en"], IndexPage, title="Papers", slug="papers", lists="paper")
    series = add(forums, ForumSeriesPage, title="Forum", slug="forum")
    edition = add(series, ForumEditionPage, title=f"{CANARY} edition", slug="e", number=7, date_precision="unknown")
    declaration = add(edition, DeclarationPage, title="Open declaration", slug="declaration", edition=edition)
    paper = add(edition, ResearchPaperPage, title=f"{CANARY} paper", slug="paper", summary=CANARY, abstract=CANARY)
    document = LibraryDocument.objects.create(title=f"{CANARY} file", file=ContentFile(b"%PDF-1.4", name="paper.pdf"))
    WorkFile.objects.create(page=paper, document=document, language="en", locale=paper.locale)
    topic = Topic.objects.create(slug="zorkmid-topic")
    topic.labels.create(language="en", preferred=f"{CANARY} topic")
    topic.save()
    topic.save()
    PageTopic.objects.create(content_object=paper, tag=topic)
    paper.save()
    news = add(forums, NewsPage, title="Open news", slug="news")
    for target in (edition, paper):
        PageRelation.objects.create(page=news, kind="announces", target=target)
    restrict(edition, "members")
    restrict(declaration, "everyone")
    return {"papers": papers, "edition": edition, "declaration": declaration, "paper": paper, "news": news}


@pytest.fixture
def member(person: Callable[..., User], browser_of: Callable[..., Client]) -> Client:
    return browser_of(person("member", "Members"))


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def open_addresses() -> set[str]:
    """Of the pages that the policy lets somebody unknown view, asked one by one."""
    with reading_as(anonymous()):
        pages = Page.objects.filter(live=True, depth__gt=1).specific()
        return {page_url(page) for page in pages if Client().get(page_url(page)).status_code == 200}


def in_sitemaps(client: Client) -> set[str]:
    found = "".join(text(client, f"/sitemap-{code}.xml") for code in ("ar", "en", "fr"))
    return {re.sub("^https?://[^/]+", "", address) for address in re.findall(r'(?:<loc>|href=")([^"<]+)', found)}


def test_a19_no_listing_for_programs_is_public(client: Client, homes: Site) -> None:
    interfaces = [route for route in routes(get_resolver()) if "api/" in route]

    assert interfaces
    assert [route for route in interfaces if not route.startswith("admin/")] == []
    assert client.get("/admin/api/main/pages/").status_code == 302
    assert client.get("/api/v2/pages/").status_code == client.get("/api/").status_code == 404


def test_a20_the_sitemap_has_what_anonymous_may_view_and_no_more(site: Site, client: Client, member: Client) -> None:
    pages = {address for address in in_sitemaps(client) if not re.search("/(people|organisations|topics)/", address)}

    assert pages - {"/ar/countries/", "/en/countries/", "/fr/countries/"} == open_addresses()
    assert page_url(site["declaration"]) in pages
    assert page_url(site["paper"]) not in pages
    assert in_sitemaps(member) == in_sitemaps(client)


def test_a21_a_feed_is_the_same_for_everybody_and_names_nothing_closed(
    site: Site, client: Client, member: Client, restrict: Callable[..., None]
) -> None:
    def entries(browser: Client) -> list[str]:
        return re.findall(r"<title>([^<]+)</title>", text(browser, "/en/papers/feed/"))[1:]

    restrict(site["paper"], "everyone")
    site["paper"].copy(to=site["papers"], update_attrs={"title": "Open paper", "slug": "open"})
    assert sorted(entries(client)) == sorted(entries(member))
    restrict(site["paper"], "members")

    assert f"{CANARY} paper" not in entries(client)
    assert entries(member) == entries(client)


@pytest.mark.parametrize("suffix", ["bib", "ris", "json"])
def test_a22_a_closed_citation_is_an_absent_one(site: Site, client: Client, member: Client, suffix: str) -> None:
    address = f"{page_url(site['paper'])}cite.{suffix}"
    closed, absent = client.get(address), client.get(address.replace("/paper/", "/none/"))

    assert CANARY in text(member, address)
    assert (closed.status_code, closed.content, closed.headers) == (404, absent.content, absent.headers)


def test_a22_the_citation_of_an_open_page_names_nothing_closed_above_it(site: Site, client: Client) -> None:
    address = page_url(site["declaration"])

    for suffix in ("bib", "ris", "json"):
        assert "Open declaration" in text(client, f"{address}cite.{suffix}")
        assert CANARY not in text(client, f"{address}cite.{suffix}")


class Head(HTMLParser):
    """What the head of a page says: its data, and every value of its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(page[: page.index("</head>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value or "" for _name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_a23_no_head_speaks_of_what_is_closed(site: Site, client: Client, member: Client) -> None:
    open_page = page_url(site["declaration"])

    assert any(CANARY in said for said in Head(text(member, open_page)).said)
    for address in (open_page, page_url(site["news"]), "/en/"):
        head = Head(text(client, address))
        assert len(head.said) > 20
        assert [said for said in head.said if CANARY in said] == []


def test_a23_no_card_is_drawn_of_what_is_closed(site: Site, client: Client, member: Client) -> None:
    closed, opened = (f"/card/en/{site[name].translation_key}.png" for name in ("paper", "declaration"))

    assert client.get(opened).status_code == 200
    assert [browser.get(closed).status_code for browser in (client, member)] == [404, 404]


def test_a24_no_source_holds_keys_of_what_is_closed(site: Site, client: Client) -> None:
    """Neither as data of elements, nor in scripts, nor in addresses."""
    keys = [str(site[name].translation_key) for name in ("edition", "paper")]
    shown = {address: text(client, address) for address in open_addresses()}

    assert str(site["declaration"].translation_key) in shown[page_url(site["declaration"])]
    assert [address for address, page in shown.items() if any(key in page for key in keys)] == []
    for page in shown.values():
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL):
            assert CANARY not in json.dumps(json.loads(data), ensure_ascii=False)


def test_a25_lists_ways_and_clouds_name_nothing_closed(site: Site, client: Client, member: Client) -> None:
    addresses = open_addresses() | {"/en/topics/", "/en/people/", "/en/organisations/"}

    assert [address for address in sorted(addresses) if CANARY in text(client, address)] == []
    assert CANARY in text(member, "/en/topics/")
    assert CANARY in text(member, page_url(site["declaration"]))


def test_a27_counts_do_not_count_what_is_closed(site: Site, client: Client, add: Callable[..., BasePage]) -> None:
    addresses = sorted(open_addresses() | {"/en/topics/"})
    before = {address: client.get(address).content for address in addresses}

    add(site["edition"], ResearchPaperPage, title="One more", slug="one-more")

    assert [address for address in addresses if client.get(address).content != before[address]] == []


@pytest.mark.parametrize("method", ["get", "head", "options", "post"])
@pytest.mark.parametrize("part", ["", "?year=1987", "feed/", "cite.bib", "nothing/"])
def test_a47_closed_and_absent_are_told_apart_by_nothing(site: Site, method: str, part: str) -> None:
    address = page_url(site["paper"])

    for sent in ({}, {"Range": "bytes=0-10"}, {"If-None-Match": '"x"'}, {"Accept-Language": "fr"}):
        closed, absent = (
            getattr(Client(), method)(f"{path}{part}", headers=sent)
            for path in (address, address.replace("/paper/", "/paqer/"))
        )
        assert (closed.status_code, closed.headers) == (absent.status_code, absent.headers)
        assert closed.content == absent.content
        assert closed.status_code >= 400


def test_a47_the_address_in_another_language_and_without_its_slash(site: Site, client: Client) -> None:
    address = page_url(site["paper"])

    for asked in (address.replace("/en/", "/fr/"), address.replace("/en/", "/ar/"), address.rstrip("/")):
        closed, absent = client.get(asked), client.get(asked.replace("/paper", "/paqer"))
        assert closed.status_code == absent.status_code
        assert closed.content == absent.content


def test_a49_no_field_of_a_closed_page_is_shown(site: Site, client: Client) -> None:
    """Each field another word, so that one that is read round the others is found by its name."""
    words = {field: f"Frobozz{number}" for number, field in enumerate(("title", "summary", "abstract"))}
    ResearchPaperPage.objects.filter(pk=site["paper"].pk).update(**words)

    for address in open_addresses():
        page = text(client, address)
        assert [field for field, word in words.items() if word in page] == []
