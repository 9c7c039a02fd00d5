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
from pages.models import Authorship, BasePage, ResearchPaperPage
from pages.models.records import LabelledRecord
from pages.naming import code_of, kind_name
from pages.queries.facts import facts
from pages.queries.names import fetch_names
from pages.queries.visible import visible
from pages.seals import ROW


@dataclass(frozen=True)
class Row:
    """A work as a list shows it; `seal` draws it as it would the page."""

    # Whatever a list shows of the page stands in the other fields, by which rows are compared.
    page: BasePage = field(compare=False)
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
    facts: tuple[str, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether the work is shown in another language than the reader's."""
        return self.language != current()


def rows(pages: Iterable[BasePage], *, with_parents: bool = True, with_authors: bool = True) -> list[Row]:
    """Rows for specific pages, in order, in at most 5 queries whatever the number.

    One is for what the works lie under (left out where every row would say the same), two for the authors of papers
    and their names (left out when they are there already), two for photographs.
    """
    works = list(pages)
    parents = _parents(works) if with_parents else {}
    if with_authors:
        fetch_names(fetch_authorships(page for page in works if isinstance(page, ResearchPaperPage)))
    _fetch_photographs(works)
    return [_row(page, parents.get(page.path[: -Page.steplen])) for page in works]


def fetch_authorships(papers: Iterable[ResearchPaperPage]) -> list[LabelledRecord]:
    """Put the authors of papers where `authorships.all()` finds them; returns the records, still without names."""
    works = list(papers)
    if not works:
        return []
    authors = Authorship.objects.select_related("person", "organisation")
    prefetch_related_objects(works, Prefetch("authorships", authors))
    found = [authorship for paper in works for authorship in paper.authorships.all()]
    return [record for row in found for record in (row.person, row.organisation) if record is not None]


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
        facts=tuple(facts(page, parent)),
    )


def _parents(works: list[BasePage]) -> dict[str, Page]:
    paths = {page.path[: -Page.steplen] for page in works}
    if not paths:
        return {}
    above = visible(Page.objects.filter(path__in=paths)).only(
        "path", "depth", "title", "content_type", "translation_key"
    )
    return {page.path: page for page in above}


def _fetch_photographs(works: list[BasePage]) -> None:
    """Photographs and their renditions, only when there are any."""
    pictured = [page for page in works if page.listing_image_id]
    if pictured:
        images = get_image_model().objects.prefetch_renditions(ROW.rendition)
        prefetch_related_objects(pictured, Prefetch("listing_image", images))
