"""Nothing of what is closed is on any public address: for each reader exactly what they may read."""

import datetime
import re
from collections.abc import Callable, Iterable

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from access.changing import Wanted, set_access
from library.models import LibraryDocument, LibraryImage
from pages.models import (
    Authorship,
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    PageRelation,
    Person,
    RecommendationPage,
    RelatedOutcome,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
    WorkFile,
)

Add = Callable[..., BasePage]
LISTS = ("series", "edition", "declaration", "recommendation", "paper", "news", "children")
# One word for each thing that is closed.
MEMBERS, HEADS, NAMED, LATER, EMBARGOED = "Zorkmid", "Quendor", "Frobozz", "Grue", "Plugh"
WORDS = (MEMBERS, HEADS, NAMED, LATER, EMBARGOED)


@pytest.fixture
def people(person: Callable[..., User]) -> dict[str, User | None]:
    return {
        "anonymous": None,
        "stranger": person("stranger"),
        "member": person("member", "Members"),
        "head": person("head", "Heads of agency"),
        "named": person("named"),
        "expired": person("expired"),
        "suspended": person("suspended", "Members", "Heads of agency", is_active=False),
        "editor": person("editor", "Authors", "Reviewers", "Publishers"),
        "chief": person("chief", is_superuser=True),
    }


MAY_READ = {
    "anonymous": set(),
    "stranger": set(),
    "member": {MEMBERS},
    "head": {HEADS},
    "named": {NAMED},
    "expired": set(),
    "suspended": set(),
    "editor": {EMBARGOED, LATER},
    "chief": set(WORDS),
}


def _named(word: str, kind: str) -> dict[str, str]:
    return {"title": f"{word} {kind}", "slug": f"{word.lower()}-{kind}", "summary": f"{word} summary"}


@pytest.fixture
def site(homes: dict[str, HomePage], add: Add, people: dict[str, User | None]) -> dict[str, BasePage]:
    """Sections closed at several depths, an open page below a closed one, and open pages that speak of closed ones."""
    lists = {kind: add(homes["en"], IndexPage, title=kind, slug=f"all-{kind}", lists=kind) for kind in LISTS}
    series = add(lists["series"], ForumSeriesPage, title="Open forum", slug="forum")
    closed_series = add(lists["series"], ForumSeriesPage, **_named(MEMBERS, "series"))
    below = add(closed_series, ForumEditionPage, number=3, date_precision="unknown", **_named(MEMBERS, "edition"))
    # An address names what a page lies below; so a closed page above an open one is best called by its number.
    closed = _named(HEADS, "edition") | {"slug": "seventh"}
    edition = add(series, ForumEditionPage, number=7, start_date=datetime.date(1987, 5, 4), **closed)
    session = add(edition, SessionPage, **_named(HEADS, "session") | {"slug": "s"})
    clause = ("paragraph", {"anchor": "c1", "label": "1", "text": f"<p>{HEADS} clause</p>", "subparagraphs": []})
    closed_declaration = add(edition, DeclarationPage, clauses=[clause], **_named(HEADS, "declaration"))
    declaration = add(edition, DeclarationPage, title="Open declaration", slug="open-declaration", edition=edition)
    paper = add(session, ResearchPaperPage, abstract=f"{NAMED} abstract", **_named(NAMED, "paper"))
    later = add(lists["news"], NewsPage, **_named(LATER, "news"))
    past = add(lists["children"], StandardPage, show_in_menus=True, **_named(EMBARGOED, "standard"))
    author = Person.objects.create(slug="frobozz-author")
    author.names.create(language="en", name=f"{NAMED} author")
    author.save()
    Authorship.objects.create(page=paper, person=author)
    recommendation = add(
        series, RecommendationPage, title="Open one", slug="r", text="Open.", source=closed_declaration
    )
    link = f'<p><a linktype="page" id="{paper.pk}">a paper</a></p>'
    news = add(lists["news"], NewsPage, title="Open news", slug="n", body=[("paragraph", link)])
    RelatedOutcome.objects.create(page=news, outcome=paper)
    for page in (declaration, recommendation, news, series):
        for target in (edition, paper, below):
            PageRelation.objects.create(page=page, kind="follows-up", target=target)
    homes["en"].featured_declaration = closed_declaration
    homes["en"].featured_clause = "c1"
    homes["en"].save()
    document = LibraryDocument.objects.create(title=f"{NAMED} file", file=ContentFile(b"%PDF-1.4", name="frobozz.pdf"))
    WorkFile.objects.create(page=paper, document=document, language="en", locale=paper.locale)
    paper.save()
    _close(people, closed_series, edition, declaration, paper, later, past)
    return {"paper": paper, "declaration": declaration, "edition": edition, "below": below, "document": document}


def _close(
    people: dict[str, User | None],
    series: BasePage,
    edition: BasePage,
    declaration: BasePage,
    paper: BasePage,
    later: BasePage,
    past: BasePage,
) -> None:
    now, day = timezone.now(), datetime.timedelta(days=1)
    heads = frozenset({Group.objects.get(name="Heads of agency")})
    set_access(series, Wanted("members"), by=None)
    set_access(edition, Wanted("named", groups=heads), by=None)
    set_access(declaration, Wanted("everyone"), by=None)
    set_access(paper, Wanted("named", persons=frozenset({people["named"], people["expired"]})), by=None)
    people["expired"].pageusergrant_set.update(until=now - day)
    set_access(later, Wanted("everyone", starts_at=now + day), by=None)
    set_access(past, Wanted("everyone", ends_at=now - day), by=None)


