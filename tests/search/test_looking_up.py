"""Works are looked up by their keys: among many pages, a database must not begin with all that are no alias."""

import datetime
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
)
from search.excerpts import Marker
from search.loading import Passages
from search.loading.works import open_versions, works
from search.projection.keys import work_key
from search.projection.works import published


@pytest.mark.usefixtures("nobody_reading")
def test_the_database_is_asked_for_keys_and_never_for_what_is_no_alias() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert open_versions([uuid.uuid4()], "fr") == {}
        assert published([uuid.uuid4()]) == []
    pages = [query["sql"] for query in asked.captured_queries if '"translation_key" IN' in query["sql"]]
    assert len(pages) == 2
    assert not any('"alias_of_id" IS NULL' in sql or '"locale_id" IN' in sql for sql in pages)


@pytest.mark.usefixtures("nobody_reading")
def test_what_is_shown_of_a_work_of_any_kind_comes_along_at_once(
    homes: dict[str, BasePage], add: Callable[..., BasePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    day = {"start_date": datetime.date(2019, 5, 3)}
    series = add(homes["fr"], ForumSeriesPage, title="Forum", slug="forum", seat="Rabat", country="MA")
    edition = add(series, ForumEditionPage, title="Edition", slug="edition", place="Fès", country="MA", **day)
    below = [
        add(edition, SessionPage, title="Séance", slug="seance", starts_at=datetime.time(9), room="A"),
        add(edition, DeclarationPage, title="Déclaration", slug="declaration", reference="D/1", **day),
        add(edition, RecommendationPage, title="Conseil", slug="r", code="R 1", text="Agir.", progress="under-way"),
        add(edition, ResearchPaperPage, title="Étude", slug="etude", series_number="3", **day),
        add(homes["fr"], NewsPage, title="Brève", slug="breve", date=datetime.date(2020, 1, 2)),
        add(homes["fr"], StandardPage, title="Page", slug="page"),
    ]
    keys = [work_key(page.translation_key) for page in (series, edition, *below)]
    passages = Passages(Marker(["forum"]), fresh={}, near={})
    monkeypatch.setattr(BasePage, "refresh_from_db", None)
    found = works(keys, passages, "fr")
    assert [found[key].facts for key in keys] == [
        ("Rabat, Morocco",),
        ("Forum", "Fès, Morocco", "3 May 2019"),
        ("Edition", "09:00", "A"),
        ("Edition", "3 May 2019", "Adopted"),
        ("Edition", "Under way"),
        ("Edition", "3 May 2019"),
        ("2 January 2020",),
        (),
    ]
    assert [found[key].row.code for key in keys] == ["", "", "", "D/1", "R 1", "3", "", ""]
