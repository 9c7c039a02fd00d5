"""What every test may use: the homes of the three languages and makers of pages."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.utils import translation
from wagtail.models import Locale, Page

from access.current import reading_as
from access.principals import anonymous
from pages.cache import shared
from pages.cache.store import Store
from pages.models import BasePage, HomePage
from tests.database import django_db_setup, shared_folder  # noqa: F401
from tests.demonstration import demonstration, demonstration_file  # noqa: F401
from tests.indexing import indexing  # noqa: F401
from tests.search.contract.left_out import pytest_terminal_summary  # noqa: F401


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
    return {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}


@pytest.fixture
def add(db: None) -> Callable[..., BasePage]:
    """`add(parent, Model, title=…, **fields)`: a published page below `parent`, in its language."""

    def make(parent: Page, model: type[BasePage], **fields: object) -> BasePage:
        page = model(locale_id=parent.locale_id, **fields)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        return page

    return make


@pytest.fixture
def translate(db: None) -> Callable[..., BasePage]:
    """`translate(page, "fr", title=…)`: a published copy of `page` in another language, parents included."""

    def make(page: BasePage, code: str, **fields: object) -> BasePage:
        copy = page.copy_for_translation(Locale.objects.get(language_code=code), copy_parents=True)
        for name, value in fields.items():
            setattr(copy, name, value)
        for version in [*copy.get_ancestors().filter(live=False).specific(), copy]:
            version.save_revision().publish()
        return type(page).objects.get(pk=copy.pk)

    return make
