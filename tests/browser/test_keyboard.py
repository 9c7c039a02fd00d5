"""Can a site without JavaScript be used from the keyboard, in the order in which it is read?"""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import address
from tests.browser.serving import Site
from tests.browser.visits import Watch

FOCUSED = """
() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return [element.outerHTML.slice(0, 100), isMarked, isSeen];
}
"""
MOST_CONTROLS = 150
MANY_CONTROLS = ("edition", "recommendation", "index of recommendations", "summary of a declaration", "results")


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    with chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_skip_link_comes_first_and_leads_past_the_menu(language: str, site: Site, reader: Watch) -> None:
    reader.open(site.at(address("edition", language)))
    page = reader.page

    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => location.hash") == "#main"
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(
    "name", ["edition", "recommendation", "index of recommendations", "summary of a declaration", "results"]
)
def test_focus_is_seen_on_every_control(name: str, language: str, site: Site, reader: Watch) -> None:
    reader.open(site.at(address(name, language)))

    reached = list(controls_in_order(reader.page))

    assert len(reached) > 20
    assert [control for control, is_marked, is_seen in reached if not (is_marked and is_seen)] == []


@pytest.mark.parametrize(("language", "is_mirrored"), [("ar", True), ("fr", False)])
def test_menu_is_read_from_the_side_where_reading_starts(
    language: str, is_mirrored: bool, site: Site, reader: Watch
) -> None:
    reader.open(site.at(address("edition", language)))

    items = reader.page.locator(".navigation .wrap > ul a").all()
    starts = [item.bounding_box()["x"] for item in items]

    assert len(starts) == 7
    assert all((later < earlier) == is_mirrored for earlier, later in pairwise(starts))


def test_menu_opens_on_a_small_screen(site: Site, plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 360, "height": 800})
    plain_page.goto(site.at(address("home", "ar")))
    link = plain_page.locator(".navigation details a").first
    expect(link).to_be_hidden()

    plain_page.locator(".navigation summary").focus()
    plain_page.keyboard.press("Enter")
    plain_page.keyboard.press("Tab")
    expect(link).to_be_focused()
    plain_page.keyboard.press("Enter")

    plain_page.wait_for_url(site.at("ar/forums/"))


def test_language_switch_leads_to_the_same_work(site: Site, plain_page: Page) -> None:
    plain_page.goto(site.at(address("recommendation", "ar")))

    plain_page.locator(".languages a[hreflang=fr]").focus()
    plain_page.keyboard.press("Enter")

    plain_page.wait_for_url(site.at(address("recommendation", "fr")))
    expect(plain_page.locator("h1")).to_have_text("Cybersécurité et espace numérique")


@pytest.mark.parametrize(
    ("link", "anchor", "arabic"),
    [
        ("#art-11 > a", "art-11", "المادة 11"),
        ("#art-11-1 > .clause-number", "art-11-1", "كل شخص متهم بجريمة"),
    ],
)
def test_each_clause_has_an_address_to_copy(link: str, anchor: str, arabic: str, site: Site, plain_page: Page) -> None:
    plain_page.goto(site.at(address("declaration", "fr")))

    plain_page.locator(link).focus()
    plain_page.keyboard.press("Enter")

    plain_page.wait_for_url(site.at(f"{address('declaration', 'fr')}#{anchor}"))
    expect(plain_page.locator(".clause:target")).to_be_in_viewport()
    plain_page.goto(site.at(f"{address('declaration', 'ar')}#{anchor}"))
    expect(plain_page.locator(".clause:target")).to_contain_text(arabic)


def test_languages_can_be_read_side_by_side(site: Site, plain_page: Page) -> None:
    plain_page.goto(site.at(address("declaration", "fr")))

    plain_page.locator(".reader-bar").get_by_role("link", name="Français et arabe", exact=True).focus()
    plain_page.keyboard.press("Enter")

    plain_page.wait_for_url("**/?with=ar")
    first = plain_page.locator(".parallel .clause", has_text="Tous les êtres humains naissent libres")
    french, arabic = first.locator(".clause-text").all()
    expect(arabic).to_have_attribute("dir", "rtl")
    expect(arabic).to_contain_text("يولد جميع الناس أحرارًا")
    assert french.bounding_box()["x"] < arabic.bounding_box()["x"]


def controls_in_order(page: Page) -> Iterator[tuple[str, bool, bool]]:
    """What the Tab key reaches, until it leaves the page: each control, whether its focus is drawn and in sight."""
    for _count in range(MOST_CONTROLS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        yield tuple(focused)
