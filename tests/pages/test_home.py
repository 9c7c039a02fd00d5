"""What stands on the front of each language's site?"""

from datetime import date

import pytest

from pages.models import (
    Authorship,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    Person,
    RecommendationPage,
    ResearchPaperPage,
    Topic,
    TopicLabel,
)


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def declaration(homes, add):
    index = add(homes["fr"], IndexPage, title="Déclarations", slug="declarations", lists="declaration")
    clause = {"anchor": "c4", "label": "4", "text": "<p>Peut adhérer tout pays.</p>", "subparagraphs": []}
    return add(
        index,
        DeclarationPage,
        title="Déclaration de La Haye",
        slug="la-haye",
        place="La Haye",
        country="NL",
        start_date=date(2015, 4, 16),
        clauses=[{"type": "paragraph", "value": clause}],
    )


def test_an_empty_site_says_so(client, homes):
    page = text_of(client, "/en/")
    assert "<h1>Muntada</h1>" in page
    assert "Nothing has been published yet." in page


def test_the_featured_declaration_is_quoted(client, homes, declaration):
    HomePage.objects.filter(pk=homes["fr"].pk).update(featured_declaration=declaration, featured_clause="c4")
    page = text_of(client, "/fr/")
    assert "<h1>Déclaration de La Haye</h1>" in page
    assert "«\u202fPeut adhérer tout pays.\u202f»" in page
    assert "La Haye, Pays-Bas\u00a0· 16 avril 2015" in page
    assert '<a class="button" href="/fr/declarations/la-haye/">' in page


def test_the_featured_declaration_stands_in_the_readers_language(client, homes, declaration, translate):
    translate(declaration, "ar", title="إعلان لاهاي", clauses=[])
    HomePage.objects.filter(pk=homes["ar"].pk).update(featured_declaration=declaration)
    assert "<h1>إعلان لاهاي</h1>" in text_of(client, "/ar/")


def test_outcomes_editions_forums_and_topics_lead_to_their_pages(client, homes, add):
    index = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series", show_in_menus=True)
    forum = add(index, ForumSeriesPage, title="A forum", slug="f", seat="Rabat", country="MA")
    edition = add(forum, ForumEditionPage, title="A forum, 2nd edition", slug="e", start_date=date(2020, 3, 7))
    recommendation = add(edition, RecommendationPage, title="Recommend", slug="r", text="Text.")
    topic = Topic.objects.create(name="Sahel", slug="sahel")
    TopicLabel.objects.create(topic=topic, language="en", preferred="Sahel region")
    recommendation.topics.add(topic)
    recommendation.save()
    page = text_of(client, "/en/")
    assert '<a class="quiet" href="/en/forums/f/e/r/">Recommend</a>' in page
    assert "<h2>Latest editions</h2>" in page
    assert '<p class="date">7 March 2020</p>' in page
    assert '<a class="quiet" href="/en/forums/f/">A forum</a>' in page
    assert "<span>Rabat, Morocco</span>" in page
    assert '<a href="/en/topics/sahel/">Sahel region</a>' in page


def test_editions_to_come_stand_first_in_order_of_date(client, homes, add):
    index = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    forum = add(index, ForumSeriesPage, title="A forum", slug="f")
    for year in (2090, 2010, 2080):
        add(forum, ForumEditionPage, title=f"In {year}", slug=str(year), start_date=date(year, 1, 1))
    page = text_of(client, "/en/")
    assert "<h2>Next editions</h2>" in page
    assert page.index("In 2080") < page.index("In 2090")
    assert "In 2010" not in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_home_costs_the_same_queries_however_much_there_is(
    client, homes, add, declaration, count, django_assert_max_num_queries
):
    HomePage.objects.filter(pk=homes["fr"].pk).update(featured_declaration=declaration)
    index = add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series")
    for place in range(count):
        forum = add(index, ForumSeriesPage, title=f"Forum {place}", slug=f"f{place}")
        edition = add(forum, ForumEditionPage, title=f"Édition {place}", slug="e")
        paper = add(edition, ResearchPaperPage, title=f"Article {place}", slug="a")
        Authorship.objects.create(page=paper, person=Person.objects.create(slug=f"p{place}"))
        paper.topics.add(Topic.objects.create(name=f"T{place}", slug=f"t{place}"))
        paper.save()
    client.get("/fr/")
    with django_assert_max_num_queries(13):
        client.get("/fr/")


def test_nothing_lies_above_the_home_page(client, homes):
    assert 'class="breadcrumb' not in text_of(client, "/fr/")
