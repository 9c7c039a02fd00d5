"""The site, the browser and one page of it, made once for each test process.

They end with this package: while Playwright's event loop runs, Django refuses the database to the tests that follow.
"""

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import checker
from tests.browser.serving import Site, make_material, serve
from tests.browser.visits import Watch

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker("browser")
    left_out = [item for item in here if item.get_closest_marker("checker") and checker.missing()]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_report_header() -> str | None:
    return f"left out: validity of the HTML ({checker.missing()})" if checker.missing() else None


@pytest.fixture(scope="session")
def material(shared_folder: Path, demonstration_file: Path) -> Path:
    """The folder every process copies its site from; the first one to come makes it."""
    folder = shared_folder / "browser-material"
    with (shared_folder / "browser-material.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make_material(folder, demonstration=demonstration_file)
    return folder


@pytest.fixture(scope="package")
def site(material: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serve(material, tmp_path_factory.mktemp("site") / "var") as running:
        yield running


@pytest.fixture(scope="package")
def site_without_database(material: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serve(material, tmp_path_factory.mktemp("broken") / "var", is_empty=True) as running:
        yield running


@pytest.fixture(scope="package")
def chromium(material: Path) -> Iterator[Browser]:
    """Begun after the material, which needs the database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def reader_page(chromium: Browser) -> Page:
    """One page for all visits of an anonymous reader; what a test changes in it, `reader` sets back."""
    return chromium.new_context(reduced_motion="reduce").new_page()


@pytest.fixture(scope="package")
def reader_watch(reader_page: Page) -> Watch:
    return Watch(reader_page)


@pytest.fixture
def reader(reader_watch: Watch) -> Watch:
    reader_watch.page.emulate_media(color_scheme="light")
    reader_watch.page.set_viewport_size({"width": 1280, "height": 800})
    return reader_watch
