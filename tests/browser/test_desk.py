"""Does the editor's desk work in its three languages, under its own Content-Security-Policy?

Wagtail's own frame (menu, header) is not ours to judge: axe looks at the content the project adds.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, expect

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
    "how the search fares": ("search/report/", "#main .nice-padding"),
    "synonyms": ("snippets/search/synonyms/", "#listing-results"),
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
# A home page is headed by its declaration, an edition by its theme.
HEADED_OTHERWISE = {"home", "edition"}
WITHOUT_DIRECTION = """
() => [...document.querySelectorAll("form[data-edit-form] :is(input[type=text], textarea)")]
    .filter((field) => field.checkVisibility() && !field.closest("[dir=ltr]:not(html), [dir=auto]"))
    .map((field) => field.outerHTML.slice(0, 120))
"""

# Wagtail takes what a form holds two seconds after loading for unchanged, however much was typed until then.
TELL_WHEN_EDITS_ARE_WATCHED = """
document.addEventListener("w-unsaved:watch-edits", () => document.documentElement.setAttribute("data-watched", ""));
"""

PASTE_A_TABLE = """
(field) => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/html", "<table><tr><td>Mali</td><td>2015</td></tr></table>");
    clipboard.setData("text/plain", "Mali 2015");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}
"""


@pytest.fixture(scope="module")
def desk(chromium: Browser, site: Site) -> Iterator[Watch]:
    """The administrator's window, watched."""
    with log_in(chromium, site, "administrator") as context:
        # Wagtail keeps a side panel open from page to page; here each page starts with all of them closed.
        context.add_init_script("try { localStorage.clear(); } catch { /* a blank page has none */ }")
        context.add_init_script(TELL_WHEN_EDITS_ARE_WATCHED)
        yield Watch(context.new_page())


def speak(desk: Watch, site: Site, language: str) -> None:
    """Have the desk shown in `language`, as its account page does."""
    page = desk.page
    page.goto(site.at("admin/account/"))
    page.select_option("[name=locale-preferred_language]", language)
    page.locator("form:has([name=locale-preferred_language]) [type=submit]").first.click()
    page.locator(f"html[lang={language}]").wait_for()


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


@pytest.mark.parametrize(("name", "language"), list(zip(EDITED, cycle(LANGUAGES), strict=False)))
def test_page_can_be_edited(name: str, language: str, desk: Watch, site: Site) -> None:
    page = desk.page
    desk.open(site.at(f"admin/pages/{page_id(site, EDITED[name], language)}/edit/"))
    title = page.locator("[name=title]")
    expect(title).to_be_visible()

    page.locator("html[data-watched]").wait_for()
    title.press("End")
    title.press_sequentially(" +")
    page.locator("[data-side-panel-toggle=preview]").click()
    heading = page.frame_locator("#w-preview-iframe").locator("h1")
    expect(heading).to_contain_text("" if name in HEADED_OTHERWISE else " +", timeout=20_000)

    assert page.evaluate(WITHOUT_DIRECTION) == []
    assert desk.problems() == []


def test_a_pasted_table_keeps_its_words_and_says_so(desk: Watch, site: Site) -> None:
    speak(desk, site, "fr")
    desk.open(site.at(f"admin/pages/{page_id(site, 'research/preventive-diplomacy', 'fr')}/edit/"))
    text = desk.page.locator(".public-DraftEditor-content").first

    text.click()
    text.evaluate(PASTE_A_TABLE)

    expect(text).to_contain_text("Mali")
    expect(desk.page.get_by_role("alert").filter(has_text="Un tableau a été collé")).to_be_visible()
    assert desk.problems() == []
