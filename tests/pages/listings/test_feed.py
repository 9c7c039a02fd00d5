"""A listing's feed is Atom that a parser reads to the works, their languages and their lasting identities."""

from xml.etree import ElementTree

import pytest

from pages.models import IndexPage, NewsPage

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_names_each_work_by_its_key_in_the_best_language(client, homes, add, translate, settings) -> None:
    settings.SITE_URL = "https://forum.example"
    news = add(homes["fr"], IndexPage, title="Actualités", slug="actualites", lists="news")
    translate(news, "en", title="News", slug="news")
    first = add(news, NewsPage, title="Un & deux", slug="un", summary="Résumé")
    translate(first, "en", title="One")
    add(news, NewsPage, title="Brouillon", slug="brouillon", live=False)
    only_french = add(news, NewsPage, title="Seul", slug="seul")
    response = client.get("/en/news/feed/")
    feed = ElementTree.fromstring(response.content)  # noqa: S314  (written a moment ago)
    entries = feed.findall(f"{ATOM}entry")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "https://forum.example/en/news/feed/"
    assert {
        entry.findtext(f"{ATOM}id"): (
            entry.findtext(f"{ATOM}title"),
            entry.get("{http://www.w3.org/XML/1998/namespace}lang"),
        )
        for entry in entries
    } == {
        f"urn:uuid:{first.translation_key}": ("One", None),
        f"urn:uuid:{only_french.translation_key}": ("Seul", "fr"),
    }


def test_the_listing_links_its_feed_and_other_pages_have_none(client, homes, add, settings) -> None:
    settings.SITE_URL = "https://forum.example"
    news = add(homes["fr"], IndexPage, title="Actualités", slug="actualites", lists="news")
    add(news, NewsPage, title="Un", slug="un")
    head = " ".join(client.get("/fr/actualites/").content.decode().split())
    assert 'type="application/atom+xml" title="Actualités" href="https://forum.example/fr/actualites/feed/">' in head
    assert client.get("/fr/actualites/un/feed/").status_code == 404
    assert client.get("/fr/nulle-part/feed/").status_code == 404
