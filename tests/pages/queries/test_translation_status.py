"""A literal table of how the language versions of works stand, and the same through the filters."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Page

from pages.models import StandardPage
from pages.queries.translation_status import State, in_state, rows, sources

EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)

# What is stored (language: live, last published), the source first, and the states of ar, fr and en.
TABLE = [
    ([("fr", True, EARLY)], ["missing", "current", "missing"]),
    ([("fr", False, None)], ["missing", "draft", "missing"]),
    ([("ar", True, EARLY), ("fr", True, LATE), ("en", True, LATE)], ["current", "current", "current"]),
    ([("en", True, LATE), ("ar", True, EARLY), ("fr", False, None)], ["older", "draft", "current"]),
    ([("en", True, EARLY), ("ar", True, EARLY)], ["current", "missing", "current"]),
    ([("ar", True, None), ("fr", True, None), ("en", True, LATE)], ["current", "current", "current"]),
    ([("ar", True, LATE), ("fr", True, None)], ["current", "older", "missing"]),
    ([("en", False, LATE), ("fr", True, EARLY)], ["missing", "older", "draft"]),
]


@pytest.fixture
def work(homes, add):
    def store(versions):
        source = None
        for code, live, published in versions:
            page = add(homes[code], StandardPage, title=code, slug="work", live=live)
            values = {"live": live, "last_published_at": published}
            if source:
                values["translation_key"] = source.translation_key
            Page.objects.filter(pk=page.pk).update(**values)
            source = source or Page.objects.get(pk=page.pk)
        return source

    return store


@pytest.mark.parametrize(("versions", "states"), TABLE)
def test_the_states_of_a_work(work, versions, states):
    source = work(versions)

    assert list(sources(Page.objects.filter(translation_key=source.translation_key))) == [source]
    assert [str(cell.state) for cell in rows([source])[0].cells] == states


@pytest.mark.parametrize(("versions", "states"), TABLE)
def test_the_filters_agree_with_the_cells(work, versions, states):
    source = work(versions)
    this = Page.objects.filter(pk=source.pk)

    for state in State:
        expected = all(found == "current" for found in states) if state == State.CURRENT else state in states
        assert in_state(this, state).exists() == expected
        for code, found in zip(["ar", "fr", "en"], states, strict=True):
            assert in_state(this, state, language=code).exists() == (found == state)


def test_an_alias_is_no_translation(homes, add):
    page = add(homes["en"], StandardPage, title="Page", slug="page")
    page.create_alias(
        parent=homes["fr"], update_slug="page", update_locale=homes["fr"].locale, reset_translation_key=False
    )

    assert [str(cell.state) for cell in rows([page])[0].cells] == ["missing", "missing", "current"]
    assert list(sources(Page.objects.filter(translation_key=page.translation_key))) == [page.page_ptr]


def test_the_grid_costs_one_query_however_long(homes, add, django_assert_num_queries):
    many = [add(homes["en"], StandardPage, title=str(n), slug=str(n)) for n in range(30)]

    with django_assert_num_queries(1):
        assert len(rows(many)) == 30
