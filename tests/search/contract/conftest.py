"""The same cases on every engine: `engine` answers questions about the shelf; others begin with nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from search.engines.base import Engine
from tests.search.contract.engines import ENGINES, INDEXES, opened
from tests.search.contract.shelf import SHELF


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Engine]]:
    """An index of the shelf on each engine, made once: Elasticsearch takes seconds for it."""
    with ExitStack() as held:

        @cache
        def filled(name: str) -> Engine:
            made = held.enter_context(opened(name, tmp_path_factory.mktemp(name)))
            assert made.write(SHELF, (), 1) == {}
            return made

        yield filled


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, shelves: Callable[[str], Engine], tmp_path: Path) -> Iterator[Engine]:
    """Holds the shelf."""
    if request.param in INDEXES:
        yield shelves(request.param)
        return
    request.getfixturevalue("db")
    with opened(request.param, tmp_path) as made:
        made.write(SHELF, (), 1)
        yield made


@pytest.fixture(params=ENGINES)
def any_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Empty."""
    if request.param == "database":
        request.getfixturevalue("db")
    with opened(request.param, tmp_path) as engine:
        yield engine


@pytest.fixture(params=INDEXES)
def any_index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Empty, and may be written to."""
    with opened(request.param, tmp_path) as engine:
        yield engine
