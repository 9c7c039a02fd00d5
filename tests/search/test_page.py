"""What does a reader see of a search, and where do its links lead?"""

import datetime
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client, override_settings
from django.utils import translation

from access.changing import Wanted, set_access
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumSeriesPage,
    NewsPage,
    PageTopic,
    ResearchPaperPage,
    StandardPage,
    Topic,
)
from search.engines import forget
from search.help import examples
from search.query import understand
from tests.indexing import Indexing

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]


@pytest.fixture
def waters(homes: dict, add: Add, translate: Callable[..., BasePage], indexing: Indexing) -> dict[str, BasePage]:
    """A forum in English and French, and papers of 2015, 2019 and 2020, two of them about floods."""
    series = add(homes["en"], ForumSeriesPage, title="Forum of Waters", slug="waters", summary="On rivers & lakes.")
    translate(series, "fr", title="Forum des eaux", summary="Des rivières et des lacs.")
    floods = Topic.objects.create(name="Floods", slug="floods")
    papers = {}
    for year in (2015, 2019, 2020):
        paper = add(
            homes["en"],
            ResearchPaperPage,
            title=f"Dams in {year}",
            slug=f"dams-{year}",
            summary="Water behind <walls>.",
            start_date=datetime.date(year, 5, 1),
            date_precision="day",
        )
        papers[str(year)] = paper
    for year in ("2019", "2020"):
        PageTopic.objects.create(content_object=papers[year], tag=floods)
        papers[year].save()
    indexing()
    return {"series": series, **papers}


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def main(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def links(html: str) -> list[str]:
    return [unescape(address) for address in re.findall(r'<a [^>]*?href="([^"]+)"', html)]


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_every_page_has_the_field_without_a_script(client: Client, homes: dict, code: str) -> None:
    for address in (f"/{code}/", f"/{code}/topics/", f"/{code}/account/login/", f"/{code}/search/"):
        assert f'role="search" action="/{code}/search/"' in page(client, address), address


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_the_empty_field_explains_how_to_ask(client: Client, homes: dict, code: str) -> None:
    response = client.get(f"/{code}/search/")

    assert response["Cache-Control"] == "private, no-store"
    html = main(response.content.decode())
    assert html.count("<dt>") == 8
    assert "result-count" not in html
    assert 'name="robots"' not in response.content.decode()


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_each_example_is_understood_as_what_it_shows(code: str) -> None:
    with translation.override(code):
        words, phrase, without, *filters = [understand(each.words, language=code) for each in examples()]

    assert len(words.words) == 2
    assert (len(phrase.phrases), phrase.words) == (1, ())
    assert (len(without.words), len(without.without)) == (1, 1)
    assert [typed.name for each in filters for typed in each.filters] == [
        "type",
        "country",
        "year",
        "topic",
        "language",
    ]
    assert [each.words for each in filters] == [()] * 5


def test_a_result_is_shown_like_a_row_with_what_was_looked_for_marked(client: Client, waters: dict) -> None:
    html = page(client, "/en/search/?q=rivers")

    assert '<h2 class="result-count"> 1 result for <bdi dir="auto">rivers</bdi> </h2>' in html
    assert '<a class="quiet" href="/en/waters/">Forum of Waters</a>' in html
    assert '<p class="summary">On <mark>rivers</mark> &amp; lakes.</p>' in html
    assert '<a href="/fr/waters/" hreflang="fr">French' in html


def test_french_spaces_are_put_in_around_the_marks(client: Client, homes: dict, add: Add, indexing: Indexing) -> None:
    add(homes["fr"], StandardPage, title="Barrages : à quel prix ?", slug="b")
    indexing()

    assert "<mark>Barrages</mark>\u00a0: à quel prix\u202f?" in client.get("/fr/search/?q=barrages").content.decode()


def test_what_stands_at_the_top_says_of_nothing_that_it_lies_there(
    client: Client, homes: dict, add: Add, indexing: Indexing
) -> None:
    for number in range(2):
        add(homes["en"], StandardPage, title=f"Privacy {number}", slug=f"privacy-{number}")
    homes["en"].save_revision().publish()
    indexing()

    assert 'class="meta facts"' not in page(client, "/en/search/?q=privacy")
    assert 'class="meta facts"' not in page(client, f"/en/search/?q={homes['en'].title}")


def test_a_text_in_another_language_says_so(client: Client, waters: dict) -> None:
    html = page(client, "/ar/search/?q=dams")

    assert '<bdi lang="en" dir="ltr"><mark>Dams</mark> in 2015</bdi>' in html
    assert "Water behind &lt;walls&gt;." in html


def test_each_link_of_a_facet_leaves_what_it_counts(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=water"))
    facets = html[html.index('class="facets"') : html.index('class="wide"')]
    counted = re.findall(r'<a href="([^"]+)".*?<span class="count">(\d+)<', facets)

    assert len(counted) > 5
    for address, count in counted:
        assert f"{count} result" in main(page(client, unescape(address))), address


def test_several_topics_are_chosen_one_after_the_other(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=water&type=paper&topic=floods"))

    assert "2 results for" in html
    assert "/en/search/?q=water&type=paper" in links(html)
    assert "/en/search/?q=water&topic=floods" in links(html)
    assert "/en/search/?q=water" in links(html)


def test_a_filter_among_the_words_is_taken_out_of_them(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=water+type:paper+year:2019..2020&sort=newest"))

    assert "2 results for" in html
    assert "/en/search/?q=water+year%3A2019..2020&sort=newest" in links(html)
    assert "/en/search/?q=water&sort=newest" in links(html)


def test_the_years_are_bars_that_lead_to_their_results(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=dams"))
    bars = html[html.index('class="bars"') : html.index("</ol>")]

    assert links(bars) == [f"/en/search/?q=dams&year={year}" for year in (2015, 2019, 2020)]
    assert bars.count('class="no-results"') == 3
    assert '<rect y="0" width="10" height="100" />' in bars
    assert 'name="from" inputmode="numeric" dir="ltr" size="4" value="2015"' in html
    assert "1 result for" in main(page(client, "/en/search/?q=dams&year=2019"))


def test_what_has_no_year_is_counted_beside_the_bars(client: Client, waters: dict) -> None:
    """The forum has none."""
    html = main(page(client, "/en/search/?q=water"))

    assert '<a href="/en/search/?q=water&amp;year=none" rel="nofollow">1 result without a year</a>' in html
    undated = main(page(client, "/en/search/?q=water&year=none"))
    assert '<h2 class="result-count"> 1 result for' in undated
    assert "Without a year" in undated
    assert "without a year" not in main(page(client, "/en/search/?q=water&year=2015..2020"))


@pytest.mark.parametrize(
    ("code", "years", "said"),
    [
        ("en", "2015..2020", "2015 to 2020"),
        ("fr", "2015..2020", "De 2015 à 2020"),
        ("ar", "2015..2020", "من 2015 إلى 2020"),
        ("en", "2015..", "From 2015"),
        ("fr", "..2020", "Jusqu’en 2020"),
        ("ar", "2015..2015", "2015"),
    ],
)
def test_a_span_of_years_is_said_in_words(client: Client, waters: dict, code: str, years: str, said: str) -> None:
    """With a dash, it would stand in reverse order after Arabic letters."""
    html = main(page(client, f"/{code}/search/?q=dams&year={years}"))

    assert f'rel="nofollow"> {said} <svg' in html[html.index('class="chips"') :]


def test_the_form_keeps_the_years_that_were_typed(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=dams&year=2016..2022"))

    assert re.findall(r'name="(?:from|to)".*?value="(\d+)"', html) == ["2016", "2022"]


def test_a_span_of_years_gets_an_address_of_its_own(client: Client, waters: dict) -> None:
    response = client.get("/en/search/?q=dams&type=paper&from=2019&to=2020")

    assert response.status_code == 302
    assert response["Location"] == "/en/search/?q=dams&type=paper&year=2019..2020"
    html = main(page(client, response["Location"]))
    assert "2 results for" in html
    assert html.count('class="is-chosen"') == 2


def test_the_other_languages_keep_the_search(client: Client, waters: dict, settings: Any) -> None:
    settings.SITE_URL = "https://forum.example"
    html = page(client, "/en/search/?q=dams&type=paper&sort=newest&page=1")

    assert '<a href="/ar/search/?q=dams&amp;type=paper&amp;sort=newest" lang="ar" hreflang="ar">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert (
        '<link rel="canonical" href="https://forum.example/en/search/?q=dams&amp;type=paper&amp;sort=newest">' in html
    )
    assert "<title>“dams” – Search – " in html


def test_the_order_can_be_chosen(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=dams&sort=newest"))

    assert html.index("</mark> in 2020") < html.index("</mark> in 2019") < html.index("</mark> in 2015")
    assert '<a href="/en/search/?q=dams&amp;sort=newest" rel="nofollow" aria-current="true">Newest first</a>' in html


def test_filters_alone_are_not_ordered_by_relevance(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?type=paper"))

    assert "Most relevant first" not in html
    assert (
        '<a href="/en/search/?type=paper&amp;sort=newest" rel="nofollow" aria-current="true">Newest first</a>' in html
    )


def test_one_more_value_is_not_folded_away(client: Client, homes: dict, add: Add, indexing: Indexing) -> None:
    for number, topics in ((1, range(9)), (2, range(10))):
        paper = add(homes["en"], ResearchPaperPage, title=f"Dam{number}", slug=f"d-{number}", summary="Water.")
        for topic in topics:
            tag = Topic.objects.get_or_create(name=f"Topic {topic}", slug=f"topic-{topic}")[0]
            PageTopic.objects.create(content_object=paper, tag=tag)
        paper.save()
    indexing()

    assert "1 more" not in main(page(client, "/en/search/?q=dam1"))
    assert "2 more" in main(page(client, "/en/search/?q=dam2"))


def test_a_page_is_called_a_page(client: Client, homes: dict, add: Add, indexing: Indexing) -> None:
    add(homes["ar"], StandardPage, title="الخصوصية", slug="privacy")
    indexing()

    assert '<p class="kind kind-page"> <span>صفحة</span>' in page(client, "/ar/search/?q=الخصوصية")


def test_what_nobody_found_leads_on(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=zeppelins&type=paper"))

    assert "0 results for" in html
    assert "/en/search/?q=zeppelins" in links(html)
    assert "/en/topics/" in links(html)
    assert html.count("<dt>") == 8


def test_a_word_nearly_right_is_put_right(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=rivars"))

    assert "/en/search/?q=rivers" in links(html)


def test_a_question_that_is_too_long_is_kept_and_told(client: Client, waters: dict) -> None:
    words = " ".join(["rivers"] * 60)
    html = main(page(client, f"/en/search/?q={words}"))

    assert f'value="{words}"' in html
    assert 'id="problems" class="notice error"' in html
    assert 'aria-describedby="problems"' in html


def test_what_means_nothing_in_an_address_is_said(client: Client, waters: dict) -> None:
    html = main(page(client, "/en/search/?q=dams&page=two&sort=best"))

    assert "3 results for" in html
    assert "were left out: Page and Order." in html


def test_without_the_engine_the_same_is_found_and_said(client: Client, waters: dict) -> None:
    address = "/en/search/?q=water&type=paper"
    with_engine = links(main(page(client, address)))
    # No folder can be made there.
    with override_settings(SEARCH_URL="embedded:///dev/null/search"):
        forget()
        html = main(page(client, address))
    forget()

    assert 'class="notice warning" role="status"' in html
    assert links(html) == with_engine


def test_a_work_on_request_is_named_apart(client: Client, waters: dict, indexing: Indexing) -> None:
    set_access(waters["2019"], Wanted("members", discovery="everyone"), by=None)
    indexing()
    html = main(page(client, "/en/search/?q=dams"))

    assert "2 results for" in html
    assert "in 2019" not in html[: html.index('id="on-request"')]
    assert '<a class="quiet" href="/en/dams-2019/">Dams in 2019</a>' in html[html.index('id="on-request"') :]


@pytest.mark.parametrize("query", ["q=dams&page=2", "q=dams&page=999999"])
def test_there_is_no_page_beyond_the_last_one(client: Client, waters: dict, query: str) -> None:
    assert client.get(f"/en/search/?{query}").status_code == 404


def test_pages_lead_to_each_other(client: Client, homes: dict, add: Add, indexing: Indexing) -> None:
    for number in range(45):
        add(homes["en"], NewsPage, title=f"Bulletin {number}", slug=f"b-{number}", date=datetime.date(2020, 1, 1))
    indexing()
    html = main(page(client, "/en/search/?q=bulletin&page=2"))

    assert "45 results for" in html
    assert {"/en/search/?q=bulletin", "/en/search/?q=bulletin&page=3"} <= set(links(html))
    assert '<a href="/en/search/?q=bulletin&amp;page=2" aria-current="page">2</a>' in html


def test_a_hit_on_a_clause_leads_to_it(client: Client, homes: dict, add: Add, indexing: Indexing) -> None:
    clause = {"label": "2", "text": "<p>No dam shall be built.</p>", "subparagraphs": [], "anchor": "2"}
    add(homes["en"], DeclarationPage, title="Declaration", slug="d", clauses=[("paragraph", clause)])
    indexing()
    html = main(page(client, "/en/search/?q=dam"))

    assert "/en/d/#2" in links(html)
    assert "No <mark>dam</mark> shall be built." in html


def test_the_number_of_a_clause_is_read_from_left_to_right(
    client: Client, homes: dict, add: Add, indexing: Indexing
) -> None:
    clause = {"label": "2", "text": "<p>لا يُبنى سد.</p>", "subparagraphs": [], "anchor": "2"}
    add(homes["ar"], DeclarationPage, title="إعلان", slug="d", clauses=[("paragraph", clause)])
    indexing()

    assert '<p class="meta">البند <bdi dir="ltr">2</bdi></p>' in page(client, "/ar/search/?q=سد")


def test_a_member_finds_more_and_is_told_so(client: Client, waters: dict, indexing: Indexing) -> None:
    set_access(waters["2019"], Wanted("members"), by=None)
    indexing()
    reader = Client()
    user = User.objects.create_user("member", "member@example.org", "secret")
    user.groups.add(Group.objects.get_or_create(name="Members")[0])
    reader.force_login(user)

    assert "2 results for" in page(client, "/en/search/?q=dams")
    assert "3 results for" in page(reader, "/en/search/?q=dams")
    assert "in 2019" not in page(client, "/en/search/?q=dams")
    assert "in 2019" in page(reader, "/en/search/?q=dams")


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%ff%fe", "q=%22", "q=*%3A*", "page=-1", "page=%00", "year=x..y", "from=%00", "topic=%F0%9F", "q[]=1"],
)
def test_any_bytes_are_answered(client: Client, waters: dict, query: str) -> None:
    assert client.get(f"/en/search/?{query}", follow=True).status_code == 200


def test_nothing_is_changed_by_a_search(client: Client, homes: dict) -> None:
    assert client.post("/en/search/", {"q": "dams"}).status_code == 405
