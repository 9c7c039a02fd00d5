"""How do the tests come to the editor's desk, and which page has which number there?"""

import sqlite3

from playwright.sync_api import Browser, BrowserContext

from tests.browser.material import password
from tests.browser.serving import Site

PAGE = """
SELECT page.id FROM wagtailcore_page AS page JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
WHERE locale.language_code = ? AND page.url_path LIKE ? ORDER BY page.depth LIMIT 1
"""


def log_in(browser: Browser, site: Site, name: str) -> BrowserContext:
    """A window of its own in which `name` is logged in."""
    context = browser.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/")
    page.fill("[name=login]", f"{name}@example.org")
    page.fill("[name=password]", password(name))
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{site.url}/admin/")
    page.close()
    return context


def page_id(site: Site, address: str, language: str) -> int:
    """The number of the page at `address` below the home page of `language`; the address of a home page is empty."""
    with sqlite3.connect(site.folder / "muntada.sqlite3") as database:
        return database.execute(PAGE, (language, f"/%/{address}/" if address else "/%/")).fetchone()[0]
