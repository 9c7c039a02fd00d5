"""Does an edition's page say what is known of it, and that the rest is not?"""

from datetime import date, time

import pytest

from pages.models import (
    Authorship,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    NewsPage,
    Organisation,
    OrganisationName,
    OrganisationRole,
    Person,
    PersonName,
    PersonRole,
    RecommendationPage,
    RelatedOutcome,
    ResearchPaperPage,
    SessionPage,
)
from pages.models.roles import Delegation, Figure


@pytest.fixture
def series(homes, add):
    """A forum below the forums of each language."""

    def make(code: str, title: str) -> ForumSeriesPage:
        index = add(homes[code], IndexPage, title="Forums", slug="forums", lists="series", show_in_menus=True)
        return add(index, ForumSeriesPage, title=title, slug="forum")

    return make


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_arabic_edition_names_its_number_dates_place_and_figures(client, add, series):
    forum = series("ar", "منتدى مراكش للأمن")
    edition = add(
        forum,
        ForumEditionPage,
        title="الدورة 11",
        slug="edition-11",
        number=11,
        theme="الحفاظ على استقرار إفريقيا",
        start_date=date(2017, 11, 21),
        end_date=date(2017, 11, 23),
        place="مراكش",
        country="MA",
    )
    Figure.objects.create(page=edition, kind="participants", qualifier="more-than", number=150)
    page = text_of(client, "/ar/forums/forum/edition-11/")
    assert "<h1>الحفاظ على استقرار إفريقيا</h1>" in page
    assert "منتدى مراكش للأمن</a>، الدورة الحادية عشرة</span>" in page
    assert "<dd>من 21 إلى 23 نونبر 2017</dd>" in page
    assert "<dd>مراكش، المغرب</dd>" in page
    assert "</small> 150</dd>" in page


def test_a_french_edition_sets_its_ordinal_and_spaces(client, add, series):
    forum = series("fr", "Forum de sécurité")
    add(
        forum,
        ForumEditionPage,
        title="Édition 1",
        slug="edition-1",
        number=1,
        theme="La paix : comment ?",
        start_date=date(2017, 10, 1),
        end_date=date(2017, 10, 3),
    )
    page = text_of(client, "/fr/forums/forum/edition-1/")
    assert "1<sup>re</sup> édition" in page
    assert "<h1>La paix\u00a0: comment\u202f?</h1>" in page
    assert "<dd>Du 1er au 3 octobre 2017</dd>" in page


def test_what_the_source_does_not_say_is_said_to_be_unknown(client, add, series):
    edition = add(
        series("en", "Forum"), ForumEditionPage, title="Second edition", slug="e", number=2, date_precision="unknown"
    )
    Delegation.objects.create(page=edition, country="ML", locale_id=edition.locale_id)
    page = text_of(client, "/en/forums/forum/e/")
    assert '<span class="unknown">date not stated by the source</span>' in page
    assert ">Mali</a></th>" in page
    assert 'class="unknown">not stated</td>' in page
    assert "No outcome of this edition has been published here yet." in page


def test_the_programme_stands_by_day_with_its_hours(client, add, series):
    edition = add(
        series("en", "Forum"),
        ForumEditionPage,
        title="Edition",
        slug="e",
        start_date=date(2017, 10, 12),
        timezone="Africa/Bamako",
    )
    later = add(edition, SessionPage, title="Closing", slug="c", day=2, time_text="afternoon", session_kind="closing")
    add(edition, SessionPage, title="Opening", slug="o", day=1, starts_at=time(9, 30), ends_at=time(11), room="Hall A")
    add(later, ResearchPaperPage, title="A paper", slug="p")
    page = text_of(client, "/en/forums/forum/e/")
    assert "<h3>First day, Thursday 12 October 2017</h3>" in page
    assert '<span class="hours">09:30–11:00</span>' in page
    assert '<p class="meta">Hall A</p>' in page
    assert '<span class="hours">afternoon</span>' in page
    assert '<p class="meta">Closing\u00a0· 1 paper</p>' in page
    assert page.index(">Opening<") < page.index(">Closing<")


