"""In which forum does a work lie, and when and where was it? What some lie under adopted them, then and there."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from wagtail.models import Page

from access.assigning import rules_in
from access.models import PageAssignment
from pages.models import (
    BasePage,
    DatedMixin,
    DatePrecision,
    ForumSeriesPage,
    NewsPage,
    RecommendationPage,
    SessionPage,
    StandardPage,
)
from search.projection.classes import Held

EPOCH = datetime.date(1970, 1, 1)


class Occasion(NamedTuple):
    """When and where; what is not known is empty."""

    start: datetime.date | None = None
    end: datetime.date | None = None
    country: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        last = self.end or self.start
        return tuple(range(self.start.year, last.year + 1)) if self.start and last else ()


@dataclass(frozen=True)
class Above:
    """A page above others that is published: its class, and what it is to those below."""

    held: Held
    work: UUID
    series: bool
    edition: Occasion | None
    declaration: Occasion | None


class Surroundings:
    """What lies above some pages, by path. Only what all readers of a work may read too says anything of it."""

    def __init__(self, pages: Iterable[BasePage]) -> None:
        self._above = _above({path for page in pages for path in _paths(page)})

    def occasion(self, versions: Iterable[BasePage], held: Held) -> Occasion:
        """The first that a version knows of."""
        found = [self._occasion(page, held) for page in versions]
        dated = next((one for one in found if one.start), found[0])
        return dated._replace(country=next((one.country for one in found if one.country), ""))

    def series(self, versions: Iterable[BasePage], held: Held) -> UUID | None:
        return next(filter(None, (self._series(page, held) for page in versions)), None)

    def _occasion(self, page: BasePage, held: Held) -> Occasion:
        """As listings have it: a recommendation and a session are as old, and as far away, as what they lie under."""
        if isinstance(page, RecommendationPage | SessionPage):
            parent = self._read(page.path[: -Page.steplen], held)
            return (parent and (parent.edition or parent.declaration)) or Occasion()
        return _own(page)

    def _series(self, page: BasePage, held: Held) -> UUID | None:
        if isinstance(page, ForumSeriesPage):
            return page.translation_key
        above = (self._read(path, held) for path in _paths(page))
        return next((one.work for one in above if one and one.series), None)

    def _read(self, path: str, held: Held) -> Above | None:
        above = self._above.get(path)
        return above if above and above.held.is_read_by_all_of(held) else None


def day_of(versions: Iterable[BasePage], occasion: Occasion) -> int | None:
    """Days since 1970. News and plain pages without a date are as old as their publication; what happened is not."""
    written = [page.first_published_at for page in versions if isinstance(page, NewsPage | StandardPage)]
    published = min((moment.date() for moment in written if moment), default=None)
    day = occasion.start or published
    return (day - EPOCH).days if day else None


def _own(page: BasePage) -> Occasion:
    country = getattr(page, "country", "")
    if isinstance(page, DatedMixin):
        return _dated(page.start_date, page.end_date, page.date_precision, country)
    if isinstance(page, NewsPage):
        return Occasion(page.date)
    founded = getattr(page, "founded", None)
    return Occasion(datetime.date(founded, 1, 1) if founded else None, None, country)


def _dated(
    start: datetime.date | None, end: datetime.date | None, precision: str | None, country: str | None
) -> Occasion:
    is_known = precision != DatePrecision.UNKNOWN
    return Occasion(start if is_known else None, end if is_known else None, country or "")


def _paths(page: BasePage) -> Iterator[str]:
    """Of the pages above, the nearest first; the root and the homes say nothing."""
    for end in range(len(page.path) - Page.steplen, 2 * Page.steplen, -Page.steplen):
        yield page.path[:end]


_DATED = ("start_date", "end_date", "date_precision", "country")
_COLUMNS = (
    "page__path",
    "page__translation_key",
    "access_class",
    "access_class__key",
    "page__forumseriespage",
    "page__forumeditionpage",
    *(f"page__forumeditionpage__{name}" for name in _DATED),
    "page__declarationpage",
    *(f"page__declarationpage__{name}" for name in _DATED),
)


def _above(paths: set[str]) -> dict[str, Above]:
    held = PageAssignment.objects.filter(page__path__in=paths, page__live=True)
    found = {}
    for path, work, number, key, series, edition, *rest in held.values_list(*_COLUMNS):
        of_edition, declaration, of_declaration = rest[:4], rest[4], rest[5:]
        found[path] = Above(
            Held(number, rules_in(key)),
            work,
            series is not None,
            _dated(*of_edition) if edition else None,
            _dated(*of_declaration) if declaration else None,
        )
    return found
