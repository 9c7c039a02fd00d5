"""How much does a reader's first visit to a page load?"""

import pytest
from playwright.sync_api import Browser

from tests.browser.addresses import address
from tests.browser.serving import Site
from tests.browser.visits import sizes

PAGE_BYTES = 60_000
# The files of a page without italics; the Latin ones give an Arabic page its digits and brackets.
LATIN = {"newsreader-text", "newsreader-display", "mada-latin"}
FONTS = {"ar": {"markazi", "vazirmatn", "newsreader-text", "mada-latin"}, "fr": LATIN, "en": LATIN}
BOTH_SCRIPTS = FONTS["ar"] | LATIN
FONT_BYTES = {3: 80_000, 4: 112_000, 5: 133_000}
ITALIC_BYTES = 24_000
ONE_SCRIPT = ("home", "edition", "declaration", "paper", "recommendation", "index of recommendations")


@pytest.mark.parametrize("language", FONTS)
@pytest.mark.parametrize("name", ONE_SCRIPT)
def test_page_is_light(name: str, language: str, site: Site, chromium: Browser) -> None:
    assert_light(first_visit(chromium, site.at(address(name, language))), FONTS[language])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_texts_in_two_scripts_load_the_fonts_of_both(language: str, site: Site, chromium: Browser) -> None:
    assert_light(first_visit(chromium, site.at(address("parallel reader of three", language))), BOTH_SCRIPTS)


def first_visit(chromium: Browser, url: str) -> dict[str, int]:
    """What a browser that has seen nothing yet loads."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(url)
        page.evaluate("() => document.fonts.ready.then(() => true)")
        return sizes(page)


def assert_light(loaded: dict[str, int], expected: set[str]) -> None:
    fonts = {path.rpartition("/")[2].partition(".")[0]: size for path, size in loaded.items() if ".woff2" in path}
    italics = fonts.pop("newsreader-italic", 0)
    assert sum(size for path, size in loaded.items() if path.endswith(("/", ".css", ".js"))) < PAGE_BYTES
    assert italics < ITALIC_BYTES
    assert set(fonts) <= expected
    assert sum(fonts.values()) < FONT_BYTES[len(expected)]
