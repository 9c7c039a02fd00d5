"""An index of its own on the server that TEST_SEARCH_URL names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from search.engines.elastic.connecting import WRITE
from search.engines.elastic.engine import Elastic
from tests.search.contract.engines import ELASTIC, opened

# What needs a server; the end of a run says that it was left out.
collect_ignore = [] if ELASTIC else ["test_building.py", "test_outages.py", "test_rights.py", "test_writing.py"]


@pytest.fixture
def elastic(tmp_path: Path) -> Iterator[Elastic]:
    with opened("elastic", tmp_path) as engine:
        assert isinstance(engine, Elastic)
        yield engine


@pytest.fixture
def server(elastic: Elastic) -> Elasticsearch:
    """The way past the engine, to look at what it did."""
    return elastic._connection.client.options(request_timeout=WRITE)
