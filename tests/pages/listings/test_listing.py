"""A listing shows each work once, narrowed as asked, in order, in pages, at a cost that does not grow."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.models import (
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    NewsPage,
    PageTopic,
    RecommendationPage,
    StandardPage,
    Topic,
    TopicLabel,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions(homes, add) -> IndexPage:
    return add(homes["fr"], IndexPage, title="Éditions", slug="editions", lists="edition")


@pytest.fixture
def series(homes, add) -> ForumSeriesPage:
    forums = add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series")
    return add(forums, ForumSeriesPage, title="Forum de Dakar", slug="dakar")


def titles(client: Client, address: str) -> list[str]:
    return [work.title for work in client.get(address).context["listing"].rows]


def options(client: Client, address: str) -> dict[str, list[tuple[str, str, int]]]:
    shown = client.get(address).context["listing"]
    return {facet.name: [(o.value, o.label.text, o.count) for o in facet.options] for facet in shown.facets}


def test_latest_first_undated_last(client, editions, series, add) -> None:
    add(series, ForumEditionPage, title="Sans date", slug="a")
    add(series, ForumEditionPage, title="2015", slug="b", start_date=date(2015, 3, 1))
    add(series, ForumEditionPage, title="2019", slug="c", start_date=date(2019, 1, 1), date_precision="year")
    add(
        series,
        ForumEditionPage,
        title="Jour sans année",
        slug="d",
        start_date=date(2024, 1, 1),
        date_precision="unknown",
    )
    assert titles(client, "/fr/editions/") == ["2019", "2015", "Jour sans année", "Sans date"]


def test_each_work_once_in_the_readers_language_or_else_another_and_said(
    client, editions, series, add, translate
) -> None:
    both = add(series, ForumEditionPage, title="En français", slug="un")
    translate(both, "ar", title="بالعربية")
    translate(editions, "ar", title="الدورات")
    add(series, ForumEditionPage, title="Seulement en français", slug="deux")
    page = client.get("/ar/editions/")
    assert [work.title for work in page.context["listing"].rows] == ["Seulement en français", "بالعربية"]
    assert '<bdi lang="fr" dir="ltr">Seulement en français</bdi>' in page.content.decode()
    assert titles(client, "/fr/editions/") == ["En français", "Seulement en français"]


def test_what_is_not_published_neither_shows_nor_counts(client, editions, series, add) -> None:
    add(series, ForumEditionPage, title="Brouillon", slug="un", live=False, start_date=date(2015, 1, 1), country="SN")
    shown = client.get("/fr/editions/")
    assert (shown.context["total"], shown.context["listing"].facets) == (0, [])
    assert "Brouillon" not in shown.content.decode()


def test_filters_offer_only_what_occurs_with_counts_and_narrow_each_other(client, editions, series, add) -> None:
    topic = Topic.objects.create(name="Cyber", slug="cyber")
    TopicLabel.objects.create(topic=topic, language="fr", preferred="Cybersécurité")
    first = add(series, ForumEditionPage, title="A", slug="a", start_date=date(2015, 1, 1), country="SN")
    add(series, ForumEditionPage, title="B", slug="b", start_date=date(2015, 2, 1), country="MA")
    add(series, ForumEditionPage, title="C", slug="c", start_date=date(2019, 1, 1), country="MA")
    first.topics.add(topic)
    first.save()
    assert options(client, "/fr/editions/") == {
        "year": [("2019", "2019", 1), ("2015", "2015", 2)],
        "country": [("MA", "Maroc", 2), ("SN", "Sénégal", 1)],
        "series": [("dakar", "Forum de Dakar", 3)],
        "topic": [("cyber", "Cybersécurité", 1)],
        "language": [("fr", "français", 3)],
    }
    assert titles(client, "/fr/editions/?year=2015") == ["B", "A"]
    assert titles(client, "/fr/editions/?year=2015&country=MA") == ["B"]
    assert titles(client, "/fr/editions/?topic=cyber") == ["A"]
    assert titles(client, "/fr/editions/?series=dakar&country=sn") == ["A"]
    assert options(client, "/fr/editions/?country=MA")["year"] == [("2019", "2019", 1), ("2015", "2015", 1)]


def test_a_forum_chosen_by_its_address_in_one_language_holds_in_another(
    client, editions, series, add, translate
) -> None:
    edition = add(series, ForumEditionPage, title="Une", slug="une")
    translate(edition, "en", title="One")
    translate(editions, "en", title="Editions")
    assert titles(client, "/en/editions/?series=dakar") == ["One"]


def test_a_language_chosen_shows_the_works_that_have_it_in_it(client, editions, series, add, translate) -> None:
    both = add(series, ForumEditionPage, title="Une", slug="une")
    add(series, ForumEditionPage, title="Deux", slug="deux")
    translate(both, "en", title="One")
    assert titles(client, "/fr/editions/?language=en") == ["One"]
    assert options(client, "/fr/editions/")["language"] == [("en", "anglais", 1), ("fr", "français", 2)]


@pytest.mark.parametrize(
    "query",
    [
        "year=abc",
        "year=0",
        "year=99999999999999999999",
        "year=٢٠١٥",
        "country=XX",
        "topic=nothing",
        "topic=%00",
        "series=%F0%9F%92%A5",
        "language=tlh",
        "page=abc",
        "page=-1",
    ],
)
def test_what_means_nothing_is_left_out_and_said(client, editions, series, add, query) -> None:
    add(series, ForumEditionPage, title="Une", slug="une")
    shown = client.get(f"/fr/editions/?{query}")
    assert shown.status_code == 200
    assert [work.title for work in shown.context["listing"].rows] == ["Une"]
    assert len(shown.context["ignored"]) == 1
    assert '<div class="notice" role="status">' in shown.content.decode()


def test_unknown_parameters_are_nobodys_business(client, editions) -> None:
    assert client.get("/fr/editions/?utm_source=x&progress=unknown").context["ignored"] == []


def test_nothing_matches_offers_a_way_out_and_keeps_the_choice(client, editions, series, add) -> None:
    add(series, ForumEditionPage, title="Une", slug="une", start_date=date(2015, 1, 1))
    shown = client.get("/fr/editions/?year=1999")
    assert shown.context["listing"].rows == []
    assert '<p class="empty">' in shown.content.decode()
    assert [removal["url"] for removal in shown.context["removals"]] == ["?"]


def test_twenty_to_a_page_and_beyond_the_last_is_not_found(client, editions, series, add) -> None:
    for number in range(1, 42):
        add(series, ForumEditionPage, title=f"N{number:02}", slug=f"n{number}", number=number, country="MA")
    first = client.get("/fr/editions/?country=MA")
    assert [first.context["listing"].rows[0].title, len(first.context["listing"].rows)] == ["N41", 20]
    assert [entry["url"] for entry in first.context["pages"]["numbers"]] == [
        "?country=MA",
        "?country=MA&page=2",
        "?country=MA&page=3",
    ]
    assert titles(client, "/fr/editions/?page=3") == ["N01"]
    assert client.get("/fr/editions/?page=4").status_code == 404


def test_recommendations_come_by_date_of_their_meeting_then_by_number_of_their_code(
    client, homes, series, add
) -> None:
    add(homes["fr"], IndexPage, title="Recommandations", slug="recommandations", lists="recommendation")
    old = add(series, ForumEditionPage, title="2015", slug="a", start_date=date(2015, 1, 1), country="ML")
    new = add(series, ForumEditionPage, title="2019", slug="b", start_date=date(2019, 1, 1), country="MA")
    add(old, RecommendationPage, title="Ancienne", slug="r", code="R 1", text="Texte", progress="carried-out")
    add(new, RecommendationPage, title="Dix", slug="r10", code="R 10", text="Texte")
    add(new, RecommendationPage, title="Neuf", slug="r9", code="R 9", text="Texte")
    assert titles(client, "/fr/recommandations/") == ["Neuf", "Dix", "Ancienne"]
    assert titles(client, "/fr/recommandations/?country=ML") == ["Ancienne"]
    assert titles(client, "/fr/recommandations/?year=2019") == ["Neuf", "Dix"]
    assert titles(client, "/fr/recommandations/?progress=carried-out") == ["Ancienne"]


def test_a_listing_of_the_pages_below_keeps_the_order_of_the_tree(client, homes, add) -> None:
    about = add(homes["en"], IndexPage, title="About", slug="about", lists="children")
    add(about, StandardPage, title="Team", slug="team")
    add(about, StandardPage, title="Contact", slug="contact")
    add(about, StandardPage, title="Hidden", slug="hidden", live=False)
    assert titles(client, "/en/about/") == ["Team", "Contact"]


def test_an_empty_listing_says_so_and_shows_a_way_on(client, editions) -> None:
    page = client.get("/fr/editions/").content.decode()
    assert '<p class="empty">' in page
    assert 'href="/fr/"' in page


@pytest.mark.parametrize("count", [1, 30, 300])
def test_twelve_queries_however_many_works(client, homes, series, count) -> None:
    news = IndexPage(title="Recommandations", slug="recs", lists="recommendation", locale_id=series.locale_id)
    homes["fr"].add_child(instance=news)
    edition = ForumEditionPage(title="2015", slug="a", start_date=date(2015, 1, 1), locale_id=series.locale_id)
    series.add_child(instance=edition)
    topic = Topic.objects.create(name="Cyber", slug="cyber")
    for number in range(count):
        page = RecommendationPage(title=f"R{number}", slug=f"r{number}", text="T", locale_id=series.locale_id)
        edition.add_child(instance=page)
        PageTopic.objects.create(tag=topic, content_object=page)
    client.get("/fr/recs/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/fr/recs/?year=2015&topic=cyber").context["total"] == count
    assert len(queries) <= 12, [query["sql"][:150] for query in queries]


def test_news_go_by_their_date(client, homes, add) -> None:
    news = add(homes["en"], IndexPage, title="News", slug="news", lists="news")
    add(news, NewsPage, title="Old", slug="old", date=date(2014, 5, 1))
    add(news, NewsPage, title="New", slug="new", date=date(2016, 5, 1))
    assert titles(client, "/en/news/") == ["New", "Old"]
    assert titles(client, "/en/news/?year=2014") == ["Old"]
