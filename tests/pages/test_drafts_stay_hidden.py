"""Nothing of what is not published is on any public address: no title, no text, no record only a draft speaks of."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.test import Client

from pages.models import (
    Addressee,
    Adherence,
    Authorship,
    BasePage,
    DeclarationPage,
    Delegation,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    Organisation,
    OrganisationRole,
    PageRelation,
    PageTopic,
    Person,
    PersonRole,
    RecommendationPage,
    RelatedOutcome,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
    Topic,
)

# In every text of a draft, and in the names of the records that only drafts speak of.
CANARY = "Zorkmid"
LISTS = ("series", "edition", "declaration", "recommendation", "paper", "news", "children")
Add = Callable[..., BasePage]


@pytest.fixture
def records(db: None) -> dict[str, object]:
    """A person, an organisation and a topic that only drafts name."""
    person = Person.objects.create(slug="zorkmid-person", country="IS")
    person.names.create(language="en", name=f"{CANARY} Person")
    person.save()
    person.save()
    body = Organisation.objects.create(slug="zorkmid-body", country="IS")
    body.names.create(language="en", name=f"{CANARY} Body")
    body.save()
    body.save()
    topic = Topic.objects.create(name=f"{CANARY} topic", slug="zorkmid-topic")
    topic.labels.create(language="en", preferred=f"{CANARY} topic")
    topic.save()
    topic.save()
    return {"person": person, "body": body, "topic": topic}


@pytest.fixture
def listings(homes: dict[str, HomePage], add: Add) -> dict[str, BasePage]:
    return {kind: add(homes["en"], IndexPage, title=kind, slug=f"all-{kind}", lists=kind) for kind in LISTS}


@pytest.fixture
def drafts(listings: dict[str, BasePage], records: dict[str, object], add: Add) -> dict[str, BasePage]:
    """One draft of each type, with everything a draft can hold."""
    series = add(listings["series"], ForumSeriesPage, title="Forum", slug="forum")
    hidden = add(listings["series"], ForumSeriesPage, slug="zorkmid-series", **_draft("series"))
    edition = add(series, ForumEditionPage, slug="seventh", number=7, country="IS", **_draft("edition"))
    session = add(edition, SessionPage, slug="zorkmid-session", **_draft("session"))
    clause = ("paragraph", {"anchor": "c1", "label": "1", "text": f"<p>{CANARY} clause</p>", "subparagraphs": []})
    declaration = add(edition, DeclarationPage, slug="zorkmid-declaration", clauses=[clause], **_draft("declaration"))
    paper = add(session, ResearchPaperPage, slug="zorkmid-paper", abstract=CANARY, **_draft("paper"))
    recommendation = add(
        edition, RecommendationPage, slug="zorkmid-recommendation", text=CANARY, source=session, **_draft("r")
    )
    news = add(listings["news"], NewsPage, slug="zorkmid-news", author=records["person"], **_draft("news"))
    standard = add(listings["children"], StandardPage, slug="zorkmid-standard", **_draft("standard"))
    person, body = records["person"], records["body"]
    PersonRole.objects.create(page=session, person=person, role="speaker")
    OrganisationRole.objects.create(page=edition, organisation=body, role="organiser")
    Delegation.objects.create(page=edition, organisation=body, head=person, locale=edition.locale)
    Delegation.objects.create(page=edition, country="IS", locale=edition.locale)
    Adherence.objects.create(page=declaration, country="IS", locale=edition.locale)
    Addressee.objects.create(page=recommendation, organisation=body, locale=edition.locale)
    Authorship.objects.create(page=paper, person=person, organisation=body)
    for page in (edition, session, declaration, paper, news):
        PageTopic.objects.create(content_object=page, tag=records["topic"])
    made = [hidden, edition, session, declaration, paper, recommendation, news, standard]
    return {type(page)._meta.model_name: page for page in made}


@pytest.fixture
def live(drafts: dict[str, BasePage], listings: dict[str, BasePage], homes: dict[str, HomePage], add: Add) -> None:
    """Published pages that speak of the drafts in every way there is, and are being changed themselves."""
    series = ForumSeriesPage.objects.get(slug="forum")
    below = add(drafts["forumeditionpage"], SessionPage, title="Open session", slug="open-session", day=1)
    declaration = add(series, DeclarationPage, title="Open declaration", slug="d", edition=drafts["forumeditionpage"])
    source = {"source": drafts["declarationpage"], "source_clause": "c1"}
    recommendation = add(series, RecommendationPage, title="Open one", slug="r", text="Open.", **source)
    link = f'<p><a linktype="page" id="{drafts["researchpaperpage"].pk}">a paper</a></p>'
    news = add(listings["news"], NewsPage, title="Open news", slug="n", body=[("paragraph", link)])
    RelatedOutcome.objects.create(page=news, outcome=drafts["researchpaperpage"])
    for page in (below, declaration, recommendation, news, series):
        PageRelation.objects.create(page=page, kind="follows-up", target=drafts["forumeditionpage"])
        PageRelation.objects.create(page=drafts["researchpaperpage"], kind="based-on", target=page)
        changed = type(page).objects.get(pk=page.pk)
        changed.title = f"{CANARY} changed"
        changed.save_revision()
    homes["en"].featured_declaration = drafts["declarationpage"]
    homes["en"].featured_clause = "c1"
    homes["en"].save()


def _draft(name: str) -> dict[str, object]:
    dated = {"start_date": datetime.date(1987, 5, 4)} if name in ("edition", "declaration", "paper") else {}
    return {"title": f"{CANARY} {name}", "summary": f"{CANARY} summary", "live": False, **dated}


def _public_addresses(client: Client) -> list[str]:
    """What the sitemaps name, what the lists of records name, and what is beside each."""
    named = [
        address
        for code in ("en", "fr", "ar")
        for address in re.findall(
            r"<loc>https?://[^/]+(/[^<]*)</loc>", client.get(f"/sitemap-{code}.xml").content.decode()
        )
    ]
    lists = [
        f"/{code}/{name}/" for code in ("en", "fr") for name in ("people", "organisations", "topics", "countries")
    ]
    beside = [f"{address}{part}" for address in named for part in ("feed/", "cite.bib", "cite.json", "cite.ris")]
    filters = [f"/en/all-{kind}/?year=1987&country=IS&topic=zorkmid-topic" for kind in LISTS]
    return [*named, *lists, *beside, *filters, "/sitemap.xml", "/sitemap-en.xml", "/en/nowhere/", "/robots.txt"]


def _shown(client: Client) -> dict[str, str]:
    return {address: client.get(address).content.decode() for address in _public_addresses(client)}


def _own_addresses(drafts: dict[str, BasePage]) -> list[str]:
    own = [page.url_path.replace("/home-en/", "/en/") for page in drafts.values()]
    beside = [f"{address}{part}" for address in own for part in ("cite.bib", "feed/")]
    in_french = [address.replace("/en/", "/fr/", 1) for address in own]
    cards = [f"/card/en/{page.translation_key}.png" for page in drafts.values()]
    records = ["/en/people/zorkmid-person/", "/en/organisations/zorkmid-body/", "/en/topics/zorkmid-topic/"]
    return [*own, *beside, *in_french, *cards, *records, "/en/countries/is/"]


def test_no_public_address_shows_anything_of_a_draft(client: Client, live: None) -> None:
    shown = _shown(client)

    assert [
        address
        for address, text in shown.items()
        if CANARY in text or "zorkmid-" in text.replace("topic=zorkmid-", "")
    ] == []
    asked = {address for address in shown if "?" in address}
    facts = ("Iceland", "Islande", "1987")
    assert {address for address, text in shown.items() if any(fact in text for fact in facts)} - asked == set()


def test_the_addresses_of_drafts_and_of_what_only_they_speak_of_are_not_there(
    client: Client, live: None, drafts: dict[str, BasePage]
) -> None:
    answers = {address: client.get(address).status_code for address in _own_addresses(drafts)}

    assert {address for address, status in answers.items() if status != 404} == set()


def test_the_same_is_shown_everywhere_once_it_is_published(
    client: Client, live: None, drafts: dict[str, BasePage]
) -> None:
    """What the tests above look for could have been seen."""
    for page in drafts.values():
        type(page).objects.filter(pk=page.pk).update(live=True)

    showing = {address for address, text in _shown(client).items() if CANARY in text}

    assert len(showing & {f"/en/all-{kind}/" for kind in LISTS}) == 7
    assert {"/en/", "/en/people/", "/en/organisations/", "/en/topics/"} <= showing
    assert {"/en/all-series/forum/", "/en/all-series/forum/r/", "/en/all-news/n/"} <= showing
    assert "/en/people/zorkmid-person/" in showing
