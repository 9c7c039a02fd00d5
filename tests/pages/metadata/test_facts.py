"""Do the facts that an RDF library reads from a page agree with what the page says?"""

import datetime
from collections.abc import Callable

import pytest
from rdflib import URIRef

from pages.metadata.facts import page_facts
from pages.models import (
    Addressee,
    Authorship,
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    Organisation,
    PageTopic,
    Person,
    PersonRole,
    RecommendationPage,
    RelatedOutcome,
    ResearchPaperPage,
    SessionPage,
    Topic,
)
from pages.queries.editions import edition_parts
from tests.pages.metadata.reading import SCHEMA, graph, objects, types

SITE = "https://muntada.example"
SERIES = f"{SITE}/fr/forums/fs/"
EDITION = f"{SERIES}e11/"
DECLARATION = f"{EDITION}declaration/"


def facts_of(address: str):
    return graph(address.removeprefix(SITE))


def test_the_home_page_is_the_site(homes: dict[str, HomePage]) -> None:
    facts = facts_of(f"{SITE}/ar/")
    assert types(facts, f"{SITE}/ar/") == {"WebSite"}
    assert objects(facts, f"{SITE}/ar/", "name") == {"Muntada"}
    assert objects(facts, f"{SITE}/ar/", "inLanguage") == {"ar"}


def test_a_series_states_its_editions(series: ForumSeriesPage, edition: ForumEditionPage) -> None:
    facts = facts_of(SERIES)
    assert types(facts, SERIES) == {"EventSeries"}
    assert objects(facts, SERIES, "name") == {"Forum de sécurité"}
    assert objects(facts, SERIES, "alternateName") == {"FS"}
    assert objects(facts, SERIES, "location", "address", "addressCountry") == {"MA"}
    assert objects(facts, SERIES, "subEvent") == {EDITION}
    assert objects(facts, SERIES, "subEvent", "startDate") == {"2020-02-07"}


def test_an_edition_states_when_where_and_who(edition: ForumEditionPage) -> None:
    facts = facts_of(EDITION)
    assert types(facts, EDITION) == {"Event"}
    assert objects(facts, EDITION, "startDate") == {"2020-02-07"}
    assert objects(facts, EDITION, "endDate") == {"2020-02-08"}
    assert objects(facts, EDITION, "location", "name") == {"Marrakech"}
    assert objects(facts, EDITION, "organizer") == {f"{SITE}/fr/organisations/ministry/"}
    assert objects(facts, EDITION, "organizer", "name") == {"Ministère"}
    assert types(facts, f"{SITE}/fr/organisations/ministry/") == {"GovernmentOrganization"}
    assert objects(facts, EDITION, "eventAttendanceMode") == {"https://schema.org/OfflineEventAttendanceMode"}


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [
        ("month", {"2020-02"}, {"2020-02"}),
        ("year", {"2020"}, {"2020"}),
        ("unknown", set(), set()),
    ],
)
def test_dates_are_stated_as_far_as_they_are_known(
    edition: ForumEditionPage, precision: str, start: set[str], end: set[str]
) -> None:
    edition.date_precision = precision
    edition.save()
    facts = facts_of(EDITION)
    assert objects(facts, EDITION, "startDate") == start
    assert objects(facts, EDITION, "endDate") == end


def test_a_session_states_its_hours_with_their_offset(
    edition: ForumEditionPage, scholar: Person, add: Callable[..., BasePage]
) -> None:
    session = add(
        edition,
        SessionPage,
        title="Ouverture",
        slug="ouverture",
        day=2,
        starts_at=datetime.time(9, 30),
        ends_at=datetime.time(11),
        room="Salle A",
    )
    PersonRole.objects.create(page=session, role="chair", person=scholar)
    PersonRole.objects.create(page=session, role="rapporteur", person=Person.objects.create(slug="unnamed"))
    address = f"{EDITION}ouverture/"
    facts = facts_of(address)
    assert types(facts, address) == {"Event"}
    assert objects(facts, address, "startDate") == {"2020-02-08T09:30:00+01:00"}
    assert objects(facts, address, "endDate") == {"2020-02-08T11:00:00+01:00"}
    assert objects(facts, address, "superEvent") == {EDITION}
    assert objects(facts, address, "location", "name") == {"Salle A"}
    assert objects(facts, address, "performer", "name") == {"Amina Idrissi"}
    assert objects(facts_of(EDITION), EDITION, "subEvent", "name") == {"Ouverture"}


def test_a_session_of_an_edition_without_a_known_day_states_no_hour(edition: ForumEditionPage, add) -> None:
    edition.date_precision = "year"
    edition.save()
    add(edition, SessionPage, title="Ouverture", slug="ouverture", day=1, starts_at=datetime.time(9))
    address = f"{EDITION}ouverture/"
    assert objects(facts_of(address), address, "startDate") == set()


