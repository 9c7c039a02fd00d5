"""Clauses as readers get them: numbers, order, contents, languages side by side."""

import json

import pytest

from pages.clauses.aligning import align
from pages.clauses.flat import Clause, contents, flatten, without_title
from pages.clauses.parsing import parse
from pages.clauses.parts import PartKind
from pages.clauses.stream import to_stream
from pages.models import DeclarationPage
from tests.pages.clauses.test_parsing import PLAIN
from tests.pages.clauses.udhr import settled

pytestmark = pytest.mark.django_db


def clauses_of(parts: list) -> list[Clause]:
    return flatten(DeclarationPage(clauses=json.dumps(to_stream(parts))).clauses)


def test_numbers_labels_and_depths() -> None:
    found = [(clause.anchor, clause.label, clause.number, clause.depth) for clause in clauses_of(parse(PLAIN, "en"))]
    assert found == [
        ("title", "", "", 0),
        ("rec-1", "", "", 0),
        ("rec-2", "", "", 0),
        ("h-1", "", "", 0),
        ("c-1", "1", "1", 0),
        ("c-1-a", "(a)", "1(a)", 1),
        ("c-1-b", "(b)", "1(b)", 1),
        ("c-1-b-i", "(i)", "1(b)(i)", 2),
        ("c-1-b-ii", "(ii)", "1(b)(ii)", 2),
        ("c-2", "2", "2", 0),
        ("annex-1", "1", "1", 0),
    ]


def test_a_numbered_heading_lends_its_number() -> None:
    numbers = {clause.anchor: clause.number for clause in clauses_of(settled()["en"])}
    assert numbers["art-13-2"] == "13(2)"
    assert numbers["art-1-1"] == "1"


def test_a_clause_under_a_numbered_heading_is_called_as_its_text_calls_it() -> None:
    names = {clause.anchor: clause.name for clause in clauses_of(settled()["fr"])}
    assert names["art-1-1"] == "Article premier"
    assert names["art-13-2"] == "Article 13(2)"
    assert names["rec-1"] == ""


def test_texts_are_plain_and_html_is_kept() -> None:
    (clause,) = clauses_of(parse("<p>1. See <i>A</i> &amp; <b>B</b>.</p>", "en"))
    assert (clause.text, clause.html) == ("See A & B.", "<p>See <i>A</i> &amp; <b>B</b>.</p>")


def test_headings_are_escaped() -> None:
    (heading, _text) = clauses_of(parse("Article 1. A < B & C\n\nText.", "en"))
    assert (heading.html, heading.text) == ("Article 1. A &lt; B &amp; C", "Article 1. A < B & C")


def test_an_empty_text() -> None:
    assert flatten(DeclarationPage().clauses) == []


def test_contents_of_articles() -> None:
    entries = contents(without_title(clauses_of(settled()["en"]), "Universal Declaration of Human Rights"))
    assert len(entries) == 31
    assert [(entry.anchor, entry.title) for entry in entries[:3]] == [
        ("preamble", "Preamble"),
        ("art-1", "Article 1"),
        ("art-2", "Article 2"),
    ]
    assert entries[3].excerpt == "Everyone has the right to life, liberty and the…"


def test_contents_of_numbered_paragraphs() -> None:
    entries = contents(clauses_of(parse("1. The Forum meets.\n2. It ends.", "en")))
    assert [(entry.anchor, entry.number, entry.title) for entry in entries] == [
        ("c-1", "1", "The Forum meets."),
        ("c-2", "2", "It ends."),
    ]


def test_contents_of_paragraphs_below_a_heading() -> None:
    entries = contents(clauses_of(parse(PLAIN, "en")))
    assert [(entry.title, [child.number for child in entry.children]) for entry in entries] == [
        ("Have agreed as follows:", ["1", "2"]),
        ("Annex I: Founding members", []),
    ]


def test_alignment_by_address() -> None:
    rows = align({language: clauses_of(settled()[language]) for language in ("ar", "fr", "en")})
    assert len(rows) == 91
    assert [row.anchor for row in rows][4:7] == ["rec-3", "rec-4", "rec-5"]
    incomplete = [row for row in rows if not row.is_complete]
    assert [row.anchor for row in incomplete] == ["rec-4"]
    assert [(cell.language, cell.clause is None) for cell in incomplete[0].cells] == [
        ("ar", True),
        ("fr", False),
        ("en", False),
    ]


def test_alignment_keeps_the_first_languages_order_and_its_labels() -> None:
    def clause(anchor: str, label: str) -> Clause:
        return Clause(PartKind.PARAGRAPH, anchor, label, label, 0, "<p>x</p>")

    rows = align(
        {"fr": [clause("a", "1"), clause("c", "3")], "en": [clause("b", "2"), clause("a", "A"), clause("d", "4")]}
    )
    assert [(row.anchor, row.label) for row in rows] == [("b", "2"), ("a", "1"), ("d", "4"), ("c", "3")]


def test_the_title_shown_above_is_not_repeated() -> None:
    clauses = clauses_of(parse(PLAIN, "en"))
    assert without_title(clauses, " declaration of SOMEWHERE ")[0].anchor == "rec-1"
    assert without_title(clauses, "Another title")[0].anchor == "title"
