"""What readers find, from what they typed to what is shown, on a real index and on the database in its place."""

import datetime
from collections.abc import Callable

import pytest
from django.core.paginator import EmptyPage

from access.changing import Wanted, set_access
from access.principals import Principal
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    NewsPage,
    Organisation,
    OrganisationRole,
    ResearchPaperPage,
    StandardPage,
    Topic,
)
from tests.indexing import Indexing
from tests.search.asking import again, ask, titles, values

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]


@pytest.fixture
def forum(add: Add, homes: dict[str, HomePage], translate: Callable[..., BasePage]) -> BasePage:
    """A forum of 2019 in Marrakech, in English and French, with a paper in English."""
    series = add(homes["en"], ForumSeriesPage, title="Forum of Waters", slug="waters")
    edition = add(
        series,
        ForumEditionPage,
        title="First Forum of Waters",
        slug="first",
        start_date=datetime.date(2019, 11, 21),
        place="Marrakech",
        country="MA",
        summary="Ministers met about shared rivers.",
    )
    translate(series, "fr", title="Forum des eaux", slug="eaux")
    translate(edition, "fr", title="Premier forum des eaux", slug="premier", summary="Des ministres et des fleuves.")
    add(
        edition,
        ResearchPaperPage,
        title="Dams",
        slug="dams",
        abstract="How rivers that several states share are dammed.",
        start_date=datetime.date(2020, 3, 1),
    )
    return edition


def test_a_work_is_found_once_in_the_readers_language(searching: Indexing, forum: BasePage) -> None:
    searching()
    english = ask("forum waters")
    assert english.total == 2
    first = next(result for result in english.rows if result.key == f"work:{forum.translation_key}")
    assert (first.title, first.language, first.url) == ("First Forum of Waters", "en", "/en/waters/first/")
    assert [(other.language, other.title, other.url) for other in first.others] == [
        ("fr", "Premier forum des eaux", "/fr/eaux/premier/")
    ]
    assert (first.kind, first.kind_name, first.date) == ("forum", "Edition", datetime.date(2019, 11, 21))
    assert "Marrakech, Morocco" in first.facts
    french = ask("forum waters", spoken="fr")
    assert sorted(titles(french)) == ["Forum des eaux", "Premier forum des eaux"]
    assert titles(ask("Dams", spoken="fr")) == ["Dams"]


def test_words_are_marked_in_the_text_of_the_version_shown(searching: Indexing, forum: BasePage) -> None:
    searching()
    (paper,) = ask('"rivers that several"').rows
    (excerpt,) = paper.excerpts
    assert str(excerpt) == "How rivers that several states share are dammed."
    assert [segment.text for segment in excerpt.segments if segment.is_marked] == ["rivers", "several"]
    edition = next(result for result in ask("rivers", spoken="fr").rows if result.language == "fr")
    assert [str(each) for each in edition.excerpts] == ["Des ministres et des fleuves."]


def test_facets_and_years_count_what_was_found(searching: Indexing, forum: BasePage) -> None:
    searching()
    results = ask("rivers")
    assert sorted(titles(results)) == ["Dams", "First Forum of Waters"]
    assert values(results, "type") == {"forum": ("Forums", 1), "paper": ("Papers", 1)}
    assert values(results, "series") == {"waters": ("Forum of Waters", 2)}
    assert values(results, "country") == {"MA": ("Morocco", 1)}
    assert values(results, "language") == {"en": ("English", 2), "fr": ("French", 1)}
    assert [(bar.value, bar.count, bar.share) for bar in results.spread.bars] == [("2019", 1, 1.0), ("2020", 1, 1.0)]
    assert values(ask("rivers", spoken="ar"), "country") == {"MA": ("المغرب", 1)}


