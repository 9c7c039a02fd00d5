"""What is a page's whole address, with scheme and host, and those of its other languages?"""

from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from pages.addresses import language_of, page_url
from pages.models import HomePage

ANY_LANGUAGE = "x-default"
# Open Graph names a language with a territory, from a list of its own.
TERRITORIES = {"ar": "ar_AR", "fr": "fr_FR", "en": "en_US", "es": "es_ES", "pt": "pt_PT", "sw": "sw_KE"}


class Alternate(NamedTuple):
    language: str
    url: str


def absolute(path: str) -> str:
    """The address a reader elsewhere needs; it never depends on the host that was asked."""
    return f"{settings.SITE_URL}{path}"


def page_address(page: Page) -> str:
    return absolute(page_url(page))


def card_address(page: Page) -> str:
    return absolute(reverse("card", kwargs={"language": language_of(page), "key": page.translation_key}))


def alternates(addresses: Mapping[str, str], default: str) -> list[Alternate]:
    """One per language, and for everybody else `default`."""
    return [*(Alternate(code, url) for code, url in addresses.items()), Alternate(ANY_LANGUAGE, default)]


def page_alternates(page: Page, versions: Mapping[str, Page]) -> list[Alternate]:
    """The live versions; who reads none of their languages gets the site's first one, at home the choice."""
    addresses = {code: page_address(version) for code, version in versions.items()} or {
        language_of(page): page_address(page)
    }
    return alternates(addresses, absolute("/") if isinstance(page, HomePage) else preferred(addresses))


def preferred(addresses: Mapping[str, str]) -> str:
    return addresses.get(settings.LANGUAGE_CODE) or next(iter(addresses.values()))


def open_graph_locale(language: str) -> str:
    return TERRITORIES.get(language, language)