def test_a_declaration_states_its_adoption_and_its_clauses(declaration: DeclarationPage) -> None:
    facts = facts_of(DECLARATION)
    assert types(facts, DECLARATION) == {"Legislation"}
    assert objects(facts, DECLARATION, "legislationDate") == {"2020-02"}
    assert objects(facts, DECLARATION, "legislationIdentifier") == {"D/1"}
    assert objects(facts, DECLARATION, "legislationPassedBy", "name") == {"Les participants"}
    assert objects(facts, DECLARATION, "inLanguage") == {"fr"}
    assert objects(facts, DECLARATION, "hasPart") == {f"{DECLARATION}#h1", f"{DECLARATION}#c1"}
    assert objects(facts, f"{DECLARATION}#h1", "name") == {"Principes"}
    assert objects(facts, f"{DECLARATION}#c1", "name") == {"1"}


def test_a_declaration_names_its_other_languages(declaration: DeclarationPage, translate) -> None:
    translate(declaration, "ar", title="إعلان مراكش")
    arabic = f"{SITE}/ar/forums/fs/e11/declaration/"
    assert objects(facts_of(DECLARATION), DECLARATION, "workTranslation") == {arabic}
    facts = facts_of(arabic)
    assert objects(facts, arabic, "name") == {"إعلان مراكش"}
    assert objects(facts, arabic, "workTranslation") == {DECLARATION}


def test_a_summary_is_not_stated_to_be_the_text(declaration: DeclarationPage) -> None:
    declaration.text_status = "summary"
    declaration.save()
    facts = facts_of(DECLARATION)
    assert types(facts, DECLARATION) == {"CreativeWork"}
    assert objects(facts, DECLARATION, "hasPart") == set()
    assert objects(facts, DECLARATION, "about", "legislationDate") == {"2020-02"}


def test_what_is_only_expected_was_not_adopted(declaration: DeclarationPage) -> None:
    declaration.status = "expected"
    declaration.save()
    facts = facts_of(DECLARATION)
    assert objects(facts, DECLARATION, "legislationDate") == set()
    assert objects(facts, DECLARATION, "legislationPassedBy") == set()


def test_a_recommendation_states_its_clause_and_whom_it_addresses(
    declaration: DeclarationPage, edition: ForumEditionPage, ministry: Organisation, add
) -> None:
    page = add(
        edition,
        RecommendationPage,
        title="Coopérer",
        slug="r1",
        code="R 1",
        text="Il est recommandé de coopérer.",
        source_id=declaration.pk,
        source_clause="c1",
    )
    Addressee.objects.create(page=page, organisation=ministry, locale_id=page.locale_id)
    Addressee.objects.create(page=page, country="ML", locale_id=page.locale_id)
    Addressee.objects.create(page=page, group="Les États participants", locale_id=page.locale_id)
    address = f"{EDITION}r1/"
    facts = facts_of(address)
    assert types(facts, address) == {"CreativeWork"}
    assert objects(facts, address, "identifier") == {"R 1"}
    assert objects(facts, address, "text") == {"Il est recommandé de coopérer."}
    assert objects(facts, address, "isBasedOn") == {f"{DECLARATION}#c1"}
    assert objects(facts, address, "audience", "name") == {"Ministère", "Mali", "Les États participants"}


def test_a_paper_states_authors_licence_and_identifier(forums: IndexPage, ministry, scholar: Person, add) -> None:
    paper = add(
        forums,
        ResearchPaperPage,
        title="Prévenir",
        slug="prevenir",
        abstract="Résumé.",
        start_date=datetime.date(2021, 5, 1),
        date_precision="month",
        doi="10.1000/182",
        licence="CC-BY-4.0",
        series_title="Cahiers",
        series_number="7",
        references=[("reference", {"text": "<p>Charte des <i>Nations unies</i>, 1945.</p>", "language": ""})],
    )
    Authorship.objects.create(page=paper, person=scholar, organisation=ministry)
    address = f"{SITE}/fr/forums/prevenir/"
    facts = facts_of(address)
    assert types(facts, address) == {"ScholarlyArticle"}
    assert objects(facts, address, "author", "name") == {"Amina Idrissi"}
    assert objects(facts, address, "author", "affiliation", "name") == {"Ministère"}
    assert objects(facts, address, "abstract") == {"Résumé."}
    assert objects(facts, address, "datePublished") == {"2021-05"}
    assert objects(facts, address, "license") == {"https://creativecommons.org/licenses/by/4.0/"}
    assert objects(facts, address, "identifier", "value") == {"10.1000/182"}
    assert objects(facts, address, "isPartOf", "issueNumber") == {"7"}
    assert objects(facts, address, "citation") == {"Charte des Nations unies, 1945."}


