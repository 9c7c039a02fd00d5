"""Which public addresses are there in every language? For the sitemap: a constant number of queries for any number."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from pages.addresses import language_of, page_url
from pages.languages import languages
from pages.queries.records.in_use import countries_in_use, organisations_in_use, people_in_use, topics_in_use
from pages.queries.visible import visible

LISTS = ("people", "organisations", "topics", "countries")


class Address(NamedTuple):
    """A path in each language that has one, by language code, and when each was last published."""

    paths: dict[str, str]
    published: dict[str, datetime.datetime]


def page_addresses() -> list[Address]:
    """Those of every work that readers may see."""
    pages = visible(Page.objects.filter(depth__gt=1)).only("url_path", "translation_key", "last_published_at")
    works: dict[UUID, Address] = defaultdict(lambda: Address({}, {}))
    for page in pages.order_by("path").iterator(chunk_size=2000):
        language = language_of(page)
        work = works[page.translation_key]
        work.paths[language] = page_url(page)
        if page.last_published_at:
            work.published[language] = page.last_published_at
    return list(works.values())


def record_addresses() -> list[Address]:
    """Those of the people, organisations, topics and countries that visible pages speak of, and of their lists."""
    return [Address(_in_every_language(name, slug), {}) for name, slug in _records()]


def _records() -> Iterator[tuple[str, str]]:
    yield from ((name, "") for name in LISTS)
    yield from (("person", slug) for slug in people_in_use().values_list("slug", flat=True))
    yield from (("organisation", slug) for slug in organisations_in_use().values_list("slug", flat=True))
    yield from (("topic", topic.slug) for topic in topics_in_use().values())
    yield from (("country", code.lower()) for code in sorted(countries_in_use()))


def _in_every_language(name: str, slug: str) -> dict[str, str]:
    paths = {}
    for code, _name in languages():
        with translation.override(code):
            paths[code] = reverse(name, args=[slug] if slug else [])
    return paths