def test_a_decade_counts_a_work_once_and_what_has_no_year_is_counted_apart(
    searching: Indexing, add: Add, homes: dict[str, HomePage]
) -> None:
    for slug, first, last in (
        ("old", 1948, 1948),
        ("long", 2014, 2016),
        ("across", 2019, 2021),
        ("undated", None, None),
    ):
        dates = {"start_date": datetime.date(first, 1, 1), "end_date": datetime.date(last, 12, 31)} if first else {}
        add(homes["en"], ForumEditionPage, title=f"Rivers {slug}", slug=slug, **dates)
    searching()
    spread = ask("rivers").spread
    assert {bar.value: bar.count for bar in spread.bars if bar.count} == {
        "1940..1949": 1,
        "2010..2019": 2,
        "2020..2029": 1,
    }
    assert (spread.undated, spread.first, spread.last) == (1, 1948, 2021)
    assert titles(ask("rivers", year="none")) == ["Rivers undated"]
    assert (ask("rivers", year="none").spread.bars, ask("rivers", year="2010..").spread.undated) == ((), 0)
    assert (ask("rivers", year="2010..").spread.first, ask("rivers", year="2010..").spread.last) == (2010, 2021)


FILTERED: list[tuple[str, dict[str, str], list[str]]] = [
    ("rivers", {"type": "paper"}, ["Dams"]),
    ("rivers type:paper", {}, ["Dams"]),
    ("rivers نوع:منتدى", {}, ["First Forum of Waters"]),
    ("rivers", {"country": "MA"}, ["First Forum of Waters"]),
    ("rivers pays:Maroc", {}, ["First Forum of Waters"]),
    ("rivers", {"year": "2020"}, ["Dams"]),
    ("rivers year:2018..2019", {}, ["First Forum of Waters"]),
    ("rivers", {"language": "fr"}, ["Premier forum des eaux"]),
    ("rivers", {"series": "eaux", "type": "paper"}, ["Dams"]),
    ('rivers series:"Forum des eaux" type:paper', {}, ["Dams"]),
    ("rivers -dammed", {}, ["First Forum of Waters"]),
    ('rivers -"shared rivers"', {}, ["Dams"]),
    ("", {"type": "paper"}, ["Dams"]),
    ("type:paper", {}, ["Dams"]),
    ("rivers", {"year": "1999"}, []),
    ("rivers", {"year": "none"}, []),
    ("waters", {"year": "none"}, ["Forum of Waters"]),
    ("waters سنة:بلا", {}, ["Forum of Waters"]),
    ("waters", {"year": "none", "type": "paper"}, []),
    ("rivers", {"year": "abc"}, []),
    ("rivers", {"type": "zzz"}, []),
]


def test_filters(searching: Indexing, forum: BasePage) -> None:
    searching()
    for text, parameters, found in FILTERED:
        assert (text, parameters, titles(ask(text, **parameters))) == (text, parameters, found)


def test_chosen_filters_are_named_and_marked(searching: Indexing, forum: BasePage) -> None:
    searching()
    results = ask("rivers pays:Maroc", type="forum", series="waters")
    assert [(each.name, each.value, each.label.text, each.typed) for each in results.chosen] == [
        ("type", "forum", "Forums", ""),
        ("series", "waters", "Forum of Waters", ""),
        ("country", "MA", "Morocco", "pays:Maroc"),
    ]
    chosen = {option.value for facet in results.facets for option in facet.options if option.is_chosen}
    assert chosen == {"forum", "waters", "MA"}
    assert [bar.is_chosen for bar in ask("rivers", year="2020").spread.bars] == [True]


def test_order_and_pages(searching: Indexing, add: Add, homes: dict[str, HomePage]) -> None:
    for number in range(1, 46):
        day = datetime.date(2000, 1, 1) + datetime.timedelta(days=number)
        add(homes["en"], NewsPage, title=f"Bulletin {number:02}", slug=f"bulletin-{number}", date=day)
    searching()
    newest = ask("bulletin", sort="newest")
    assert (newest.total, newest.page, newest.pages, len(newest.rows)) == (45, 1, 3, 20)
    assert titles(newest)[:2] == ["Bulletin 45", "Bulletin 44"]
    assert titles(ask("bulletin", sort="newest", page=3)) == [f"Bulletin {n:02}" for n in (5, 4, 3, 2, 1)]
    assert titles(ask("bulletin", sort="oldest"))[0] == "Bulletin 01"
    for beyond in (0, 4, 501, 10**9):
        with pytest.raises(EmptyPage):
            ask("bulletin", page=beyond)


