"""News say when, by whom and about which works; a plain page leads to those below it."""

from datetime import date

import pytest

from pages.models import (
    DeclarationPage,
    IndexPage,
    NewsPage,
    Person,
    PersonName,
    RelatedOutcome,
    StandardPage,
)

pytestmark = pytest.mark.django_db


def test_news_with_date_author_and_the_works_it_is_about_in_the_readers_language(
    client, homes, add, translate
) -> None:
    news = add(homes["fr"], IndexPage, title="Actualités", slug="actualites", lists="news")
    texts = add(homes["fr"], IndexPage, title="Textes", slug="textes", lists="declaration")
    declaration = add(texts, DeclarationPage, title="Déclaration", slug="d")
    hidden = add(texts, DeclarationPage, title="Cachée", slug="c", live=False)
    author = Person.objects.create(slug="amina")
    PersonName.objects.create(person=author, language="fr", name="Amina")
    item = add(news, NewsPage, title="Adoptée", slug="adoptee", date=date(2015, 3, 1), author=author)
    for outcome in (declaration, hidden):
        RelatedOutcome.objects.create(page=item, outcome=outcome)
    translate(item, "en", title="Adopted")
    english = translate(declaration, "en", title="Declaration")
    page = client.get("/fr/actualites/adoptee/")
    assert '<time datetime="2015-03-01">1er mars 2015</time>' in page.content.decode()
    assert '<a class="quiet" href="/fr/people/amina/">Amina</a>' in page.content.decode()
    assert [row.title for row in page.context["outcomes"]] == ["Déclaration"]
    assert [row.page for row in client.get("/en/actualites/adoptee/").context["outcomes"]] == [english]


def test_news_without_a_date_says_so(client, homes, add) -> None:
    news = add(homes["en"], IndexPage, title="News", slug="news", lists="news")
    add(news, NewsPage, title="Item", slug="item")
    assert (
        '<span class="unknown">date not stated by the source</span>' in client.get("/en/news/item/").content.decode()
    )


def test_a_plain_page_with_its_text_and_the_pages_below(client, homes, add) -> None:
    body = [{"type": "paragraph", "value": "<p>Who we are.</p>"}]
    about = add(homes["en"], StandardPage, title="About", slug="about", body=body, editorial_note="Draft wording")
    add(about, StandardPage, title="Team", slug="team")
    add(about, StandardPage, title="Secret", slug="secret", live=False)
    page = client.get("/en/about/").content.decode()
    assert "Who we are." in page
    assert "Draft wording" in page
    assert '<a href="/en/about/team/">Team</a>' in page
    assert "Secret" not in page
