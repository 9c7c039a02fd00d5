"""An index of its own for a test, and the worker that brings it up to date."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jobs.draining import Outcome, drain_all
from jobs.registry import handlers
from search.engines import forget

Indexing = Callable[[], Outcome]


@pytest.fixture
def indexing(db: None, settings: Any, tmp_path: Path) -> Iterator[Indexing]:
    """`indexing()` does all that is due, as the worker does after a commit; until then, the index is empty."""
    settings.SEARCH_URL = f"embedded://{tmp_path}/search"
    yield lambda: drain_all(handlers(), holder="test")
    forget()
