"""Which addresses should search engines know, in which languages? An index, and one sitemap for each language."""

import datetime
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as stock
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from wagtail.models import Page

from access.current import reading_as
from access.principals import anonymous
from pages.metadata.links import absolute, alternates, preferred
from pages.queries.addresses import Address, page_addresses, record_addresses
from pages.queries.visible import visible


class LanguageSitemap(Sitemap):
    """The addresses of one language; each names the same work in the others."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def addresses(self) -> list[Address]:
        everything = [*page_addresses(), *record_addresses()]
        return [address for address in everything if self.language in address.paths]

    def items(self) -> list[Address]:
        return self.addresses

    def get_latest_lastmod(self) -> datetime.datetime | None:
        pages = visible(Page.objects.filter(locale__language_code=self.language))
        return pages.aggregate(last=Max("last_published_at"))["last"]

    def get_urls(self, page: int = 1, site: object = None, protocol: str | None = None) -> list[dict[str, object]]:
        """As the stock sitemap's template wants them, at the site's own address whatever host was asked."""
        return [self._entry(address) for address in self.paginator.page(page).object_list]

    def _entry(self, address: Address) -> dict[str, object]:
        whole = {code: absolute(path) for code, path in address.paths.items()}
        others = alternates(whole, preferred(whole))
        return {
            "location": whole[self.language],
            "lastmod": address.published.get(self.language),
            "alternates": [{"lang_code": code, "location": url} for code, url in others],
        }


def _sitemaps() -> dict[str, Callable[[], LanguageSitemap]]:
    return {code: partial(LanguageSitemap, code) for code, _name in settings.LANGUAGES}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    with reading_as(anonymous()):
        return stock.index(request, _sitemaps(), sitemap_url_name="sitemap").render()


@require_safe
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    with reading_as(anonymous()):
        return stock.sitemap(request, _sitemaps(), section).render()
