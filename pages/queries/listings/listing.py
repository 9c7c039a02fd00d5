"""What does one page of a listing hold? Rows, counts, filters and the pages around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import QuerySet

from pages.languages import current
from pages.models import IndexKind, IndexPage
from pages.queries.listings.counts import TOTAL, counts
from pages.queries.listings.facets import Facet, facets
from pages.queries.listings.filters import Choice, choice, chosen_works
from pages.queries.listings.kinds import kinds
from pages.queries.rows import Row, rows
from pages.queries.visible import visible

PER_PAGE = 20


@dataclass(frozen=True)
class Listing:
    rows: list[Row]
    page: ListPage
    chosen: Choice = field(default_factory=Choice)
    facets: list[Facet] = field(default_factory=list)


class CountedPaginator(Paginator):
    """A paginator told how many there are, so that it does not ask again."""

    def __init__(self, works: QuerySet, count: int) -> None:
        super().__init__(works, PER_PAGE)
        self.count = count


def listing(index: IndexPage, query: Mapping[str, str], number: int) -> Listing:
    """Page `number` of what the index lists. Raises django.core.paginator.EmptyPage beyond the last one."""
    if index.lists == IndexKind.CHILDREN:
        return _children(index, number)
    kind, language = kinds()[IndexKind(index.lists)], current()
    chosen = choice(query, kind)
    counted = counts(kind, chosen, language)
    works = kind.dated(chosen_works(kind, chosen, language))
    page = CountedPaginator(works, counted[TOTAL].get("", 0)).page(number)
    return Listing(rows(page.object_list), page, chosen, facets(counted, chosen))


def latest(index: IndexPage, limit: int) -> QuerySet:
    """The newest works of a listing, for its feed."""
    if index.lists == IndexKind.CHILDREN:
        return visible(index.get_children()).specific().order_by("-first_published_at")[:limit]
    kind = kinds()[IndexKind(index.lists)]
    return chosen_works(kind, Choice(), current()).order_by("-first_published_at", "-pk")[:limit]


def _children(index: IndexPage, number: int) -> Listing:
    children = visible(index.get_children())
    page = Paginator(children.specific().order_by("path"), PER_PAGE).page(number)
    return Listing(rows(page.object_list, with_parents=False), page)
