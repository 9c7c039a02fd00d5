"""Every form of a citation says the same as the CSL-JSON item, escaped as its format asks."""

from datetime import date

import pytest

from pages.citations import citation, csl
from pages.citations.bibtex import bibtex, escaped
from pages.citations.prose import citation_html
from pages.citations.ris import ris
from pages.models import (
    Authorship,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    NewsPage,
    Organisation,
    OrganisationName,
    Person,
    PersonName,
    RecommendationPage,
    ResearchPaperPage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _address(settings) -> None:
    settings.SITE_URL = "https://forum.example"


@pytest.fixture
def paper(homes, add) -> ResearchPaperPage:
    papers = add(homes["fr"], IndexPage, title="Recherche", slug="recherche", lists="paper")
    amina = Person.objects.create(slug="amina")
    PersonName.objects.create(person=amina, language="fr", name="Amina Diallo")
    centre = Organisation.objects.create(slug="centre")
    OrganisationName.objects.create(organisation=centre, language="fr", name="Centre d’études & Cie")
    page = add(
        papers,
        ResearchPaperPage,
        title="Guerre_100 % {cyber}",
        slug="guerre",
        paper_kind="report",
        start_date=date(2020, 2, 4),
        date_precision="month",
        doi="10.1000/a_b",
        publisher=centre,
        series_title="Cahiers",
        series_number="3",
        licence="CC-BY-4.0",
        abstract="Un\nrésumé.",
    )
    Authorship.objects.create(page=page, person=amina, organisation=centre, sort_order=0)
    Authorship.objects.create(page=page, organisation=centre, sort_order=1)
    return ResearchPaperPage.objects.get(pk=page.pk)


@pytest.fixture
def edition(homes, add) -> ForumEditionPage:
    forums = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(forums, ForumSeriesPage, title="Forum", slug="forum")
    return add(
        series,
        ForumEditionPage,
        title="Third edition",
        slug="3",
        start_date=date(2015, 11, 30),
        end_date=date(2015, 12, 2),
        place="Bamako",
    )


def test_a_paper_as_csl_json(paper) -> None:
    assert csl(paper) == {
        "id": f"urn:uuid:{paper.translation_key}",
        "type": "report",
        "title": "Guerre_100 % {cyber}",
        "language": "fr",
        "URL": "https://forum.example/fr/recherche/guerre/",
        "genre": "Report",
        "author": [{"literal": "Amina Diallo"}, {"literal": "Centre d’études & Cie"}],
        "issued": {"date-parts": [[2020, 2]]},
        "publisher": "Centre d’études & Cie",
        "collection-title": "Cahiers",
        "collection-number": "3",
        "DOI": "10.1000/a_b",
        "abstract": "Un\nrésumé.",
        "license": "CC-BY-4.0",
    }


def test_a_paper_as_bibtex(paper) -> None:
    assert bibtex(csl(paper), paper.slug) == (
        "@techreport{guerre,\n"
        "  author = {{Amina Diallo} and {Centre d’études \\& Cie}},\n"
        "  title = {{Guerre\\_100 \\% \\{cyber\\}}},\n"
        "  year = 2020,\n"
        "  month = feb,\n"
        "  institution = {Centre d’études \\& Cie},\n"
        "  series = {Cahiers},\n"
        "  number = {3},\n"
        "  language = {fr},\n"
        "  abstract = {Un résumé.},\n"
        "  note = {Report},\n"
        "  doi = {10.1000/a_b},\n"
        "  url = {https://forum.example/fr/recherche/guerre/}\n"
        "}\n"
    )


def test_a_paper_as_ris(paper) -> None:
    assert ris(csl(paper)).split("\r\n") == [
        "TY  - RPRT",
        "AU  - Amina Diallo",
        "AU  - Centre d’études & Cie",
        "PY  - 2020",
        "DA  - 2020/02//",
        "TI  - Guerre_100 % {cyber}",
        "T3  - Cahiers",
        "IS  - 3",
        "PB  - Centre d’études & Cie",
        "LA  - fr",
        "DO  - 10.1000/a_b",
        "UR  - https://forum.example/fr/recherche/guerre/",
        "AB  - Un résumé.",
        "M3  - Report",
        f"ID  - urn:uuid:{paper.translation_key}",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            "Amina Diallo et Centre d’études & Cie (février 2020). Guerre_100 % {cyber} (Cahiers, no. 3). "
            "Centre d’études & Cie. https://doi.org/10.1000/a_b",
        ),
        (
            "en",
            "Amina Diallo and Centre d’études & Cie (February 2020). Guerre_100 % {cyber} (Cahiers, no. 3). "
            "Centre d’études & Cie. https://doi.org/10.1000/a_b",
        ),
    ],
)
def test_a_paper_in_a_sentence(paper, language, expected) -> None:
    assert citation(paper, language).replace("n° 3", "no. 3").replace("n\u00ba 3", "no. 3") == expected


