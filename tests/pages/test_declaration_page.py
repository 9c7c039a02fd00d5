"""The public page of a declaration, and its parallel reader."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from pages.clauses.importing import import_clauses
from pages.clauses.parsing import parse
from pages.clauses.stream import to_stream
from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    Organisation,
    OrganisationName,
    RecommendationPage,
)
from tests.making import add_page, home_pages, reload, translated
from tests.pages.clauses.udhr import settled

TITLES = {
    "en": "Universal Declaration of Human Rights",
    "fr": "Déclaration universelle des droits de l’homme",
    "ar": "الإعلان العالمي لحقوق الإنسان",
}
ADDRESSES = {code: f"/{code}/declarations/udhr/" for code in TITLES}


@pytest.fixture(scope="module")
def udhr_of_the_module(for_the_module) -> dict[str, DeclarationPage]:
    return for_the_module(make_udhr)


@pytest.fixture
def udhr(db, udhr_of_the_module) -> dict[str, DeclarationPage]:
    """The Universal Declaration in three languages."""
    return {code: reload(page) for code, page in udhr_of_the_module.items()}


def make_udhr() -> dict[str, DeclarationPage]:
    index = add_page(home_pages()["en"], IndexPage, title="Declarations", slug="declarations", lists="declaration")
    page = add_page(
        index,
        DeclarationPage,
        title=TITLES["en"],
        slug="udhr",
        place="Paris",
        country="FR",
        start_date=date(1948, 12, 10),
        reference="A/RES/217(III)",
        authentic_languages=["fr", "en"],
        clauses=json.dumps(to_stream(settled()["en"])),
    )
    others = {
        code: translated(page, code, title=TITLES[code], clauses=json.dumps(to_stream(settled()[code])))
        for code in ("fr", "ar")
    }
    return {"en": page, **others}


def soup_of(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_every_clause_has_its_address(client, udhr, code) -> None:
    soup = soup_of(client, ADDRESSES[code])
    assert words(soup.h1) == TITLES[code]
    ids = [tag["id"] for tag in soup.select(".clauses .clause[id]")]
    assert len(ids) == len(set(ids)) == (89 if code == "ar" else 90)
    assert ids[:3] == ["preamble", "rec-1", "rec-2"]
    assert ids[-2:] == ["art-30", "art-30-1"]


def test_numbers_link_to_themselves(client, udhr) -> None:
    link = soup_of(client, ADDRESSES["en"]).select_one("#art-13-2 > .clause-number")
    assert link is not None
    assert (link["href"], link["aria-label"], words(link)) == ("#art-13-2", "Link to clause 13(2)", "2")


def test_the_title_is_not_said_twice(client, udhr) -> None:
    assert soup_of(client, ADDRESSES["en"]).find(id="title") is None


def test_the_head(client, udhr) -> None:
    head = soup_of(client, ADDRESSES["en"]).select_one(".work-head")
    assert words(head.select_one(".kind")) == "Declarationadopted"
    other = head.select_one(".other-title bdi")
    assert (other["lang"], words(other)) == ("fr", TITLES["fr"])
    assert words(head.select_one(".meta")) == (
        "10 December 1948 · Paris, France · authentic languages: French and English · A/RES/217(III)"
    )


def test_contents_lead_to_articles(client, udhr) -> None:
    links = soup_of(client, ADDRESSES["fr"]).select(".contents a")
    assert len(links) == 31
    assert [link["href"] for link in links[:2]] == ["#preamble", "#art-1"]
    assert words(links[1]).startswith("Article premier Tous les êtres humains naissent libres")


def test_languages_to_read_in(client, udhr) -> None:
    links = soup_of(client, ADDRESSES["en"]).select(".reader-bar ul:first-child a")
    assert [(words(link), link["href"]) for link in links] == [
        ("English", "/en/declarations/udhr/"),
        ("English and Arabic", "/en/declarations/udhr/?with=ar"),
        ("English and French", "/en/declarations/udhr/?with=fr"),
        ("English, Arabic and French", "/en/declarations/udhr/?with=ar,fr"),
    ]
    assert [link.get("aria-current") for link in links] == ["true", None, None, None]


def test_two_languages_side_by_side(client, udhr) -> None:
    soup = soup_of(client, ADDRESSES["fr"] + "?with=ar")
    parallel = soup.select_one(".parallel.two")
    assert len(parallel.select(".clause")) == 90
    article = parallel.select_one("#art-4-1")
    assert [(text["lang"], text["dir"], words(text)[:12]) for text in article.select(".clause-text")] == [
        ("fr", "ltr", "Nul ne sera "),
        ("ar", "rtl", "لا يجوز إستر"),
    ]
    assert soup.select_one(".reader-bar a[aria-current]")["href"] == "/fr/declarations/udhr/?with=ar"


def test_an_annex_is_a_heading_and_a_text(client, udhr) -> None:
    for code, annex in {
        "en": "Annex I: Members\n\nThey are two.",
        "fr": "Annexe I : Membres\n\nIls sont deux.",
    }.items():
        page = DeclarationPage.objects.get(pk=udhr[code].pk)
        import_clauses(page, parse(f"1. One.\n\n{annex}", code), publish=True)
    parallel = soup_of(client, ADDRESSES["fr"] + "?with=en").select_one(".parallel")
    assert [words(text) for text in parallel.select("#annex-1 .clause-text")] == [
        "Annexe I : Membres",
        "Annex I: Members",
    ]
    body = parallel.select_one("#annex-1 + .clause")
    assert [words(text) for text in body.select(".clause-text")] == ["Ils sont deux.", "They are two."]


def test_three_languages_in_the_order_asked_for(client, udhr) -> None:
    parallel = soup_of(client, ADDRESSES["ar"] + "?with=en,fr").select_one(".parallel.three")
    assert [span["lang"] for span in parallel.select(".parallel-head span")] == ["ar", "en", "fr"]
    assert [text["lang"] for text in parallel.select("#art-1-1 .clause-text")] == ["ar", "en", "fr"]


def test_a_clause_missing_in_a_language_is_said_so(client, udhr) -> None:
    cells = soup_of(client, ADDRESSES["en"] + "?with=ar").select("#rec-4 .clause-text")
    assert [words(cell)[:20] for cell in cells] == ["Whereas it is essent", "Not in this language"]
    assert "no-text" in cells[1]["class"]


def test_only_the_pages_own_language_makes_headings(client, udhr) -> None:
    row = soup_of(client, ADDRESSES["fr"] + "?with=ar").find(id="art-2")
    assert [words(heading) for heading in row.select("h2")] == ["Article 2"]


@pytest.mark.parametrize("wanted", ["", "xx", "en", "en,xx", "<script>", ",,,", "fr;drop", "%00"])
def test_languages_that_cannot_be_had_are_passed_over(client, udhr, wanted) -> None:
    soup = soup_of(client, f"{ADDRESSES['en']}?with={wanted}")
    assert soup.select_one(".parallel") is None
    assert len(soup.select(".clauses .clause")) == 90


def test_a_language_asked_for_twice_counts_once(client, udhr) -> None:
    assert soup_of(client, ADDRESSES["en"] + "?with=fr,fr,ar,fr").select_one(".parallel.three") is not None


def test_a_language_without_text_is_named(client, udhr) -> None:
    udhr["ar"].unpublish()
    soup = soup_of(client, ADDRESSES["en"])
    assert "No text in: Arabic" in words(soup.select_one(".reader-bar"))
    assert soup_of(client, ADDRESSES["en"] + "?with=ar").select_one(".parallel") is None


def test_french_spaces_follow_the_clauses_language(client, udhr) -> None:
    cell = soup_of(client, ADDRESSES["en"] + "?with=fr").select("#art-4-1 .clause-text")[1]
    assert "servitude\u202f; l’esclavage" in cell.get_text()


def test_a_summary_says_so(client, udhr) -> None:
    DeclarationPage.objects.filter(pk=udhr["en"].pk).update(text_status="summary")
    assert words(soup_of(client, ADDRESSES["en"]).select_one(".notice")) == "Summary, not the adopted text."


def test_an_unavailable_text_says_so(client, homes, add) -> None:
    index = add(homes["en"], IndexPage, title="Lost texts", slug="lost-texts", lists="declaration")
    add(index, DeclarationPage, title="Lost", slug="lost", text_status="none")
    soup = soup_of(client, "/en/lost-texts/lost/")
    assert "not available" in words(soup.select_one(".empty"))
    assert soup.select_one(".contents") is None


def test_a_text_in_another_language_only_is_pointed_to(client, udhr) -> None:
    DeclarationPage.objects.filter(pk=udhr["ar"].pk).update(clauses="[]")
    link = soup_of(client, ADDRESSES["ar"]).select_one(".empty a")
    assert link["href"] == "/fr/declarations/udhr/"


def test_preview_shows_the_draft(udhr) -> None:
    draft = udhr["en"]
    draft.clauses = json.dumps(to_stream(parse("1. Only in the draft.", "en")))
    response = draft.make_preview_request()
    assert "Only in the draft." in response.content.decode()


def test_preview_of_a_page_never_saved(homes) -> None:
    page = DeclarationPage(title="جديد", slug="new", locale=homes["ar"].locale)
    page.clauses = json.dumps(to_stream(parse("1. نص جديد.", "ar")))
    soup = BeautifulSoup(page.make_preview_request().content, "html.parser")
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    assert words(soup.select_one("#c-1 .clause-text")) == "نص جديد."


@pytest.fixture
def bamako(homes, add) -> DeclarationPage:
    """A declaration below the edition that adopted it."""
    index = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(index, ForumSeriesPage, title="Bamako Conference", slug="bamako")
    edition = add(series, ForumEditionPage, title="First conference", slug="first")
    return add(
        edition,
        DeclarationPage,
        title="Bamako Declaration",
        slug="declaration",
        subject="Peace and security.",
        eligibility="Any state.",
        clauses=json.dumps(to_stream(parse("1. One.\n2. Two.", "en"))),
    )


def test_adherents_with_their_number(client, bamako) -> None:
    organisation = Organisation.objects.create(slug="african-union")
    OrganisationName.objects.create(organisation=organisation, language="en", name="African Union")
    bamako.adherences.add(bamako.adherences.model(country="ML", capacity="adherent", locale=bamako.locale))
    bamako.adherences.add(
        bamako.adherences.model(
            organisation=organisation, capacity="observer", start_date=date(2017, 2, 1), locale=bamako.locale
        )
    )
    bamako.save()
    section = soup_of(client, bamako.url).select_one("section[aria-labelledby=section-adherents]")
    assert words(section.select_one(".note")) == "2 adherents"
    assert "Any state." in words(section)
    rows = [[words(cell) for cell in row.select("th, td")] for row in section.select("tbody tr")]
    assert rows == [
        ["Mali", "Adherent", "date not stated by the source"],
        ["African Union", "Observer", "1 February 2017"],
    ]


def test_the_edition_that_adopted_it_and_what_it_recommends(client, bamako, add) -> None:
    add(bamako, RecommendationPage, title="Train more people", slug="r1", code="R 1", text="Train.", source=bamako)
    soup = soup_of(client, bamako.url)
    assert words(soup.select_one("section[aria-labelledby=section-adopted-at] h3")) == "First conference"
    assert [words(row) for row in soup.select("section[aria-labelledby=section-recommendations] h3")] == [
        "Train more people"
    ]


def queries(client: Client, address: str, django_assert_max_num_queries) -> int:
    client.get(address)
    with django_assert_max_num_queries(40) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_queries_do_not_grow(client, bamako, add, django_assert_max_num_queries) -> None:
    def grow(number: int, clauses: int) -> int:
        organisation = Organisation.objects.create(slug=f"organisation-{number}")
        page = DeclarationPage.objects.get(pk=bamako.pk)
        page.adherences.add(page.adherences.model(organisation=organisation, locale=page.locale))
        page.adherences.add(page.adherences.model(country="ML", locale=page.locale))
        page.clauses = json.dumps(to_stream(parse("\n".join(f"{n}. Text." for n in range(1, clauses)), "en")))
        page.save()
        add(page, RecommendationPage, title=f"R {number}", slug=f"r{number}", text="x", source=page)
        return queries(client, page.url, django_assert_max_num_queries)

    at_one = grow(1, clauses=2)
    grow(2, clauses=3)
    assert grow(3, clauses=60) == at_one


def test_a_declaration_not_known_to_be_adopted_is_only_expected(client, homes, add) -> None:
    forums = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    edition = add(add(forums, ForumSeriesPage, title="Platform", slug="p"), ForumEditionPage, title="4th", slug="4")
    add(edition, DeclarationPage, title="Joint declaration", slug="joint", status="expected")
    assert soup_of(client, "/en/forums/p/4/joint/").select_one("#section-adopted-at").text.strip() == "Expected at"