def _addresses(client: Client, site: dict[str, BasePage]) -> list[str]:
    named = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", client.get("/sitemap-en.xml").content.decode())
    own = [page.url_path.replace("/home-en/", "/en/") for key, page in site.items() if key != "document"]
    lists = [f"/en/{name}/" for name in ("people", "organisations", "topics", "countries")]
    every = {*named, *own, *lists, "/en/all-news/grue-news/", "/en/all-children/plugh-standard/"}
    beside = [f"{address}{part}" for address in every for part in ("feed/", "cite.bib", "cite.json", "cite.ris")]
    cards = [f"/card/en/{page.translation_key}.png" for key, page in site.items() if key != "document"]
    filters = [f"/en/all-{kind}/?year=1987" for kind in LISTS]
    return [*sorted(every), *beside, *cards, *filters, "/sitemap-en.xml", "/fr/all-series/forum/seventh/"]


def _words_shown(client: Client, addresses: Iterable[str]) -> dict[str, set[str]]:
    found = {}
    for address in addresses:
        response = client.get(address)
        text = response.content.decode(errors="replace").lower()
        found[address] = {word for word in WORDS if word.lower() in text}
    return found


@pytest.mark.parametrize("reader", MAY_READ)
def test_each_reader_is_shown_what_they_may_read_and_no_more(
    reader: str, site: dict[str, BasePage], people: dict[str, User | None], browser_of: Callable[..., Client]
) -> None:
    client = browser_of(people[reader])

    shown = _words_shown(client, _addresses(Client(), site))

    assert {address: words - MAY_READ[reader] for address, words in shown.items() if words - MAY_READ[reader]} == {}
    # What is looked for could have been seen.
    assert set().union(*shown.values()) == MAY_READ[reader]


def test_what_is_closed_looks_as_what_is_not_there(site: dict[str, BasePage], client: Client) -> None:
    """To the byte, headers included, at every address of a closed page."""
    for part in ("", "feed/", "cite.bib", "cite.json"):
        closed = client.get(f"/en/all-series/forum/seventh/{part}")
        absent = client.get(f"/en/all-series/forum/nothing-is-here/{part}")
        assert (closed.status_code, closed.content, dict(closed.headers)) == (
            404,
            absent.content,
            dict(absent.headers),
        )
    document = site["document"]
    closed = client.get(f"/documents/{document.pk}/{document.filename}", headers={"If-None-Match": document.file_hash})
    absent = client.get(f"/documents/{document.pk + 1}/{document.filename}")
    assert (closed.status_code, closed.content, dict(closed.headers)) == (404, absent.content, dict(absent.headers))


def test_two_worlds_that_differ_in_what_is_closed_look_the_same(
    site: dict[str, BasePage], client: Client, add: Add
) -> None:
    addresses = _addresses(client, site)
    before = {address: _without_clock(client.get(address)) for address in addresses}

    add(site["edition"], RecommendationPage, title="One more", slug="one-more", text="Secret.")
    ResearchPaperPage.objects.filter(pk=site["paper"].pk).update(title="Another title", abstract="Another")

    assert {address for address in addresses if _without_clock(client.get(address)) != before[address]} == set()


def _without_clock(response: HttpResponse) -> bytes:
    """A feed without entries says that it was brought up to date just now."""
    return re.sub(rb"<updated>[^<]+</updated>", b"", response.content)


def test_an_open_page_below_a_closed_one_is_open_and_does_not_name_it(
    site: dict[str, BasePage], client: Client
) -> None:
    response = client.get("/en/all-series/forum/seventh/open-declaration/")

    assert response.status_code == 200
    assert "Open declaration" in response.content.decode()


def test_a_file_is_for_those_who_may_read_a_page_that_uses_it(
    site: dict[str, BasePage], people: dict[str, User | None], browser_of: Callable[..., Client]
) -> None:
    document = site["document"]
    address = f"/documents/{document.pk}/{document.filename}"

    answers = {name: _read(browser_of(user), address) for name, user in people.items()}

    assert {name: how for name, (status, how) in answers.items() if status == 200} == {
        "named": "private, no-store",
        "chief": "private, no-store",
    }


def test_a_closed_picture_is_closed_in_every_size(
    people: dict[str, User | None], browser_of: Callable[..., Client], restrict: Callable[..., None]
) -> None:
    image = LibraryImage.objects.create(title="Hall", file=get_test_image_file())
    address = image.get_rendition("width-100").url
    assert _read(Client(), address) == (200, "private, max-age=31536000, immutable")

    restrict(image, "members")

    assert _read(Client(), address)[0] == 404
    assert _read(browser_of(people["member"]), address) == (200, "private, no-store")


def _read(client: Client, address: str) -> tuple[int, str]:
    """The status, and who may keep the answer; a file is read to its end."""
    response = client.get(address)
    assert response.getvalue()
    return response.status_code, response["Cache-Control"]


def test_what_a_person_is_shown_is_kept_in_no_shared_cache(
    site: dict[str, BasePage], people: dict[str, User | None], browser_of: Callable[..., Client]
) -> None:
    response = browser_of(people["head"]).get("/en/all-series/forum/seventh/")

    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
