"""What every test may use: the homes of the three languages and makers of pages."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.utils import translation

from access.current import reading_as
from access.principals import anonymous
from pages.cache import shared
from pages.cache.store import Store
from pages.models import BasePage, HomePage
from tests.database import django_db_setup, for_the_module, shared_folder  # noqa: F401
from tests.demonstration import demonstration, demonstration_file  # noqa: F401
from tests.indexing import indexing  # noqa: F401
from tests.making import add_page, home_pages, translated
from tests.quicker import quicker  # noqa: F401
from tests.search.contract.left_out import pytest_terminal_summary  # noqa: F401

SLOWEST = ("matrix", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no test process waits for another at the end."""
    items.sort(key=lambda item: item.path.parent.name not in SLOWEST)


@pytest.fixture(autouse=True)
def _nothing_kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test sees pages made afresh; what is kept in memory, and how long, has tests of its own."""
    if "cache" not in request.path.parts:
        monkeypatch.setattr(shared, "store", Store(max_size=0))
        monkeypatch.setattr(shared, "parts", Store(max_size=0))


@pytest.fixture(autouse=True)
def language_of_the_settings() -> Iterator[None]:
    """Each test begins in the same language: the test client leaves the last one it spoke."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def nobody_reading(db: None) -> Iterator[None]:
    """As in a request of somebody unknown, in which it is known already what they may read."""
    reader = anonymous()
    assert reader.reach
    with reading_as(reader):
        yield


@pytest.fixture
def homes(db: None) -> dict[str, HomePage]:
    """The home page of each language."""
    return home_pages()


@pytest.fixture
def add(db: None) -> Callable[..., BasePage]:
    """`add(parent, Model, title=…, **fields)`: a published page below `parent`, in its language."""
    return add_page


@pytest.fixture
def translate(db: None) -> Callable[..., BasePage]:
    """`translate(page, "fr", title=…)`: a published copy of `page` in another language, parents included."""
    return translated
