"""Is the right page found at an address, and what does a reader get where there is none?"""

import pytest

from pages.models import StandardPage


def test_the_bare_address_leads_to_the_language_asked_for(client, homes):
    for asked, expected in [("ar-MA,fr;q=0.5", "/ar/"), ("fr", "/fr/"), ("de", "/en/")]:
        response = client.get("/", headers={"accept-language": asked})
        assert (response.status_code, response["Location"]) == (302, expected)
        assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_a_home_says_its_language_and_direction(client, homes, code, direction):
    response = client.get(f"/{code}/")
    assert response.status_code == 200
    assert f'<html lang="{code}" dir="{direction}">' in response.content.decode()
    assert response["Content-Language"] == code


@pytest.mark.parametrize(
    "address", ["/nothing/", "/es/forums/", "/fr/nothing/", "/fr/nothing/at/all/", "/documents/9/"]
)
def test_an_unknown_address_stays_unknown(client, homes, address):
    assert client.get(address).status_code == 404


def test_a_missing_slash_is_added(client, homes, add):
    add(homes["fr"], StandardPage, title="À propos", slug="a-propos")
    response = client.get("/fr/a-propos")
    assert (response.status_code, response["Location"]) == (301, "/fr/a-propos/")


def test_a_draft_is_not_found(client, homes, add):
    add(homes["fr"], StandardPage, title="Brouillon", slug="brouillon", live=False)
    assert client.get("/fr/brouillon/").status_code == 404


def test_head_is_answered_and_post_is_refused(client, homes):
    response = client.head("/fr/")
    assert (response.status_code, response.content) == (200, b"")
    options = client.options("/fr/")
    assert (options.status_code, options["Allow"]) == (200, "GET, HEAD, OPTIONS")
    assert client.post("/fr/").status_code == 405
