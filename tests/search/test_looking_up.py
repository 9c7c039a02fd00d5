"""Works are looked up by their keys: among many pages, a database must not begin with all that are no alias."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.loading.works import open_versions
from search.projection.works import published


@pytest.mark.usefixtures("nobody_reading")
def test_the_database_is_asked_for_keys_and_never_for_what_is_no_alias() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert open_versions([uuid.uuid4()], "fr") == {}
        assert published([uuid.uuid4()]) == []
    pages = [query["sql"] for query in asked.captured_queries if '"translation_key" IN' in query["sql"]]
    assert len(pages) == 2
    assert not any('"alias_of_id" IS NULL' in sql or '"locale_id" IN' in sql for sql in pages)
