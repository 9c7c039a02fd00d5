"""A paper's page: authors with numbered affiliations, files, references in their own direction, licence, citation."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from library.models import LibraryDocument
from pages.models import (
    Authorship,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    Organisation,
    OrganisationName,
    Person,
    PersonName,
    ResearchPaperPage,
    SessionPage,
    WorkFile,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(homes, add) -> SessionPage:
    forums = add(homes["en"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(forums, ForumSeriesPage, title="Forum", slug="forum")
    edition = add(series, ForumEditionPage, title="Third edition", slug="3")
    return add(edition, SessionPage, title="Cyber threats", slug="cyber")


def person(name: str) -> Person:
    record = Person.objects.create(slug=name.lower())
    PersonName.objects.create(person=record, language="en", name=name)
    return record


def organisation(name: str) -> Organisation:
    record = Organisation.objects.create(slug=name.lower())
    OrganisationName.objects.create(organisation=record, language="en", name=name)
    return record


def page_of(client, address: str = "/en/forums/forum/3/cyber/p/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_authors_carry_the_numbers_of_their_affiliations(client, session, add) -> None:
    paper = add(session, ResearchPaperPage, title="Paper", slug="p")
    one, two = organisation("Atlas"), organisation("Rif")
    amina = person("Amina")
    Authorship.objects.create(page=paper, person=amina, organisation=one, sort_order=0)
    Authorship.objects.create(page=paper, person=amina, organisation=two, sort_order=1)
    Authorship.objects.create(page=paper, person=person("Bakary"), organisation=two, sort_order=2)
    Authorship.objects.create(page=paper, organisation=organisation("Sahel"), sort_order=3)
    page = page_of(client)
    assert (
        '<p class="authors"> <a class="quiet" href="/en/people/amina/">Amina</a><sup>1</sup><sup>2</sup>, '
        '<a class="quiet" href="/en/people/bakary/">Bakary</a><sup>2</sup>, '
        '<a class="quiet" href="/en/organisations/sahel/">Sahel</a> </p>'
    ) in page
    assert '1. <a class="quiet" href="/en/organisations/atlas/">Atlas</a>' in page
    assert '2. <a class="quiet" href="/en/organisations/rif/">Rif</a>' in page


def test_files_say_their_language_type_and_size(client, session, add) -> None:
    paper = add(session, ResearchPaperPage, title="Paper", slug="p")
    document = LibraryDocument.objects.create(title="Full text", file=ContentFile(b"x" * 2048, name="paper.pdf"))
    WorkFile.objects.create(page=paper, document=document, language="ar", locale=paper.locale)
    page = page_of(client)
    assert f'<a href="{document.url}" hreflang="ar">Full text</a>' in page
    assert 'Arabic&nbsp;· <bdi dir="ltr">PDF</bdi>&nbsp;· 2.0\xa0KB'.replace("\xa0", " ") in page.replace("\xa0", " ")


def test_licence_doi_series_and_citation(client, session, add) -> None:
    add(
        session,
        ResearchPaperPage,
        title="Paper",
        slug="p",
        licence="CC-BY-4.0",
        doi="10.1000/182",
        series_title="Papers",
        series_number="3",
        paper_kind="brief",
        editorial_note="Sample text",
    )
    page = page_of(client)
    assert (
        '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license"><bdi dir="ltr">CC BY 4.0</bdi></a>'
        in page
    )
    assert '<a href="https://doi.org/10.1000/182"><bdi dir="ltr">10.1000/182</bdi></a>' in page
    assert '<span>Policy brief</span> <span>Papers, <bdi dir="ltr">3</bdi></span>' in page
    assert "<cite>Paper</cite> (<bdi>Papers, no. 3</bdi>)." in page
    assert '<div class="notice warning"> <p>Sample text</p>' in page
    assert '<p class="empty">This paper has no abstract.</p>' in page


def test_references_are_numbered_and_keep_their_own_direction(client, session, add) -> None:
    references = [
        {"type": "reference", "value": {"text": "<p>Own</p>", "language": ""}},
        {"type": "reference", "value": {"text": "<p>مرجع</p>", "language": "ar"}},
    ]
    add(session, ResearchPaperPage, title="Paper", slug="p", references=references)
    page = page_of(client)
    assert '<li id="r1"> <span class="reference-number">1</span>' in page
    second = page.split('<li id="r2">')[1].split("</li>")[0]
    assert 'lang="ar" dir="rtl"' in second
    assert "مرجع" in second


def test_the_meeting_it_was_presented_at(client, session, add) -> None:
    add(session, ResearchPaperPage, title="Paper", slug="p")
    meetings = client.get("/en/forums/forum/3/cyber/p/").context["meetings"]
    assert [row.title for row in meetings] == ["Third edition", "Cyber threats"]


def test_queries_do_not_grow_with_authors(client, session, add) -> None:
    paper = add(session, ResearchPaperPage, title="Paper", slug="p")

    def queries_after_adding(count: int) -> int:
        for _turn in range(count):
            name = f"P{Person.objects.count()}"
            Authorship.objects.create(page=paper, person=person(name), organisation=organisation(f"o{name}"))
        client.get("/en/forums/forum/3/cyber/p/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/forums/forum/3/cyber/p/")
        return len(queries)

    first = queries_after_adding(1)
    assert first <= 24
    assert queries_after_adding(29) == first