def test_a_news_item_states_its_date_and_what_it_is_about(
    forums: IndexPage, declaration: DeclarationPage, ministry: Organisation, add
) -> None:
    page = add(
        forums,
        NewsPage,
        title="Adoption",
        slug="adoption",
        date=datetime.date(2020, 2, 9),
        publisher=ministry,
    )
    RelatedOutcome.objects.create(page=page, outcome_id=declaration.pk)
    address = f"{SITE}/fr/forums/adoption/"
    facts = facts_of(address)
    assert types(facts, address) == {"NewsArticle"}
    assert objects(facts, address, "datePublished") == {"2020-02-09"}
    assert objects(facts, address, "publisher", "name") == {"Ministère"}
    assert objects(facts, address, "about") == {DECLARATION}


def test_the_way_to_a_page_is_stated_in_order(declaration: DeclarationPage) -> None:
    facts = facts_of(DECLARATION)
    trail = f"{DECLARATION}#breadcrumb"
    steps = sorted(
        (int(str(facts.value(step, SCHEMA.position))), str(facts.value(step, SCHEMA.item)))
        for step in facts.objects(URIRef(trail), SCHEMA.itemListElement)
    )
    assert steps == [(1, f"{SITE}/fr/"), (2, f"{SITE}/fr/forums/"), (3, SERIES), (4, EDITION)]


def test_a_person_is_stated_with_the_reader_s_spelling_of_the_name(edition: ForumEditionPage, scholar: Person) -> None:
    PersonRole.objects.create(page=edition, role="speaker", person=scholar)
    for code, name in {"fr": "Amina Idrissi", "ar": "أمينة الإدريسي"}.items():
        address = f"{SITE}/{code}/people/scholar/"
        facts = facts_of(address)
        assert types(facts, address) == {"Person"}
        assert objects(facts, address, "name") == {name}
        assert objects(facts, address, "sameAs") == {"https://orcid.org/0000-0002-1825-0097"}
    assert objects(facts_of(f"{SITE}/fr/people/scholar/"), f"{SITE}/fr/people/scholar/", "jobTitle") == {"Chercheuse"}


def test_an_organisation_is_stated_with_its_country(edition: ForumEditionPage) -> None:
    address = f"{SITE}/fr/organisations/ministry/"
    facts = facts_of(address)
    assert types(facts, address) == {"GovernmentOrganization"}
    assert objects(facts, address, "alternateName") == {"M"}
    assert objects(facts, address, "address", "addressCountry") == {"MA"}


def test_a_topic_is_a_term_with_its_other_labels(edition: ForumEditionPage) -> None:
    topic = Topic.objects.create(name="Cybersecurity", slug="cybersecurity", wikidata="Q3510521")
    topic.labels.create(language="fr", preferred="Cybersécurité", alternatives="Sécurité informatique\nCyberdéfense")
    topic.save()
    PageTopic.objects.create(content_object=edition, tag=topic)
    address = f"{SITE}/fr/topics/cybersecurity/"
    facts = facts_of(address)
    assert types(facts, address) == {"DefinedTerm"}
    assert objects(facts, address, "name") == {"Cybersécurité"}
    assert objects(facts, address, "alternateName") == {"Sécurité informatique", "Cyberdéfense"}
    assert objects(facts, address, "sameAs") == {"http://www.wikidata.org/entity/Q3510521"}


def test_a_country_is_stated_by_its_code(edition: ForumEditionPage) -> None:
    address = f"{SITE}/fr/countries/ma/"
    facts = facts_of(address)
    assert types(facts, address) == {"Country"}
    assert objects(facts, address, "name") == {"Maroc"}
    assert objects(facts, address, "identifier") == {"MA"}


def test_a_list_of_records_is_a_collection(edition: ForumEditionPage) -> None:
    address = f"{SITE}/fr/organisations/"
    assert types(facts_of(address), address) == {"CollectionPage"}


@pytest.mark.parametrize("sessions", [1, 30])
def test_the_facts_of_an_edition_cost_at_most_one_query_more(
    edition: ForumEditionPage, scholar: Person, add, sessions: int, django_assert_max_num_queries
) -> None:
    for number in range(sessions):
        session = add(edition, SessionPage, title=f"Session {number}", slug=f"s{number}")
        PersonRole.objects.create(page=session, role="chair", person=scholar)
    page = ForumEditionPage.objects.get(pk=edition.pk)
    edition_parts(page, "fr")
    with django_assert_max_num_queries(1):
        page_facts(page, {"fr": page}, [])
