"""How much does a reader's first visit to a page load?"""

import pytest
from playwright.sync_api import Browser

from tests.browser.addresses import address
from tests.browser.serving import Site
from tests.browser.visits import sizes

PAGE_BYTES = 60_000
# The files of a page without italics; the Latin ones give an Arabic page its digits and brackets.
FONTS = {
    "ar": {"markazi", "vazirmatn", "newsreader-text", "mada-latin"},
    "fr": {"newsreader-text", "newsreader-display", "mada-latin"},
    "en": {"newsreader-text", "newsreader-display", "mada-latin"},
}
FONT_BYTES = {"ar": 112_000, "fr": 80_000, "en": 80_000}
ITALIC_BYTES = 24_000
HEAVIEST = ("home", "edition", "declaration", "parallel reader of three", "paper", "index of recommendations")


@pytest.mark.parametrize("language", FONTS)
@pytest.mark.parametrize("name", HEAVIEST)
def test_page_is_light(name: str, language: str, site: Site, chromium: Browser) -> None:
    with chromium.new_context() as first_visit:
        page = first_visit.new_page()
        page.goto(site.at(address(name, language)))
        page.evaluate("() => document.fonts.ready.then(() => true)")
        loaded = sizes(page)

    fonts = {path.rpartition("/")[2].partition(".")[0]: size for path, size in loaded.items() if ".woff2" in path}
    italics = fonts.pop("newsreader-italic", 0)
    text = sum(size for path, size in loaded.items() if path.endswith(("/", ".css", ".js")))
    assert text < PAGE_BYTES
    assert italics < ITALIC_BYTES
    assert sum(fonts.values()) < FONT_BYTES[language]
    assert set(fonts) <= FONTS[language] | other_scripts(name, language)


def other_scripts(name: str, language: str) -> set[str]:
    """A page that shows two scripts loads the serif of both."""
    return {"markazi", "vazirmatn"} if language != "ar" and "parallel" in name else set()
