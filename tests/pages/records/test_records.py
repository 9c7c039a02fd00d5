"""A record's page gathers what published works say of it, in the reader's language, and nothing of drafts."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.models import (
    Addressee,
    Adherence,
    Authorship,
    DeclarationPage,
    Delegation,
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
    ResearchPaperPage,
    SessionPage,
    Topic,
    TopicLabel,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(homes, add) -> ForumEditionPage:
    forums = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(forums, ForumSeriesPage, title="Marrakech Security Forum", slug="msf")
    return add(series, ForumEditionPage, title="11th edition", slug="11", country="MA", place="Marrakech")


@pytest.fixture
def amina(db) -> Person:
    person = Person.objects.create(slug="amina-diallo", country="SN")
    PersonName.objects.create(person=person, language="en", name="Amina Diallo", position="Judge")
    PersonName.objects.create(person=person, language="ar", name="أمينة ديالو")
    return person


@pytest.fixture
def centre(db) -> Organisation:
    organisation = Organisation.objects.create(slug="cmes", kind="research", country="MA")
    OrganisationName.objects.create(organisation=organisation, language="en", name="Centre", acronym="CMES")
    OrganisationName.objects.create(organisation=organisation, language="fr", name="Le Centre")
    return organisation


def sections(client: Client, address: str) -> dict[str, list[str]]:
    response = client.get(address)
    assert response.status_code == 200, address
    return {section.heading: [row.title for row in section.rows] for section in response.context["sections"]}


def test_a_person_with_roles_papers_delegations_and_news(client, edition, amina, add) -> None:
    session = add(edition, SessionPage, title="Cyber threats", slug="cyber")
    PersonRole.objects.create(page=session, person=amina, role="speaker")
    PersonRole.objects.create(page=edition, person=amina, role="chair")
    paper = add(edition, ResearchPaperPage, title="Law", slug="law")
    Authorship.objects.create(page=paper, person=amina)
    Delegation.objects.create(page=edition, country="SN", head=amina, locale=edition.locale)
    news = add(edition.get_parent().get_parent(), NewsPage, title="Elected", slug="elected", author=amina)
    assert news.author == amina
    assert sections(client, "/en/people/amina-diallo/") == {
        "Chair": ["11th edition"],
        "Speaker": ["Cyber threats"],
        "Head of delegation": ["11th edition"],
        "Papers": ["Law"],
        "News": ["Elected"],
    }
    page = client.get("/en/people/amina-diallo/").content.decode()
    assert '<bdi lang="ar" dir="rtl">أمينة ديالو</bdi>' in page
    assert '<p class="lead">Judge</p>' in page
    assert "<span>Senegal</span>" in page


def test_a_record_has_an_address_in_every_language_and_says_so(client, edition, amina) -> None:
    PersonRole.objects.create(page=edition, person=amina, role="chair")
    page = client.get("/ar/people/amina-diallo/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "<h1>أمينة ديالو</h1>" in page
    assert '<bdi lang="en" dir="ltr">11th edition</bdi>' in page
    for code in ("en", "fr"):
        assert f'href="/{code}/people/amina-diallo/"' in page
    assert 'hreflang="fr"' in page


def test_a_name_missing_in_the_readers_language_is_shown_in_another_and_marked(client, edition, amina) -> None:
    PersonRole.objects.create(page=edition, person=amina, role="chair")
    assert (
        '<h1><bdi lang="ar" dir="rtl">أمينة ديالو</bdi></h1>'
        in client.get("/fr/people/amina-diallo/").content.decode()
    )


def test_whom_only_drafts_speak_of_is_not_found_nor_listed(client, edition, amina, centre, add) -> None:
    draft = add(edition, SessionPage, title="Secret", slug="secret", live=False)
    PersonRole.objects.create(page=draft, person=amina, role="speaker")
    OrganisationRole.objects.create(page=draft, organisation=centre, role="host")
    assert client.get("/en/people/amina-diallo/").status_code == 404
    assert client.get("/en/organisations/cmes/").status_code == 404
    assert client.get("/en/countries/sn/").status_code == 404
    for address in ("/en/people/", "/en/organisations/", "/en/countries/"):
        page = client.get(address).content.decode()
        assert "Amina" not in page
        assert "Centre" not in page
        assert "Senegal" not in page
    PersonRole.objects.create(page=edition, person=amina, role="chair")
    assert sections(client, "/en/people/amina-diallo/") == {"Chair": ["11th edition"]}


@pytest.mark.parametrize("kind", ["people", "organisations", "topics", "countries"])
def test_unknown_addresses_are_not_found(client, homes, kind) -> None:
    assert client.get(f"/en/{kind}/nobody/").status_code == 404
    assert client.get(f"/en/{kind}/").status_code == 200
    assert '<p class="empty">' in client.get(f"/en/{kind}/").content.decode()


def test_an_organisation_with_everything_it_did(client, edition, centre, add) -> None:
    OrganisationRole.objects.create(page=edition, organisation=centre, role="organiser")
    OrganisationRole.objects.create(page=edition.get_parent(), organisation=centre, role="host")
    declaration = add(edition, DeclarationPage, title="Declaration", slug="declaration")
    Adherence.objects.create(page=declaration, organisation=centre, capacity="signatory", locale=edition.locale)
    advice = add(edition, RecommendationPage, title="Cooperate", slug="r1", text="Cooperate.")
    Addressee.objects.create(page=advice, organisation=centre, locale=edition.locale)
    paper = add(edition, ResearchPaperPage, title="Study", slug="study", publisher=centre)
    Delegation.objects.create(page=edition, organisation=centre, role="observer", locale=edition.locale)
    Authorship.objects.create(page=paper, organisation=centre)
    assert sections(client, "/en/organisations/cmes/") == {
        "Organiser": ["11th edition"],
        "Host": ["Marrakech Security Forum"],
        "Delegations": ["11th edition"],
        "Declarations it adhered to": ["Declaration"],
        "Recommendations addressed to it": ["Cooperate"],
        "Papers it published": ["Study"],
        "Papers it wrote": ["Study"],
    }
    page = client.get("/en/organisations/cmes/").content.decode()
    assert "<span>observer</span>" in page
    assert "<span>Signatory</span>" in page


def test_a_country_with_its_meetings_delegations_and_organisations(client, edition, centre, amina) -> None:
    OrganisationRole.objects.create(page=edition, organisation=centre, role="organiser")
    Delegation.objects.create(page=edition, country="SN", head=amina, role="observer", locale=edition.locale)
    assert sections(client, "/en/countries/ma/") == {"Editions held there": ["11th edition"]}
    assert 'href="/en/organisations/cmes/"' in client.get("/en/countries/ma/").content.decode()
    assert sections(client, "/en/countries/sn/") == {"Delegations": ["11th edition"]}
    assert [link.title for link in client.get("/fr/countries/").context["links"]] == ["Maroc", "Sénégal"]
    assert client.get("/en/countries/xx/").status_code == 404


def test_topics_in_use_make_a_tree_and_a_topic_gathers_its_works(client, edition, homes) -> None:
    broad = Topic.objects.create(name="Law", slug="law", scheme="iptc", external_id="1")
    narrow = Topic.objects.create(name="Cybercrime", slug="cybercrime", broader=broad)
    TopicLabel.objects.create(
        topic=narrow,
        language="en",
        preferred="Cybercrime",
        alternatives="Cyber crime\nComputer crime",
        definition="Bad.",
    )
    TopicLabel.objects.create(topic=narrow, language="fr", preferred="Cybercriminalité")
    Topic.objects.create(name="Unused", slug="unused", broader=broad)
    assert client.get("/en/topics/cybercrime/").status_code == 404
    edition.topics.add(narrow)
    edition.save()
    assert sections(client, "/en/topics/cybercrime/") == {"Editions": ["11th edition"]}
    page = client.get("/en/topics/cybercrime/").content.decode()
    assert "Cyber crime<br>Computer crime" in page
    assert 'href="/en/topics/law/"' in page
    above = client.get("/en/topics/law/").content.decode()
    assert "IPTC Media Topics, iptc.org" in above
    assert 'href="/en/topics/unused/"' not in above
    assert client.get("/en/topics/unused/").status_code == 404
    branches = client.get("/fr/topics/").context["branches"]
    assert [(b.label.text, b.count, [(n.label.text, n.count) for n in b.below]) for b in branches] == [
        ("law", 0, [("Cybercriminalité", 1)])
    ]


@pytest.mark.parametrize("address", ["/en/people/amina-diallo/", "/en/topics/cyber/", "/en/countries/sn/"])
def test_a_records_page_costs_the_same_at_one_and_at_thirty_works(client, edition, amina, add, address) -> None:
    topic = Topic.objects.create(name="Cyber", slug="cyber")

    def queries_with(count: int) -> int:
        for _turn in range(count):
            slug = f"s{SessionPage.objects.count()}"
            session = add(edition, SessionPage, title=slug, slug=slug)
            PersonRole.objects.create(page=session, person=amina, role="speaker")
            session.topics.add(topic)
            session.save()
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    first = queries_with(1)
    assert first <= 20
    assert queries_with(29) == first


def test_the_latest_come_first_and_a_work_stands_once_in_a_section(client, edition, amina, add, translate) -> None:
    older = add(edition.get_parent(), ForumEditionPage, title="Older", slug="o", start_date=date(2010, 1, 1))
    newer = add(edition.get_parent(), ForumEditionPage, title="Newer", slug="n", start_date=date(2020, 1, 1))
    for page in (older, newer, edition):
        PersonRole.objects.create(page=page, person=amina, role="host")
    PersonRole.objects.create(page=translate(newer, "fr", title="Récente"), person=amina, role="host")
    assert sections(client, "/en/people/amina-diallo/") == {"Host": ["Newer", "Older", "11th edition"]}
    assert list(sections(client, "/fr/people/amina-diallo/").values()) == [["Récente", "Older", "11th edition"]]


def test_an_organisation_of_no_stated_kind_is_called_an_organisation(client, edition, db) -> None:
    organisation = Organisation.objects.create(slug="federation", kind="other")
    OrganisationName.objects.create(organisation=organisation, language="en", name="Federation")
    OrganisationRole.objects.create(page=edition, organisation=organisation, role="organiser")
    text = client.get("/en/organisations/federation/").content.decode()
    assert "<span>Organisation</span>" in text
    assert "Other organisation" not in text
