"""Who searches, and who answers."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from access.principals import Principal
from tests.indexing import Indexing
from tests.search.asking import engine_away, new_member


@pytest.fixture(params=["embedded", "database"])
def searching(request: pytest.FixtureRequest, indexing: Indexing) -> Iterator[Indexing]:
    """Brings the index up to date; with `database`, the engine is away."""
    with engine_away() if request.param == "database" else nullcontext():
        yield indexing


@pytest.fixture
def member(db: None) -> Principal:
    return new_member()
