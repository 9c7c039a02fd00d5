"""Every test sees pages made afresh; what is kept in memory, and how long, has tests of its own."""

import pytest

from pages.cache import shared
from pages.cache.store import Store


@pytest.fixture(autouse=True)
def _nothing_kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "cache" not in request.path.parts:
        monkeypatch.setattr(shared, "store", Store(max_bytes=0))