def test_the_sentence_as_html_escapes_and_marks_the_title(paper) -> None:
    assert str(citation_html(paper, "en")) == (
        "Amina Diallo and Centre d’études &amp; Cie (February 2020). "
        "<cite>Guerre_100 % {cyber}</cite> (<bdi>Cahiers, no. 3</bdi>). Centre d’études &amp; Cie. "
        '<a href="https://doi.org/10.1000/a_b"><bdi dir="ltr">https://doi.org/10.1000/a_b</bdi></a>'
    )


def test_latex_specials_are_escaped_and_letters_kept() -> None:
    assert escaped("a\\b ~ ^ # $ é العربية\n ok") == (
        "a\\textbackslash{}b \\textasciitilde{} \\textasciicircum{} \\# \\$ é العربية ok"
    )


def test_an_arabic_address_gives_a_key_latex_accepts(paper) -> None:
    key = str(paper.translation_key)
    assert bibtex(csl(paper), "حرب").startswith(f"@techreport{{{key},\n")


def test_a_recommendation_takes_date_and_place_from_its_meeting(edition, add) -> None:
    advice = add(edition, RecommendationPage, title="Cooperate", slug="r9", code="R 9", text="Cooperate!")
    assert csl(advice) == {
        "id": f"urn:uuid:{advice.translation_key}",
        "type": "document",
        "title": "Cooperate",
        "language": "en",
        "URL": "https://forum.example/en/forums/forum/3/r9/",
        "genre": "Recommendation",
        "number": "R 9",
        "container-title": "Third edition",
        "issued": {"date-parts": [[2015, 11, 30], [2015, 12, 2]]},
        "event-place": "Bamako",
        "abstract": "Cooperate!",
    }
    assert citation(advice, "en") == (
        "Cooperate (R 9). (30 November to 2 December 2015). Third edition, Bamako. "
        "https://forum.example/en/forums/forum/3/r9/"
    )


def test_a_declaration_and_news_and_what_is_not_known(edition, homes, add) -> None:
    declaration = add(
        edition,
        DeclarationPage,
        title="Declaration",
        slug="d",
        adopted_by="Ministers",
        reference="A/1",
        place="Bamako",
    )
    assert citation(declaration, "en") == (
        "Ministers (n.d.). Declaration (A/1). Bamako. https://forum.example/en/forums/forum/3/d/"
    )
    news = add(edition.get_parent().get_parent(), NewsPage, title="Opened", slug="n", date=date(2016, 5, 1))
    assert citation(news, "en") == "Opened. (1 May 2016). https://forum.example/en/forums/n/"
    assert csl(homes["en"])["type"] == "webpage"


@pytest.mark.parametrize(
    ("suffix", "content_type", "beginning"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@techreport{guerre,"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - RPRT"),
        ("json", "application/vnd.citationstyles.csl+json; charset=utf-8", "[\n  {\n"),
    ],
)
def test_each_form_is_fetched_below_the_page(client, paper, suffix, content_type, beginning) -> None:
    response = client.get(f"/fr/recherche/guerre/cite.{suffix}")
    assert (response.status_code, response["Content-Type"]) == (200, content_type)
    assert response["Content-Disposition"] == f'attachment; filename="guerre.{suffix}"'
    assert response.content.decode().startswith(beginning)
    assert f'href="/fr/recherche/guerre/cite.{suffix}"' in client.get("/fr/recherche/guerre/").content.decode()


def test_what_is_not_published_has_no_citation_to_fetch(client, paper) -> None:
    paper.unpublish()
    assert client.get("/fr/recherche/guerre/cite.bib").status_code == 404
    assert client.get("/fr/nulle-part/cite.bib").status_code == 404
    assert client.get("/fr/recherche/cite.exe").status_code == 404
