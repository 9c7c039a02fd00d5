"""The grid of works and languages: its cells, filters, cost, and a spreadsheet that runs nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.desk.grid import harmless
from pages.models import StandardPage

GRID = reverse("desk_grid")


def titles(response):
    return [row.source.title for row in response.context["object_list"]]


def test_each_cell_leads_to_what_can_be_done(at_desk, works):
    page = at_desk("Translators").get(GRID)
    edition = next(row for row in page.context["object_list"] if row.source.pk == works["edition"].pk)

    submit = reverse("wagtail_localize:submit_page_translation", args=[works["edition"].pk])
    content = page.content.decode()
    assert [str(cell.state) for cell in edition.cells] == ["missing", "missing", "current"]
    assert f"{submit}?select_locale=fr" in content
    assert reverse("wagtailadmin_pages:edit", args=[works["edition"].pk]) in content


def test_who_may_not_translate_is_offered_no_translation(at_desk, works):
    content = at_desk("Authors").get(GRID).content.decode()

    assert "Eleventh" in content
    assert "submit/page" not in content


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=draft", ["Draft page"]),
        ("state=missing&language=fr", ["Forums", "Forum", "Eleventh", "Declaration", "Share data", "Draft page"]),
        ("state=current&language=ar", ["Muntada"]),
        ("q=leven", ["Eleventh"]),
    ],
)
def test_the_filters_narrow_it(chief, works, homes, add, query, found):
    add(homes["en"], StandardPage, title="Draft page", slug="draft", live=False)

    assert titles(chief.get(f"{GRID}?{query}")) == found


def test_a_forum_is_shown_with_what_is_below_it(chief, works):
    page = chief.get(f"{GRID}?series={works['series'].pk}")

    assert titles(page) == ["Forum", "Eleventh", "Declaration", "Share data"]


def test_a_type_can_be_picked(chief, works):
    kind = works["edition"].content_type_id

    assert titles(chief.get(f"{GRID}?content_type={kind}")) == ["Eleventh"]


def test_it_is_paged_and_costs_no_more_with_more_works(chief, homes, add):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            chief.get(GRID)
        return len(seen)

    add(homes["en"], StandardPage, title="One", slug="one")
    chief.get(GRID)
    few = queries()
    for number in range(60):
        add(homes["en"], StandardPage, title=f"Page {number}", slug=f"p-{number}")

    page = chief.get(GRID)
    assert len(page.context["object_list"]) == 50
    assert queries() <= few + 1


def test_a_spreadsheet_runs_nothing(chief, homes, add):
    add(homes["en"], StandardPage, title="=HYPERLINK(1)", slug="formula")

    response = chief.get(f"{GRID}?export=csv")
    lines = b"".join(response.streaming_content).decode().splitlines()

    assert lines[0] == "Title,Type,Arabic,French,English"
    assert "'=HYPERLINK(1),Standard page,missing,missing,up to date" in lines


@pytest.mark.parametrize(
    ("value", "written"),
    [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("Forum", "Forum")],
)
def test_what_a_spreadsheet_would_run_is_quoted(value, written):
    assert harmless(value) == written


def test_who_has_no_business_at_the_desk_sees_no_grid(client, at_desk, works):
    assert client.get(GRID).status_code == 302
    assert at_desk().get(GRID).status_code == 302
