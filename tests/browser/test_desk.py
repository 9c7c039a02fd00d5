"""Does the editor's desk work in its three languages, under its own Content-Security-Policy?

Wagtail's own frame (menu, header) is not ours to judge: axe looks at the content the project adds.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import FORUM, UDHR
from tests.browser.desk import log_in, page_id
from tests.browser.serving import Site
from tests.browser.visits import Watch, violations

LANGUAGES = {"ar": "rtl", "fr": "ltr", "en": "ltr"}
EDITION = f"{FORUM}/edition-11"
OURS = {
    "start page": ("", "#main .desk-panel"),
    "grid of translations": ("desk/translations/", "#main .desk-grid"),
    "start of an edition": ("desk/editions/{edition}/next/", "#main form[action*=desk]"),
    "import of a text": ("desk/declarations/{declaration}/import/", "#main form[action*=desk]"),
}
EDITED = {
    "home": "",
    "index": "forums",
    "standard": "about",
    "news": "news/launch-of-the-african-security-network",
    "series": FORUM,
    "edition": EDITION,
    "session": f"{EDITION}/hybrid-wars",
    "declaration": UDHR,
    "recommendation": f"{EDITION}/r-9",
    "paper": "research/preventive-diplomacy",
}
FREE_TEXT = "#main :is(input[type=text], textarea):not([hidden], [data-dir], [type=hidden])"


@pytest.fixture(scope="module")
def desk(chromium: Browser, site: Site) -> Iterator[Watch]:
    """The administrator's window, watched."""
    with log_in(chromium, site, "administrator") as context:
        yield Watch(context.new_page())


def speak(desk: Watch, site: Site, language: str) -> None:
    """Have the desk shown in `language`, as its account page does."""
    page = desk.page
    page.goto(site.at("admin/account/"))
    page.select_option("[name=locale-preferred_language]", language)
    page.locator("form [type=submit]").first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_pages_of_the_desk(language: str, desk: Watch, site: Site) -> None:
    speak(desk, site, language)
    numbers = {"edition": page_id(site, EDITION, "ar"), "declaration": page_id(site, UDHR, "ar")}

    for name, (at, part) in OURS.items():
        desk.open(site.at(f"admin/{at}".format(**numbers)))

        assert (name, desk.page.locator("html").get_attribute("dir")) == (name, LANGUAGES[language])
        expect(desk.page.locator(part).first).to_be_visible()
        assert (name, violations(desk.page, within=part)) == (name, [])
        assert (name, desk.problems()) == (name, [])
