"""The 12th edition, from the 11th to its page in French: what four people do at the desk, and what readers see."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import FORUM
from tests.browser.desk import log_in, page_id
from tests.browser.serving import Site

ENGLISH = "Twelfth Marrakech Security Forum"
FRENCH = "Douzième Forum de sécurité de Marrakech"
EXPLORER = re.compile(r"/admin/pages/\d+/$")
EDITOR = re.compile(r"/admin/pages/\d+/edit/$")

People = Callable[[str], Page]


@pytest.fixture
def desk_of(chromium: Browser, site: Site) -> Iterator[People]:
    """`desk_of("author")`: a window in which that person is logged in."""
    with ExitStack() as windows:
        yield lambda name: windows.enter_context(log_in(chromium, site, name)).new_page()


def test_an_edition_from_draft_to_translation(site: Site, desk_of: People, chromium: Browser) -> None:
    with chromium.new_context() as window:
        reader = window.new_page()

        draft_from_the_eleventh(desk_of("author"), site)
        assert titles_in_series(reader, site, "en") == 0

        approve(desk_of("reviewer"))
        assert titles_in_series(reader, site, "en") == 0

        publisher = desk_of("publisher")
        approve(publisher)
        assert titles_in_series(reader, site, "en") == 1
        reader.get_by_role("link", name=ENGLISH).first.click()
        expect(reader.locator("h1")).to_have_text(ENGLISH)
        expect(reader.locator("dl.fact-sheet")).to_contain_text("Moroccan Centre for Strategic Studies")
        expect(reader.locator(".languages .no-version")).to_have_count(2)

        address = translate_title(desk_of("translator"))
        assert titles_in_series(reader, site, "fr") == 0

        publish_translation(publisher, address)
        assert titles_in_series(reader, site, "fr") == 1
        reader.get_by_role("link", name=FRENCH).first.click()
        expect(reader.locator("h1")).to_have_text(FRENCH)
        reader.locator(".languages a[hreflang=en]").click()
        expect(reader.locator("h1")).to_have_text(ENGLISH)


def draft_from_the_eleventh(desk: Page, site: Site) -> None:
    """The author gives the title, says that no date is known, and asks for a review."""
    eleventh = page_id(site, f"{FORUM}/edition-11", "en")
    desk.goto(f"/admin/pages/{eleventh}/")
    desk.goto(f"/admin/desk/editions/{eleventh}/next/")
    expect(desk.locator("[name=number]")).to_have_value("12")
    desk.fill("[name=title]", ENGLISH)
    desk.locator("form[action*=desk] [type=submit]").click()
    desk.wait_for_url(EDITOR)
    desk.select_option("[name=date_precision]", "unknown")
    desk.locator("footer .w-dropdown__toggle").click()
    desk.locator("[name=action-submit]").click()
    desk.wait_for_url(EXPLORER)


def approve(desk: Page) -> None:
    """What waits stands on the start page; approving it leads back to the list of pages."""
    desk.goto("/admin/")
    desk.get_by_role("link", name=ENGLISH).first.click()
    desk.wait_for_url(EDITOR)
    desk.locator("footer .w-dropdown__toggle").click()
    desk.locator("[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])").click()
    desk.wait_for_url(EXPLORER)


def translate_title(desk: Page) -> str:
    """From the grid to the translation editor, whose address is returned."""
    desk.goto("/admin/desk/translations/?q=Twelfth")
    desk.locator(".desk-grid td a[href*='select_locale=fr']").click()
    desk.locator("form input[type=submit]").click()
    desk.wait_for_url(EDITOR)
    desk.get_by_role("button", name="Translate", exact=True).first.click()
    desk.locator("textarea:visible").fill(FRENCH)
    with desk.expect_response(lambda response: response.request.method == "PUT") as saved:
        desk.get_by_role("button", name="Save", exact=True).click()
    assert saved.value.ok
    return desk.url


def publish_translation(desk: Page, address: str) -> None:
    desk.goto(address)
    desk.get_by_role("button", name="Publish in French").click()
    desk.wait_for_url(EDITOR)
    expect(desk.locator(".messages, [data-messages]").first).to_contain_text("Published")


def titles_in_series(reader: Page, site: Site, language: str) -> int:
    """How often the 12th edition is named where readers look for it."""
    reader.goto(site.at(f"{language}/{FORUM}/"))
    return reader.locator(".rail a", has_text={"en": ENGLISH, "fr": FRENCH}[language]).count()
