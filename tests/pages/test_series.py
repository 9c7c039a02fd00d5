"""Does a forum's page place its editions on the years, and name those whose year is not known?"""

from datetime import date

import pytest

from pages.models import ForumEditionPage, ForumSeriesPage, IndexPage, RecommendationPage, ResearchPaperPage


@pytest.fixture
def forum(homes, add):
    def make(code: str, **fields: object) -> ForumSeriesPage:
        index = add(homes[code], IndexPage, title="Forums", slug="forums", lists="series")
        return add(index, ForumSeriesPage, **{"title": "Forum", "slug": "forum", **fields})

    return make


def add_editions(add, forum: ForumSeriesPage) -> None:
    for number, year in [(1, 2015), (2, 2016), (3, None), (4, 2018)]:
        known = {"start_date": date(year, 6, 1)} if year else {"date_precision": "unknown"}
        add(
            forum,
            ForumEditionPage,
            title=f"Edition {number}",
            slug=f"e{number}",
            number=number,
            place="Rabat",
            **known,
        )


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_editions_stand_on_the_years_and_in_a_list(client, add, forum):
    add_editions(add, forum("en"))
    page = text_of(client, "/en/forums/forum/")
    assert '<text class="year" x="117.5" y="96" text-anchor="middle">2015</text>' in page
    assert 'aria-label="1st edition, 2015"' in page
    assert page.count('class="dot is-latest"') == 1
    assert "Only in the list, as the source gives no year: 3rd edition." in page
    assert '<span class="year unknown">year unknown</span>' in page
    assert '<p class="meta">1st edition\u00a0· Rabat</p>' in page
    places = [page.index(f'href="/en/forums/forum/e{number}/"') for number in (4, 3, 2, 1)]
    assert places == sorted(places)


def test_the_years_run_from_right_to_left_in_arabic(client, add, forum):
    add_editions(add, forum("ar"))
    page = text_of(client, "/ar/forums/forum/")
    assert '<text class="year" x="822.5" y="96" text-anchor="middle">2015</text>' in page
    assert 'aria-label="الدورة الأولى، 2015"' in page


def test_an_edition_says_how_much_came_out_of_it(client, add, forum):
    series = forum("en")
    edition = add(series, ForumEditionPage, title="Edition", slug="e", number=1, start_date=date(2020, 1, 1))
    for place in range(2):
        add(edition, RecommendationPage, title=f"R {place}", slug=f"r{place}", text="Text.")
    add(edition, ResearchPaperPage, title="Paper", slug="p")
    page = text_of(client, "/en/forums/forum/")
    assert '<p class="meta">1st edition\u00a0· 2 recommendations\u00a0· 1 paper</p>' in page
    assert '<svg viewBox="0 0 940' not in page


def test_recommendations_that_hang_on_the_forum_are_shown(client, add, forum):
    add(forum("en"), RecommendationPage, title="Meet every year", slug="r", text="Text.")
    assert '<a class="quiet" href="/en/forums/forum/r/">Meet every year</a>' in text_of(client, "/en/forums/forum/")


def test_a_network_has_its_own_colour_and_says_what_it_offers(client, forum):
    body = [{"type": "paragraph", "value": "<p>A platform for research.</p>"}]
    forum("en", series_kind="network", body=body)
    page = text_of(client, "/en/forums/forum/")
    assert '<p class="kind kind-network">' in page
    assert "/pattern/network/" in page
    assert "<h2>What it offers</h2>" in page


@pytest.mark.parametrize("count", [1, 30])
def test_a_forum_costs_the_same_queries_however_many_editions(client, add, forum, count, django_assert_num_queries):
    series = forum("en")
    for number in range(count):
        edition = add(
            series, ForumEditionPage, title=f"E {number}", slug=f"e{number}", start_date=date(1990 + number, 1, 1)
        )
        add(edition, RecommendationPage, title="R", slug="r", text="Text.")
    client.get("/en/forums/forum/")
    with django_assert_num_queries(12):
        client.get("/en/forums/forum/")