def test_records_are_found_where_an_open_page_speaks_of_them(
    searching: Indexing, forum: BasePage, member: Principal
) -> None:
    institute = Organisation.objects.create(slug="institute", country="MA")
    institute.names.create(language="en", name="Hydrology Institute", acronym="HI", description="Measures rivers.")
    institute.names.create(language="fr", name="Institut d'hydrologie")
    institute.save()
    forum.organisation_roles.add(OrganisationRole(organisation=institute, role="organiser"))
    topic = Topic.objects.create(name="Hydrology", slug="hydrology")
    topic.labels.create(language="en", preferred="Hydrology")
    topic.labels.create(language="ar", preferred="علم المياه")
    topic.save()
    forum.topics.add(topic)
    forum.save_revision().publish()
    searching()
    results = ask("hydrology")
    by_kind = {result.kind: result for result in results.rows}
    assert set(by_kind) == {"forum", "organisation", "topic"}
    found = by_kind["organisation"]
    assert (found.title, found.url, found.facts) == (
        "Hydrology Institute",
        "/en/organisations/institute/",
        ("Morocco",),
    )
    assert [(other.language, other.url) for other in found.others] == [("fr", "/fr/organisations/institute/")]
    assert [str(each) for each in found.excerpts] == ["Measures rivers."]
    assert values(results, "organisation") == {"institute": ("Hydrology Institute", 1)}
    assert values(results, "topic") == {"hydrology": ("Hydrology", 1)}
    assert "First Forum of Waters" in titles(ask("علم المياه"))
    set_access(forum, Wanted("members"), by=None)
    for _when in ("not indexed yet", "indexed"):
        assert titles(ask("hydrology")) == []
        assert ask("hydrology").total == 0
        assert len(titles(ask("hydrology", again(member)))) == 3
        searching()


def test_a_clause_is_led_to(searching: Indexing, add: Add, homes: dict[str, HomePage]) -> None:
    clauses = [
        ("heading", {"label": "1", "text": "Article 1", "anchor": "1"}),
        (
            "paragraph",
            {"label": "2", "text": "<p>All springs belong to all.</p>", "subparagraphs": [], "anchor": "1-2"},
        ),
    ]
    add(homes["en"], DeclarationPage, title="Declaration", slug="declaration", clauses=clauses)
    searching()
    (found,) = ask("springs").rows
    assert found.url == "/en/declaration/#1-2"
    assert found.note == "Article 1(2)"
    assert found.excerpts[0].address == "1-2"


def test_what_changed_is_found_as_it_is_now(searching: Indexing, add: Add, homes: dict[str, HomePage]) -> None:
    page = add(homes["en"], StandardPage, title="Quarry", slug="quarry", summary="Of marble.")
    other = add(homes["en"], StandardPage, title="Marble", slug="marble")
    searching()
    page.summary = "Of granite."
    page.save_revision().publish()
    new = add(homes["en"], StandardPage, title="Granite again", slug="granite")
    assert titles(ask("marble")) == ["Marble"]
    assert sorted(titles(ask("granite"))) == ["Granite again", "Quarry"]
    assert ask("granite").total == 2
    assert values(ask("granite"), "type") == {"page": ("Pages", 2)}
    new.unpublish()
    other.delete()
    assert titles(ask("granite")) == ["Quarry"]
    assert ask("marble").total == 0
    searching()
    assert titles(ask("granite")) == ["Quarry"]


def test_filters_stay_shown_where_nothing_can_be_looked_for(indexing: Indexing) -> None:
    results = ask("ـــ", type="paper")
    assert (results.total, results.is_asked) == (0, True)
    assert [each.label.text for each in results.chosen] == ["Papers"]
