"""A language is added with a setting and a command, and its readers and editors are served at once."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from pages.models import IndexPage, NewsPage


@pytest.fixture
def portuguese(settings, homes):
    """Set after the first migration, which made the homes of the other languages."""
    languages = [("ar", "Arabic"), ("fr", "French"), ("en", "English"), ("pt", "Portuguese")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages


def test_a_language_gets_a_home_of_its_own(client, portuguese, homes, add, capsys):
    add(homes["fr"], IndexPage, title="Actualités", slug="actualites", lists="news")
    assert client.get("/pt/").status_code == 404

    call_command("add_language", "pt")

    shown = client.get("/pt/").content.decode()
    assert capsys.readouterr().out == "pt: opened\n"
    assert '<html lang="pt" dir="ltr"' in shown
    assert 'hreflang="ar"' in shown
    assert 'hreflang="pt"' in client.get("/fr/").content.decode()
    assert client.get("/sitemap-pt.xml").status_code == 200
    assert client.get("/", headers={"accept-language": "pt-BR"}).url == "/pt/"


def test_a_page_is_translated_into_it(client, portuguese, homes, add, translate):
    call_command("add_language", "pt")
    news = add(homes["fr"], IndexPage, title="Actualités", slug="actualites", lists="news")
    translate(news, "pt", title="Notícias", slug="noticias")
    add(news, NewsPage, title="Une nouvelle", slug="une")

    shown = client.get("/pt/noticias/").content.decode()

    assert "Notícias" in shown
    assert "Une nouvelle" in shown
    assert client.get("/pt/noticias/une/").status_code == 404


def test_a_second_time_changes_nothing(portuguese, capsys):
    call_command("add_language", "pt")
    before = Page.objects.count()

    call_command("add_language", "pt")

    assert capsys.readouterr().out == "pt: opened\npt: was open already\n"
    assert Page.objects.count() == before
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_language_that_is_not_published_in_is_refused(portuguese):
    with pytest.raises(CommandError, match="sw: not among MUNTADA_LANGUAGES"):
        call_command("add_language", "sw")
