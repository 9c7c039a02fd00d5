"""A small archive whose facts the tests know."""

import datetime
from collections.abc import Callable

import pytest

from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    Organisation,
    OrganisationRole,
    Person,
)

SITE = "https://muntada.example"


@pytest.fixture(autouse=True)
def site_address(settings) -> None:
    settings.SITE_URL = SITE


@pytest.fixture
def forums(homes: dict[str, HomePage], add: Callable[..., BasePage]) -> IndexPage:
    return add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series")


@pytest.fixture
def series(forums: IndexPage, add: Callable[..., BasePage]) -> ForumSeriesPage:
    return add(
        forums, ForumSeriesPage, title="Forum de sécurité", slug="fs", acronym="FS", seat="Marrakech", country="MA"
    )


@pytest.fixture
def ministry(db: None) -> Organisation:
    body = Organisation.objects.create(slug="ministry", kind="government", country="MA")
    body.names.create(language="fr", name="Ministère", acronym="M")
    body.names.create(language="ar", name="الوزارة")
    body.save()
    return body


@pytest.fixture
def scholar(db: None) -> Person:
    person = Person.objects.create(slug="scholar", orcid="0000-0002-1825-0097")
    person.names.create(language="fr", name="Amina Idrissi", position="Chercheuse")
    person.names.create(language="ar", name="أمينة الإدريسي")
    person.save()
    return person


@pytest.fixture
def edition(series: ForumSeriesPage, ministry: Organisation, add: Callable[..., BasePage]) -> ForumEditionPage:
    page = add(
        series,
        ForumEditionPage,
        title="Onzième édition",
        slug="e11",
        summary="Deux jours sur le terrorisme.",
        place="Marrakech",
        country="MA",
        start_date=datetime.date(2020, 2, 7),
        end_date=datetime.date(2020, 2, 8),
        timezone="Africa/Casablanca",
        edition_format="in-person",
    )
    OrganisationRole.objects.create(page=page, role="organiser", organisation=ministry)
    return page


@pytest.fixture
def declaration(edition: ForumEditionPage, add: Callable[..., BasePage]) -> DeclarationPage:
    return add(
        edition,
        DeclarationPage,
        title="Déclaration de Marrakech",
        slug="declaration",
        reference="D/1",
        adopted_by="Les participants",
        place="Marrakech",
        country="MA",
        start_date=datetime.date(2020, 2, 1),
        date_precision="month",
        clauses=[
            ("recital", {"anchor": "p1", "text": "<p>Rappelant</p>"}),
            ("heading", {"anchor": "h1", "label": "", "text": "Principes"}),
            ("paragraph", {"anchor": "c1", "label": "1", "text": "<p>Décident</p>", "subparagraphs": []}),
        ],
    )
