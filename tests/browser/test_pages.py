"""Is every page, in every language, readable by everyone, whole, and quiet in the browser?"""

from itertools import pairwise

import pytest

from tests.browser.addresses import PAGES, address, status
from tests.browser.serving import Site
from tests.browser.visits import Watch, overflow, unreadable, violations

DIRECTIONS = {"ar": "rtl", "fr": "ltr", "en": "ltr"}
BOTH_WAYS = ("ar", "fr")
DARK = (
    "home",
    "edition",
    "series",
    "declaration",
    "parallel reader of three",
    "recommendation",
    "paper",
    "results",
    "not found",
)
# Browsers give passkeys to scripts only; without them the password is asked for.
NEED_SCRIPTS = {"sign in"}

OUTLINE = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => Number(each.tagName[1]))"
SCRIPTS = """
() => [...document.scripts]
    .filter((each) => each.type !== "application/ld+json" && !each.src.includes("/static/js/suggestions."))
    .map((each) => each.outerHTML)
"""


@pytest.mark.parametrize("language", DIRECTIONS)
@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound(name: str, language: str, site: Site, reader: Watch) -> None:
    response = reader.open(site.at(address(name, language)))
    page = reader.page

    assert response.status == status(name, language)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("html").get_attribute("dir") == DIRECTIONS[language]
    assert skipped_levels(page.evaluate(OUTLINE)) == []
    assert name in NEED_SCRIPTS or page.evaluate(SCRIPTS) == []
    assert violations(page) == []
    assert {width: overflow(page, width) for width in (320, 360, 1280)} == {320: [], 360: [], 1280: []}
    assert reader.problems() == []


@pytest.mark.parametrize("language", BOTH_WAYS)
@pytest.mark.parametrize("name", DARK)
def test_page_is_readable_in_the_dark(name: str, language: str, site: Site, reader: Watch) -> None:
    reader.page.emulate_media(color_scheme="dark")

    reader.open(site.at(address(name, language)))

    assert unreadable(reader.page) == []
    assert reader.problems() == []


def skipped_levels(levels: list[int]) -> list[str]:
    """Where the outline does not start with its one first level, or goes down by more than one at a time."""
    if levels.count(1) != 1 or levels[0] != 1:
        return [f"first levels: {levels}"]
    return [f"{above} then {below}" for above, below in pairwise(levels) if below > above + 1]
