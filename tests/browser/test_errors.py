"""What does a reader see when a page is refused, broken, or closed for maintenance?"""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from playwright.sync_api import Route

from config.errors import bad_request, refused
from config.middleware import SecurityPolicies
from tests.browser.serving import Site
from tests.browser.visits import Watch, overflow, violations

Answer = Callable[[HttpRequest], HttpResponse]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_page_shown_when_the_database_is_gone(language: str, site_without_database: Site, reader: Watch) -> None:
    response = reader.open(site_without_database.at(f"{language}/"))

    assert response.status == 503
    assert_sound(reader, language)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_maintenance_page(language: str, site_without_database: Site, reader: Watch) -> None:
    switch = site_without_database.folder / "maintenance"
    switch.touch()
    try:
        response = reader.open(site_without_database.at(f"{language}/"))
        assert response.status == 503
        assert_sound(reader, language)
    finally:
        switch.unlink()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("answer", [refused, bad_request])
def test_page_in_place_of_a_refused_one(answer, language: str, site: Site, reader: Watch) -> None:
    url = site.at(f"{language}/refused/")
    reader.page.route(
        url, lambda route: fulfil(route, SecurityPolicies(answer)(RequestFactory().get(f"/{language}/")))
    )
    reader.open(url)

    assert_sound(reader, language)
    reader.page.unroute(url)


def fulfil(route: Route, response: HttpResponse) -> None:
    route.fulfill(status=response.status_code, headers=dict(response.items()), body=response.content)


def assert_sound(reader: Watch, language: str) -> None:
    page = reader.page
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert page.locator("h1").count() == 1
    assert page.evaluate("() => document.styleSheets[0].cssRules.length") > 0
    assert violations(page) == []
    assert overflow(page, 360) == []
    assert reader.problems() == []
