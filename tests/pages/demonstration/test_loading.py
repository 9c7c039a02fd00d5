"""Does the demonstration come in whole, in every language, and stay the same when it is loaded again?"""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Revision

from pages.clauses.flat import flatten
from pages.models import (
    Adherence,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    Organisation,
    OrganisationName,
    Person,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
    Topic,
    TopicLabel,
)
from pages.queries.translation_status import State, rows, sources

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

EDITION_11 = "forums/marrakech-security-forum/edition-11"


def version(address: str, language: str) -> Page:
    return Page.objects.get(url_path=f"/home-{language}/{address}/").specific


@pytest.mark.parametrize(
    ("model", "in_each_language"),
    [
        (HomePage, 1),
        (IndexPage, 6),
        (StandardPage, 6),
        (ForumSeriesPage, 6),
        (ForumEditionPage, 5),
        (SessionPage, 15),
        (DeclarationPage, 4),
        (RecommendationPage, 10),
        (ResearchPaperPage, 3),
        (NewsPage, 1),
    ],
)
def test_every_kind_is_there_in_each_language(model: type[Page], in_each_language: int) -> None:
    counts = {code: model.objects.live().filter(locale__language_code=code).count() for code in ("ar", "fr", "en")}
    assert counts == {"ar": in_each_language, "fr": in_each_language, "en": in_each_language}


def test_records_are_one_row_with_names_in_three_languages() -> None:
    assert (Organisation.objects.count(), Person.objects.count(), Topic.objects.count()) == (9, 5, 33)
    assert OrganisationName.objects.count() == 27
    label = TopicLabel.objects.get(topic__slug="cyber-security", language="ar")
    assert label.preferred == "الأمن السيبراني"
    assert label.alternatives.splitlines()[1] == "الأمن الإليكتروني"
    assert Topic.objects.get(slug="cyber-security").broader.slug == "digital-space"


def test_an_edition_holds_what_its_file_says() -> None:
    edition = version(EDITION_11, "ar")
    assert edition.title == "منتدى مراكش للأمن، الدورة الحادية عشرة"
    assert (edition.number, edition.length_days, edition.start_date, edition.date_precision) == (
        11,
        2,
        None,
        "unknown",
    )
    assert [(figure.kind, figure.qualifier, figure.number) for figure in edition.figures.all()] == [
        ("participants", "more-than", 150),
        ("countries", "about", 40),
    ]
    assert [(row.role, row.organisation.slug) for row in edition.organisation_roles.all()] == [
        ("organiser", "moroccan-centre-strategic-studies"),
        ("partner", "african-federation-strategic-studies"),
    ]
    assert len(edition.topics.all()) == 9


def test_versions_share_one_identity_down_to_rows_and_blocks() -> None:
    arabic, french = version("about", "ar"), version("about", "fr")
    assert arabic.translation_key == french.translation_key
    assert [block.block_type for block in french.body] == ["paragraph", "heading", "paragraph", "heading", "paragraph"]
    assert [block.id for block in arabic.body] == [block.id for block in french.body]
    keys = Adherence.objects.values_list("translation_key", flat=True)
    assert (len(keys), len(set(keys))) == (6, 2)


def test_references_lead_to_the_same_language() -> None:
    recommendation = version(f"{EDITION_11}/r-9", "fr")
    assert recommendation.source.url_path == f"/home-fr/{EDITION_11}/"
    news = version("news/launch-of-the-african-security-network", "fr")
    assert [row.outcome.locale.language_code for row in news.outcomes.all()] == ["fr", "fr"]
    edition = version("forums/african-security-forum/rabat", "fr")
    assert f'<a linktype="page" id="{edition.pk}">Forum africain de la sécurité</a>' in news.body[0].value.source


def test_the_universal_declaration_is_imported_clause_by_clause() -> None:
    counts = {
        code: len(version("reference/universal-declaration-of-human-rights", code).clauses)
        for code in ("ar", "fr", "en")
    }
    assert counts == {"ar": 90, "fr": 91, "en": 91}
    home = HomePage.objects.get(locale__language_code="fr")
    assert home.featured_declaration.title == "Déclaration universelle des droits de l’homme"
    assert home.featured_clause == "art-1-1"


def test_a_summary_keeps_the_anchors_of_its_file() -> None:
    address = "forums/global-forum-on-cyber-expertise/the-hague-2015/the-hague-declaration"
    clauses = flatten(version(address, "fr").clauses)
    assert [(clause.anchor, clause.number, clause.text) for clause in clauses[2:4]] == [
        ("focus-areas-a", "2(a)", "la cybersécurité ;"),
        ("focus-areas-b", "2(b)", "la cybercriminalité ;"),
    ]


def test_every_language_is_up_to_date() -> None:
    states = {cell.state for row in rows(sources(Page.objects.all())) for cell in row.cells}
    assert states == {State.CURRENT}
    assert {row.source.locale.language_code for row in rows(sources(Page.objects.all()))} == {"en"}


def test_a_second_loading_changes_nothing() -> None:
    before = (Revision.objects.count(), list(Page.objects.order_by("pk").values()))
    out = StringIO()
    call_command("load_demonstration", stdout=out, stderr=StringIO())
    assert (Revision.objects.count(), list(Page.objects.order_by("pk").values())) == before
    assert "recommendations: 30 unchanged" in out.getvalue().splitlines()
    assert "added" not in out.getvalue()


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (f"/ar/{EDITION_11}/", "منتدى مراكش للأمن، الدورة الحادية عشرة"),
        (f"/fr/{EDITION_11}/r-9/", "faire de l’espace numérique une priorité de la lutte contre le terrorisme"),
        ("/ar/news/launch-of-the-african-security-network/", "إطلاق الشبكة الإفريقية للأمن"),
        ("/fr/about/", "Ce que ce site n’est pas"),
    ],
)
def test_readers_see_it(client: Client, address: str, text: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert text in response.content.decode()
