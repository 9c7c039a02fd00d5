"""An institution's own name stands over its pages, and over its error pages."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/fr/", "/fr/nowhere/"])
def test_the_name_of_the_institution(address: str, homes, client: Client, settings) -> None:
    settings.WAGTAIL_SITE_NAME = "Centre de Rabat"
    page = client.get(address).content.decode()
    assert "<b><bdi>Centre de Rabat</bdi></b>" in page
    assert "Centre de Rabat</title>" in page
    assert "<span>Muntada</span>" not in page


@pytest.mark.parametrize(("language", "words"), [("fr", "<span>Muntada</span>"), ("ar", "<span>منتدى</span>")])
def test_without_one_the_word_itself(language: str, words: str, homes, client: Client) -> None:
    assert words in client.get(f"/{language}/").content.decode()
