"""Do search engines learn every public address, in its languages, and no other?"""

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from django.test import Client

from pages.models import BasePage, DeclarationPage, ForumEditionPage, IndexPage, NewsPage, Organisation

SITE = "https://muntada.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def document(path: str) -> ET.Element:
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return ET.fromstring(response.content)  # noqa: S314  (written a moment ago)


def entries(code: str) -> dict[str, ET.Element]:
    urls = document(f"/sitemap-{code}.xml").findall("s:url", NAMES)
    return {str(url.findtext("s:loc", namespaces=NAMES)).removeprefix(SITE): url for url in urls}


def others(entry: ET.Element) -> dict[str, str]:
    return {link.get("hreflang", ""): link.get("href", "") for link in entry.findall("x:link", NAMES)}


def test_the_index_names_one_sitemap_for_each_language(homes) -> None:
    found = [node.text for node in document("/sitemap.xml").findall("s:sitemap/s:loc", NAMES)]
    assert [str(address).rsplit("/", 1)[-1] for address in found] == [
        "sitemap-ar.xml",
        "sitemap-fr.xml",
        "sitemap-en.xml",
    ]


def test_a_work_is_listed_in_each_of_its_languages_and_names_the_others(
    declaration: DeclarationPage, translate: Callable[..., BasePage]
) -> None:
    translate(declaration, "ar", title="إعلان مراكش")
    french, arabic = "/fr/forums/fs/e11/declaration/", "/ar/forums/fs/e11/declaration/"
    expected = {"ar": SITE + arabic, "fr": SITE + french, "x-default": SITE + arabic}
    assert others(entries("fr")[french]) == expected
    assert others(entries("ar")[arabic]) == expected
    assert not [path for path in entries("en") if "declaration" in path]


def test_each_address_says_when_it_was_last_published(declaration: DeclarationPage) -> None:
    """The day is that of the site, an hour ahead of UTC."""
    late = datetime.datetime(2026, 5, 4, 23, 30, tzinfo=datetime.UTC)
    DeclarationPage.objects.filter(pk=declaration.pk).update(last_published_at=late)
    entry = entries("fr")["/fr/forums/fs/e11/declaration/"]
    assert entry.findtext("s:lastmod", namespaces=NAMES) == "2026-05-05"


def test_what_is_not_published_is_not_listed(edition: ForumEditionPage, ministry: Organisation) -> None:
    assert "/fr/organisations/ministry/" in entries("fr")
    edition.unpublish()
    assert "/fr/forums/fs/e11/" not in entries("fr")
    assert "/fr/organisations/ministry/" not in entries("fr")


def test_records_are_listed_in_every_language(edition: ForumEditionPage, ministry: Organisation) -> None:
    entry = entries("en")["/en/organisations/ministry/"]
    assert others(entry) == {
        "ar": f"{SITE}/ar/organisations/ministry/",
        "fr": f"{SITE}/fr/organisations/ministry/",
        "en": f"{SITE}/en/organisations/ministry/",
        "x-default": f"{SITE}/en/organisations/ministry/",
    }
    assert "/en/countries/ma/" in entries("en")


def test_every_address_of_a_sitemap_is_there(declaration: DeclarationPage, ministry: Organisation) -> None:
    reader = Client()
    for code in ("ar", "fr", "en"):
        for path in entries(code):
            assert reader.get(path).status_code == 200, path


@pytest.mark.parametrize("children", [1, 30])
def test_the_queries_do_not_grow_with_the_archive(
    forums: IndexPage, add: Callable[..., BasePage], django_assert_max_num_queries, children: int
) -> None:
    for number in range(children):
        add(forums, NewsPage, title=f"Nouvelle {number}", slug=f"n{number}")
    with django_assert_max_num_queries(8):
        Client().get("/sitemap-fr.xml")


def test_another_language_has_no_sitemap(homes) -> None:
    assert Client().get("/sitemap-tlh.xml").status_code == 404
    assert Client().get("/sitemap-fr.xml?p=9").status_code == 404


def test_crawlers_are_told_where_the_sitemap_is() -> None:
    response = Client().get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nSitemap: https://muntada.example/sitemap.xml\n"
    )


def test_the_icon_stands_at_the_address_browsers_guess() -> None:
    response = Client().get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"] == "/static/img/favicon.svg"


def test_telephones_learn_the_name_and_the_icon() -> None:
    response = Client().get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    assert response.json()["name"] == "Muntada"
    assert response.json()["icons"] == [{"src": "/static/img/favicon.svg", "type": "image/svg+xml", "sizes": "any"}]