def test_sessions_without_days_stand_in_the_order_of_the_source(client, add, series):
    edition = add(series("en", "Forum"), ForumEditionPage, title="Edition", slug="e")
    for title in ["Third theme", "First theme"]:
        add(edition, SessionPage, title=title, slug=title[:1].lower())
    page = text_of(client, "/en/forums/forum/e/")
    assert "In the order of the source, which gives no days." in page
    assert "First day" not in page
    assert page.index(">Third theme<") < page.index(">First theme<")


def test_outcomes_are_grouped_and_each_leads_to_its_page(client, add, series, homes):
    edition = add(series("en", "Forum"), ForumEditionPage, title="Edition", slug="e", number=3)
    add(edition, RecommendationPage, title="Strengthen it", slug="r1", code="R 1", text="Strengthen it.")
    add(edition, DeclarationPage, title="The declaration", slug="d", place="Bamako", country="ML")
    news = add(
        add(homes["en"], IndexPage, title="News", slug="news", lists="news"), NewsPage, title="It met", slug="met"
    )
    RelatedOutcome.objects.create(page=news, outcome=edition)
    page = text_of(client, "/en/forums/forum/e/")
    for address, title in [("r1", "Strengthen it"), ("d", "The declaration")]:
        assert f'<a class="quiet" href="/en/forums/forum/e/{address}/">{title}</a>' in page
    assert '<bdi dir="ltr">R 1</bdi>' in page
    assert "<span>Bamako, Mali</span>" in page
    assert '<a class="quiet" href="/en/news/met/">It met</a>' in page


def test_neighbours_lead_to_earlier_and_later_editions(client, add, series):
    forum = series("en", "Forum")
    for number, year in [(2, 2016), (1, 2015), (3, 2017)]:
        add(forum, ForumEditionPage, title=f"Edition {number}", slug=f"e{number}", number=number,
            start_date=date(year, 5, 1), date_precision="year")  # fmt: skip
    page = text_of(client, "/en/forums/forum/e2/")
    assert '<a href="/en/forums/forum/e1/"><small>Earlier edition</small><b>1st edition, 2015</b></a>' in page
    assert (
        '<a class="next" href="/en/forums/forum/e3/"><small>Later edition</small><b>3rd edition, 2017</b></a>' in page
    )
    assert "No later edition yet" in text_of(client, "/en/forums/forum/e3/")


def test_an_outcome_that_exists_in_another_language_only_is_shown_in_it(client, add, series, translate):
    edition = add(series("en", "Forum"), ForumEditionPage, title="Edition", slug="e")
    french = translate(edition, "fr", title="Édition")
    add(edition, RecommendationPage, title="Only in English", slug="r", text="Text.")
    page = text_of(client, french.url)
    assert 'hreflang="en"><bdi lang="en" dir="ltr">Only in English</bdi></a>' in page


@pytest.fixture
def full_edition(add, series):
    """An edition with so many of everything."""

    def make(count: int) -> str:
        edition = add(series("en", "Forum"), ForumEditionPage, title="Edition", slug="e", number=1)
        add(edition.get_parent(), ForumEditionPage, title="Next", slug="next", number=2)
        for place in range(count):
            person = Person.objects.create(slug=f"person-{place}")
            PersonName.objects.create(person=person, language="en", name=f"Person {place}")
            body = Organisation.objects.create(slug=f"body-{place}")
            OrganisationName.objects.create(organisation=body, language="en", name=f"Body {place}")
            PersonRole.objects.create(page=edition, person=person, role="chair")
            OrganisationRole.objects.create(page=edition, organisation=body, role="organiser")
            Delegation.objects.create(page=edition, organisation=body, head=person, locale_id=edition.locale_id)
            session = add(edition, SessionPage, title=f"Session {place}", slug=f"s{place}", day=1)
            paper = add(session, ResearchPaperPage, title=f"Paper {place}", slug=f"p{place}")
            Authorship.objects.create(page=paper, person=person)
            add(edition, RecommendationPage, title=f"Recommend {place}", slug=f"r{place}", text="Text.")
            add(edition, DeclarationPage, title=f"Declare {place}", slug=f"d{place}")
        Figure.objects.create(page=edition, kind="participants", number=150)
        return "/en/forums/forum/e/"

    return make


@pytest.mark.parametrize("count", [1, 30])
def test_an_edition_costs_the_same_queries_however_much_it_holds(
    client, full_edition, django_assert_num_queries, count
):
    address = full_edition(count)
    client.get(address)
    with django_assert_num_queries(15):
        client.get(address)
