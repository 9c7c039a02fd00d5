"""What the tests of projection share: a forum with what came out of it, in two languages, and its records."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page

from pages.clauses.stream import block_id
from pages.models import (
    Adherence,
    Authorship,
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    Organisation,
    OrganisationName,
    Person,
    PersonName,
    PersonRole,
    RecommendationPage,
    ResearchPaperPage,
    Topic,
    TopicLabel,
)

Works = dict[str, Any]


@pytest.fixture
def person(db: None) -> Person:
    one = Person.objects.create(slug="amina-diallo")
    PersonName.objects.create(person=one, language="fr", name="Amina Diallo", position="Ministre de la Justice")
    PersonName.objects.create(person=one, language="ar", name="أمينة ديالو", biography="ولدت في باماكو")
    return one


@pytest.fixture
def organisation(db: None) -> Organisation:
    one = Organisation.objects.create(slug="african-union", country="ET")
    OrganisationName.objects.create(organisation=one, language="en", name="African Union", acronym="AU")
    OrganisationName.objects.create(organisation=one, language="ar", name="الاتحاد الإفريقي")
    return one


@pytest.fixture
def topics(db: None) -> dict[str, Topic]:
    """Preventive diplomacy lies under peace."""
    peace = Topic.objects.create(name="peace", slug="peace")
    diplomacy = Topic.objects.create(name="diplomacy", slug="preventive-diplomacy", broader=peace)
    TopicLabel.objects.create(topic=peace, language="en", preferred="Peace")
    TopicLabel.objects.create(
        topic=diplomacy, language="en", preferred="Preventive diplomacy", alternatives="Mediation\nGood offices"
    )
    TopicLabel.objects.create(topic=diplomacy, language="ar", preferred="الدبلوماسية الوقائية")
    return {"peace": peace, "diplomacy": diplomacy}


def clause(kind: str, anchor: str, text: str, **fields: object) -> dict[str, object]:
    return {"type": kind, "id": block_id(anchor), "value": {"anchor": anchor, "text": text, **fields}}


@pytest.fixture
def forum(
    homes: dict[str, BasePage],
    add: Callable[..., BasePage],
    person: Person,
    organisation: Organisation,
    topics: dict[str, Topic],
) -> Works:
    index = add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(index, ForumSeriesPage, title="Forum de Marrakech", slug="marrakech", acronym="FSM", founded=2010)
    edition = add(
        series,
        ForumEditionPage,
        title="Onzième édition",
        slug="onzieme",
        theme="Faire face aux crises",
        summary="Trois jours de débats.",
        start_date=datetime.date(2019, 12, 30),
        end_date=datetime.date(2020, 1, 2),
        place="Marrakech",
        country="MA",
        venue="Palais des congrès",
    )
    declaration = add(
        edition,
        DeclarationPage,
        title="Déclaration de Marrakech",
        slug="declaration",
        reference="D/11",
        date_precision="unknown",
        clauses=json.dumps(
            [
                clause("title", "title", "Déclaration de Marrakech"),
                clause("recital", "rec-1", "<p>Rappelant la <b>Charte</b>,</p>"),
                clause(
                    "paragraph",
                    "c3",
                    "<p>Les États échangent&nbsp;:</p>",
                    label="3",
                    subparagraphs=[
                        {
                            "type": "item",
                            "id": "a",
                            "value": {"anchor": "c3a", "label": "a", "text": "<p>des données</p>"},
                        }
                    ],
                ),
            ]
        ),
    )
    recommendation = add(edition, RecommendationPage, title="Partager", slug="r-9", code="R 9", text="Échanger tôt.")
    paper = add(
        edition,
        ResearchPaperPage,
        title="Étude",
        slug="etude",
        abstract="Ce que peut la médiation.",
        start_date=datetime.date(2018, 5, 1),
        date_precision="year",
        body=json.dumps(
            [
                {"type": "heading", "id": "1", "value": {"text": "Méthode", "level": "2"}},
                {"type": "paragraph", "id": "2", "value": "<p>Un &amp; deux</p><p>trois</p>"},
                {"type": "quote", "id": "3", "value": {"text": "Agir a < b", "source": "La présidente"}},
                {"type": "figure", "id": "4", "value": {"image": 1, "alternative": "Une carte", "caption": "Sahel"}},
                {
                    "type": "table",
                    "id": "5",
                    "value": {
                        "caption": "Séances",
                        "rows": [
                            {
                                "type": "item",
                                "id": "6",
                                "value": {"cells": [{"type": "item", "id": "7", "value": "Jour"}]},
                            }
                        ],
                    },
                },
            ]
        ),
        references=json.dumps(
            [{"type": "reference", "id": "8", "value": {"text": "<p><i>Muqaddima</i>, 1377.</p>", "language": ""}}]
        ),
    )
    PersonRole.objects.create(page=edition, role="chair", person=person)
    Authorship.objects.create(page=paper, person=person, organisation=organisation)
    Adherence.objects.create(page=declaration, country="SN", locale_id=declaration.locale_id)
    recommendation.topics.add(topics["diplomacy"])
    recommendation.keywords.add("alerte précoce")
    recommendation.save()
    made = {
        "index": index,
        "series": series,
        "edition": edition,
        "declaration": declaration,
        "recommendation": recommendation,
        "paper": paper,
    }
    pages = {name: Page.objects.get(pk=page.pk).specific for name, page in made.items()}
    return {**pages, **topics, "person": person, "organisation": organisation}
