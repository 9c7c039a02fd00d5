"""Can a browser search here from its own bar?"""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_a_browser_may_take_up_the_search(client: Client, homes: dict, code: str, settings: Any) -> None:
    settings.SITE_URL = "https://forum.example"
    assert f'href="/{code}/opensearch.xml"' in client.get(f"/{code}/").content.decode()
    response = client.get(f"/{code}/opensearch.xml")
    described = ElementTree.fromstring(response.content)  # noqa: S314  (written a moment ago)
    url = described.find("{http://a9.com/-/spec/opensearch/1.1/}Url[@type='text/html']")

    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert url is not None
    assert url.get("template") == f"https://forum.example/{code}/search/?q={{searchTerms}}"
