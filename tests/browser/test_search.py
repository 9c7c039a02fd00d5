"""Can the search be used from the keyboard, by ear, and without any script?"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import address
from tests.browser.serving import Site
from tests.browser.visits import Watch, overflow, violations

# Each opens with a word of its language.
TYPED = {"ar": "الدبل", "fr": "diplo", "en": "diplo"}
FIELDS = {"home": "#words", "edition": "#quick-search"}


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    with chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


@pytest.mark.parametrize("language", TYPED)
@pytest.mark.parametrize("name", FIELDS)
def test_a_suggestion_is_chosen_from_the_keyboard(name: str, language: str, site: Site, reader: Watch) -> None:
    reader.open(site.at(address(name, language)))
    page = reader.page
    field = page.locator(FIELDS[name])
    expect(field).to_have_attribute("aria-expanded", "false")

    field.press_sequentially(TYPED[language])
    options = field.locator("xpath=..").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field.locator("xpath=..").get_by_role("status")).not_to_be_empty()
    assert violations(page) == []
    assert overflow(page, 320) == []

    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    field.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "false")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    field.press("ArrowDown")
    chosen = str(options.first.get_attribute("data-url"))
    field.press("Enter")

    page.wait_for_url(site.at(chosen))
    assert chosen.startswith(f"/{language}/")
    assert reader.problems() == []


def test_suggestions_go_away(site: Site, reader: Watch) -> None:
    reader.open(site.at(address("edition", "fr")))
    field = reader.page.locator("#quick-search")
    options = reader.page.get_by_role("option")
    field.press_sequentially("diplo")
    expect(options.first).to_be_visible()

    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("diplo")
    field.press("ArrowDown")
    expect(options.first).to_be_visible()
    field.press("Escape")
    field.press_sequentially("m")
    expect(options.first).to_be_visible()
    field.press("Tab")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_suggestion_is_clicked(site: Site, reader: Watch) -> None:
    reader.open(site.at(address("edition", "en")))
    reader.page.locator("#quick-search").press_sequentially("diplo")

    option = reader.page.get_by_role("option").first
    leads_to = str(option.get_attribute("data-url"))
    option.click()

    reader.page.wait_for_url(site.at(leads_to))


def test_enter_without_a_choice_searches(site: Site, reader: Watch) -> None:
    reader.open(site.at(address("edition", "en")))
    field = reader.page.locator("#quick-search")
    field.press_sequentially("diplomacy")
    expect(reader.page.get_by_role("option").first).to_be_visible()

    field.press("Enter")

    reader.page.wait_for_url(site.at("en/search/?q=diplomacy"))
    expect(reader.page.locator("h2.result-count")).to_contain_text("diplomacy")


def test_no_server_no_suggestions_and_no_complaint(site: Site, reader: Watch) -> None:
    reader.open(site.at(address("edition", "en")))
    reader.page.route("**/search/suggestions/**", lambda route: route.abort("connectionfailed"))
    field = reader.page.locator("#quick-search")

    with reader.page.expect_event("requestfailed"):
        field.press_sequentially("diplo")

    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("diplo")
    reader.page.unroute("**/search/suggestions/**")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_search_without_scripts(language: str, site: Site, plain_page: Page) -> None:
    plain_page.goto(site.at(address("edition", language)))
    plain_page.locator("#quick-search").fill("preventive diplomacy")
    plain_page.keyboard.press("Enter")
    plain_page.wait_for_url(site.at(f"{language}/search/?q=preventive+diplomacy"))

    plain_page.locator(".facet", has=plain_page.locator("#facet-type")).get_by_role("link").first.click()
    plain_page.wait_for_url("**/search/?q=preventive+diplomacy&type=*")
    expect(plain_page.locator(".chips li")).to_have_count(2)
    plain_page.locator(".chips a").first.click()

    plain_page.wait_for_url(site.at(f"{language}/search/?q=preventive+diplomacy"))
    other = "fr" if language == "ar" else "ar"
    plain_page.locator(f".languages a[hreflang={other}]").click()
    plain_page.wait_for_url(site.at(f"{other}/search/?q=preventive+diplomacy"))


def test_filters_are_folded_on_a_small_screen(site: Site, plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 360, "height": 800})
    plain_page.goto(site.at(address("results", "ar")))
    link = plain_page.locator(".facet a").first
    expect(link).to_be_hidden()

    plain_page.locator(".facets > summary").focus()
    plain_page.keyboard.press("Enter")
    expect(link).to_be_visible()

    plain_page.set_viewport_size({"width": 1280, "height": 800})
    plain_page.goto(site.at(address("results", "ar")))
    expect(link).to_be_visible()


def test_a_year_is_chosen_from_its_bar(site: Site, plain_page: Page) -> None:
    plain_page.goto(site.at("fr/search/?q=security"))
    bar = plain_page.locator(".bars a").last
    count = bar.locator(".count").inner_text().split()[0]

    bar.focus()
    plain_page.keyboard.press("Enter")

    plain_page.wait_for_url("**/fr/search/?q=security&year=20*")
    expect(plain_page.locator(".chips li")).to_have_count(2)
    expect(plain_page.locator("h2.result-count")).to_contain_text(f"{count} résultat")
