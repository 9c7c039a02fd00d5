"""Of which statements is the graph of a page made?"""

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Protocol

from django.conf import settings
from wagtail.models import Page

from pages.addresses import language_of
from pages.metadata.facts.parts import Fact
from pages.metadata.links import absolute, page_address
from pages.models import BasePage, HomePage, IndexPage


class Crumb(Protocol):
    """A page above: its title and its path."""

    @property
    def title(self) -> str: ...

    @property
    def url(self) -> str: ...


@singledispatch
def work_facts(page: BasePage) -> Fact:
    """What a page of one type states about itself; each family registers its own."""
    return {"@type": "WebPage", "name": page.title}


@work_facts.register
def _of_index(page: IndexPage) -> Fact:
    return {"@type": "CollectionPage", "name": page.title}


@work_facts.register
def _of_home(page: HomePage) -> Fact:
    return {"@type": "WebSite", "name": settings.WAGTAIL_SITE_NAME}


def page_facts(page: BasePage, versions: Mapping[str, Page], crumbs: Iterable[Crumb]) -> list[Fact]:
    """The work, and the way to it."""
    address = page_address(page)
    work = {"@id": address, "url": address, "inLanguage": language_of(page), "description": page.summary}
    work |= work_facts(page)
    if work["@type"] in TRANSLATED:
        work["workTranslation"] = [
            {"@id": page_address(version), "inLanguage": code}
            for code, version in versions.items()
            if code != language_of(page)
        ]
    return [work, *_trail(address, crumbs)]


# The types that schema.org counts as creative works; an event is not translated, only its page is.
TRANSLATED = {"Legislation", "CreativeWork", "ScholarlyArticle", "Report", "NewsArticle"}


@singledispatch
def subject_facts(record: object) -> Fact:
    """What a page about a person, an organisation, a topic or a country states; `None` is a list of them."""
    return {"@type": "CollectionPage"}


def record_facts(record: object, address: str, crumbs: Iterable[Crumb]) -> list[Fact]:
    return [{"@id": address, "url": address} | subject_facts(record), *_trail(address, crumbs)]


def _trail(address: str, crumbs: Iterable[Crumb]) -> list[Fact]:
    steps = [
        {"@type": "ListItem", "position": place, "name": crumb.title, "item": absolute(crumb.url)}
        for place, crumb in enumerate(crumbs, 1)
    ]
    return [{"@type": "BreadcrumbList", "@id": f"{address}#breadcrumb", "itemListElement": steps}] if steps else []
