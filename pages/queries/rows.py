"""What stands in one row of a list of works, for any mixture of types, in a bounded number of queries?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.models import Page

from pages.addresses import language_of, page_url
from pages.kinds import Kind
from pages.languages import current
from pages.models import BasePage, ResearchPaperPage
from pages.naming import code_of, kind_name
from pages.queries.facts import facts
from pages.queries.visible import visible
from pages.seals import ROW


@dataclass(frozen=True)
class Row:
    """A work as a list shows it; `seal` draws it as it would the page."""

    page: BasePage
    url: str
    title: str
    language: str
    kind: Kind
    kind_name: str
    code: str
    summary: str
    translation_key: UUID
    listing_image: object | None
    listing_image_alt: str
    facts: list[str] = field(default_factory=list)

    @property
    def is_foreign(self) -> bool:
        """Whether the work is shown in another language than the reader's."""
        return self.language != current()


def rows(pages: Iterable[BasePage], *, with_parents: bool = True) -> list[Row]:
    """Rows for specific pages, in order.

    At most 8 queries whatever the number: the pages above them (left out where every row would say the same), the
    authors of papers with their names, and the photographs with their renditions.
    """
    works = list(pages)
    parents = _parents(works) if with_parents else {}
    _fetch_authors(works)
    _fetch_photographs(works)
    return [_row(page, parents.get(page.path[: -Page.steplen])) for page in works]


def _row(page: BasePage, parent: Page | None) -> Row:
    return Row(
        page=page,
        url=page_url(page),
        title=page.title,
        language=language_of(page),
        kind=page.kind,
        kind_name=kind_name(page),
        code=code_of(page),
        summary=page.summary,
        translation_key=page.translation_key,
        listing_image=page.listing_image,
        listing_image_alt=page.listing_image_alt,
        facts=facts(page, parent),
    )


def _parents(works: list[BasePage]) -> dict[str, Page]:
    paths = {page.path[: -Page.steplen] for page in works}
    return {page.path: page for page in visible(Page.objects.filter(path__in=paths))} if paths else {}


def _fetch_authors(works: list[BasePage]) -> None:
    papers = [page for page in works if isinstance(page, ResearchPaperPage)]
    if papers:
        prefetch_related_objects(papers, "authorships__person__names", "authorships__organisation__names")


def _fetch_photographs(works: list[BasePage]) -> None:
    """Photographs and their renditions, only when there are any."""
    pictured = [page for page in works if page.listing_image_id]
    if pictured:
        images = get_image_model().objects.prefetch_renditions(ROW.rendition)
        prefetch_related_objects(pictured, Prefetch("listing_image", images))
