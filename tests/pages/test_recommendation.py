"""A recommendation's page: its text, whom it speaks to, the clause it comes from, and what was done since."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import (
    Addressee,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    Organisation,
    OrganisationName,
    ProgressRecord,
    RecommendationPage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(homes, add) -> ForumEditionPage:
    forums = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(forums, ForumSeriesPage, title="Forum", slug="forum")
    return add(series, ForumEditionPage, title="Third edition", slug="3")


@pytest.fixture
def centre(db) -> Organisation:
    organisation = Organisation.objects.create(slug="cmes")
    OrganisationName.objects.create(organisation=organisation, language="fr", name="Le Centre")
    return organisation


def page_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_text_addressees_due_date_progress_and_steps(client, edition, centre, add) -> None:
    advice = add(
        edition,
        RecommendationPage,
        title="Cooperate",
        slug="r9",
        code="R 9",
        text="States should <cooperate>.",
        due_date=date(2026, 12, 1),
        progress="under-way",
    )
    for fields in ({"organisation": centre}, {"country": "MA"}, {"group": "African states"}):
        Addressee.objects.create(page=advice, locale=advice.locale, **fields)
    ProgressRecord.objects.create(
        page=advice,
        locale=advice.locale,
        organisation=centre,
        text="A workshop met.",
        start_date=date(2021, 3, 1),
        date_precision="month",
        evidence_url="https://example.org/report",
    )
    page = page_of(client, "/en/forums/forum/3/r9/")
    assert '<p class="recommendation-text">States should &lt;cooperate&gt;.</p>' in page
    assert '<a href="/en/organisations/cmes/"><bdi lang="fr" dir="ltr">Le Centre</bdi></a>' in page
    assert '<a href="/en/countries/ma/">Morocco</a>' in page
    assert "African states" in page
    assert '<time datetime="2026-12-01">1 December 2026</time>' in page
    assert "Under way</span>" in page
    assert '<span class="date">March 2021</span>' in page
    assert '<a href="https://example.org/report" rel="external">Evidence</a>' in page


def test_what_is_not_known_is_said(client, edition, add) -> None:
    add(edition, RecommendationPage, title="Cooperate", slug="r9", text="Cooperate.")
    page = page_of(client, "/en/forums/forum/3/r9/")
    assert '<span class="unknown">no date set</span>' in page
    assert '<span class="unknown">not stated by the source</span>' in page
    assert '<p class="empty">Nothing is known yet of what was done' in page
    assert '<a class="quiet" href="/en/forums/forum/3/">Third edition</a>' in page


def test_the_clause_it_comes_from_is_quoted_and_linked_in_the_readers_language(
    client, edition, add, translate
) -> None:
    def clauses(text: str) -> list[dict]:
        value = {"anchor": "c3", "label": "3", "text": f"<p>{text}</p>", "subparagraphs": []}
        return [{"type": "paragraph", "value": value}]

    declaration = add(edition, DeclarationPage, title="Declaration", slug="d", clauses=clauses("States cooperate."))
    advice = add(
        declaration, RecommendationPage, title="R", slug="r", text="T", source=declaration, source_clause="c3"
    )
    page = page_of(client, "/en/forums/forum/3/d/r/")
    assert "<blockquote> <p>States cooperate.</p> </blockquote>" in page
    assert '<a href="/en/forums/forum/3/d/#c3">Declaration, <bdi dir="ltr">3</bdi></a>' in page
    translate(declaration, "fr", title="Déclaration", clauses=clauses("Les États coopèrent."))
    translated = translate(advice, "fr", title="R", text="T")
    assert translated.source_id == declaration.pk
    french = page_of(client, "/fr/forums/forum/3/d/r/")
    assert "<p>Les États coopèrent.</p>" in french
    assert 'href="/fr/forums/forum/3/d/#c3"' in french


def test_a_clause_that_is_no_longer_there_leaves_the_source_without_it(client, edition, add) -> None:
    declaration = add(edition, DeclarationPage, title="Declaration", slug="d")
    add(edition, RecommendationPage, title="R", slug="r", text="T", source=declaration, source_clause="c9")
    assert '<a class="quiet" href="/en/forums/forum/3/d/">Declaration</a>' in page_of(client, "/en/forums/forum/3/r/")


def test_a_source_that_is_not_published_is_not_named(client, edition, add) -> None:
    hidden = add(edition, DeclarationPage, title="Hidden text", slug="d", live=False)
    add(edition, RecommendationPage, title="R", slug="r", text="T", source=hidden)
    assert "Hidden text" not in page_of(client, "/en/forums/forum/3/r/")


def test_the_earlier_and_the_later_one_go_by_number(client, edition, add) -> None:
    for number in (10, 8, 9):
        add(
            edition,
            RecommendationPage,
            title=f"N{number}",
            slug=f"r{number}",
            code=f"R {number}",
            text="T",
            source=edition,
        )
    page = page_of(client, "/en/forums/forum/3/r9/")
    assert '<a href="/en/forums/forum/3/r8/"><small><bdi dir="ltr">R 8</bdi></small><b>N8</b></a>' in page
    assert (
        '<a class="next" href="/en/forums/forum/3/r10/"><small><bdi dir="ltr">R 10</bdi></small><b>N10</b></a>' in page
    )


def test_queries_do_not_grow_with_neighbours_addressees_and_steps(client, edition, centre, add) -> None:
    advice = add(edition, RecommendationPage, title="N0", slug="r0", text="T", source=edition)

    def queries_after_adding(count: int) -> int:
        for _turn in range(count):
            slug = f"r{RecommendationPage.objects.count()}"
            add(edition, RecommendationPage, title=slug, slug=slug, text="T", source=edition)
            Addressee.objects.create(page=advice, locale=advice.locale, organisation=centre)
            ProgressRecord.objects.create(page=advice, locale=advice.locale, organisation=centre, text="T")
        client.get("/en/forums/forum/3/r0/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/forums/forum/3/r0/")
        return len(queries)

    first = queries_after_adding(1)
    assert first <= 24
    assert queries_after_adding(29) == first
