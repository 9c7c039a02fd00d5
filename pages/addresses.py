"""At which address does a page stand, and in which language is it? Answered without a query per page."""

from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.encoding import iri_to_uri
from wagtail.models import Page, Site

from pages.models import HomePage


def home_roots(request: HttpRequest | None = None) -> dict[str, str]:
    """The `url_path` of each language's home on the requested site: `{"fr": "/home-fr/"}`."""
    paths = Site.get_site_root_paths()
    if request is not None and len({root.site_id for root in paths}) > 1:
        site = Site.find_for_request(request)
        paths = [root for root in paths if site is not None and root.site_id == site.pk]
    return {root.language_code: root.root_path for root in paths}


def home_root(language: str, request: HttpRequest | None = None) -> str | None:
    """The `url_path` of one language's home; None when the language has no home."""
    known = home_roots(request).get(language)
    if known is not None:
        return known
    home = HomePage.objects.filter(locale__language_code=language).order_by("path").first()
    return home.url_path if home else None


def split_address(url_path: str) -> tuple[str, str]:
    """The home's part of a `url_path` and what follows it: `/home-fr/forums/` is `/home-fr/` and `forums/`."""
    _before, root, tail = [*url_path.split("/", 2), "", ""][:3]
    return f"/{root}/", tail


def language_of(page: Page) -> str:
    """The language a page is written in, from the home it lies under."""
    root, _tail = split_address(page.url_path or "")
    by_root = {path: code for code, path in home_roots().items()}
    return by_root.get(root) or page.locale.language_code


def page_url(page: Page) -> str:
    """The address from the root of the host: `/fr/forums/`."""
    return url_at(page.url_path or "", language_of(page))


def url_at(url_path: str, language: str) -> str:
    """The same for who knows the language already."""
    _root, tail = split_address(url_path)
    return iri_to_uri(f"{get_script_prefix()}{language}/{tail}")
