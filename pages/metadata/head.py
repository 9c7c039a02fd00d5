"""What stands in the head of a page?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.models import Page

from pages.addresses import language_of
from pages.languages import current
from pages.metadata.description import description_of, shortened
from pages.metadata.facts import Crumb, page_facts, record_facts
from pages.metadata.json_ld import json_ld
from pages.metadata.links import (
    Alternate,
    absolute,
    alternates,
    card_address,
    open_graph_locale,
    page_address,
    page_alternates,
    preferred,
)
from pages.models import BasePage, NewsPage, Person, ResearchPaperPage
from pages.models.records import LabelledRecord

NOT_INDEXED = "noindex"


@dataclass(frozen=True)
class Metadata:
    """Everything `components/metadata.html` writes; addresses are whole, texts are not yet escaped."""

    name: str
    language: str
    description: str
    canonical: str
    alternates: list[Alternate]
    open_graph_type: str = "website"
    card: str = ""
    card_title: str = ""
    robots: str = ""
    feed: str = ""
    facts: list[dict[str, object]] = field(default_factory=list)

    @property
    def site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    @property
    def locale(self) -> str:
        return open_graph_locale(self.language)

    @property
    def other_locales(self) -> list[str]:
        known = dict(settings.LANGUAGES)
        return [open_graph_locale(code) for code, _url in self.alternates if code in known and code != self.language]

    @property
    def json_ld(self) -> SafeString:
        return json_ld(self.facts)


def page_metadata(
    request: HttpRequest,
    page: BasePage,
    versions: Mapping[str, Page],
    *,
    crumbs: Iterable[Crumb] = (),
    feed_path: str = "",
) -> Metadata:
    """The head of a page; `versions` are the live versions of its work, `crumbs` the pages above it."""
    is_public = page.live and not getattr(request, "is_preview", False)
    return Metadata(
        name=page.seo_title or page.title,
        language=language_of(page),
        description=description_of(page),
        canonical=page_address(page),
        alternates=page_alternates(page, versions),
        open_graph_type=_open_graph_type(page),
        card=card_address(page),
        card_title=page.title,
        robots="" if is_public else NOT_INDEXED,
        feed=absolute(feed_path) if feed_path else "",
        facts=page_facts(page, versions, crumbs),
    )


def _open_graph_type(page: BasePage) -> str:
    return "article" if isinstance(page, (NewsPage, ResearchPaperPage)) else "website"


def record_metadata(
    request: HttpRequest,
    record: LabelledRecord | str | None,
    *,
    title: str,
    alternates_by_language: Mapping[str, str],
    description: str = "",
    home: Page | None = None,
    crumbs: Iterable[Crumb] = (),
    feed_path: str = "",
) -> Metadata:
    """The head of what is no page: a record, a country (its code), or a list (`record` is None).

    `alternates_by_language` are paths by language code; the card is that of the language's `home`.
    """
    addresses = {code: absolute(path) for code, path in alternates_by_language.items()}
    canonical = absolute(request.path)
    return Metadata(
        name=title,
        language=current(),
        description=shortened(description),
        canonical=canonical,
        alternates=alternates(addresses, preferred(addresses)) if addresses else [],
        open_graph_type="profile" if isinstance(record, Person) else "website",
        card=card_address(home) if home else "",
        card_title=home.title if home else "",
        feed=absolute(feed_path) if feed_path else "",
        facts=record_facts(record, canonical, crumbs),
    )
