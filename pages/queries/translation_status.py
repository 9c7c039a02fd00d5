"""How does each language version of a work stand: missing, draft, up to date, older than its source?

The source of a work is the version that was written first; it may be in any language. A version is older than its
source when the source was published again after it.
"""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page


class State(StrEnum):
    MISSING = "missing"
    DRAFT = "draft"
    CURRENT = "current"
    OLDER = "older"


class Cell(NamedTuple):
    """One work in one language; `page` is None when it is missing."""

    language: str
    state: State
    page: Page | None
    is_source: bool = False


class Row(NamedTuple):
    """One work: the page it was written as, and a cell for each language of the site in their order."""

    source: Page
    cells: list[Cell]


def sources(pages: QuerySet) -> QuerySet:
    """Of `pages`, the version of each work that was written first; homes and works alike, without the root."""
    earlier = _versions().filter(pk__lt=OuterRef("pk"))
    return pages.filter(depth__gt=1, alias_of=None).exclude(Exists(earlier))


def in_state(source_pages: QuerySet, state: State | str, *, language: str | None = None) -> QuerySet:
    """The `source_pages` of works that stand so in `language`; without one, in some language (current: in all)."""
    versions = _versions().filter(locale__language_code__in=[language] if language else _codes())
    missing = Q(language_versions__lt=1 if language else len(_codes()))
    draft = Exists(versions.filter(live=False))
    older = Exists(_older(versions)) & Q(last_published_at__isnull=False)
    conditions = {State.MISSING: missing, State.DRAFT: draft, State.OLDER: older}
    counted = source_pages.annotate(language_versions=_how_many(versions))
    if state == State.CURRENT:
        return counted.filter(~missing & ~draft & ~older)
    return counted.filter(conditions[State(state)])


def rows(source_pages: Iterable[Page]) -> list[Row]:
    """The grid of `source_pages`, in one query more however many they are."""
    listed = list(source_pages)
    versions: dict[object, dict[str, Page]] = defaultdict(dict)
    keys = [page.translation_key for page in listed]
    for page in Page.objects.filter(translation_key__in=keys, alias_of=None).select_related("locale"):
        versions[page.translation_key][page.locale.language_code] = page
    return [Row(source, _cells(source, versions[source.translation_key])) for source in listed]


def state_of(page: Page | None, source: Page) -> State:
    """How `page`, a version of the work written as `source`, stands."""
    if page is None:
        return State.MISSING
    if not page.live:
        return State.DRAFT
    if page.pk == source.pk or source.last_published_at is None:
        return State.CURRENT
    if page.last_published_at is None or page.last_published_at < source.last_published_at:
        return State.OLDER
    return State.CURRENT


def _cells(source: Page, versions: dict[str, Page]) -> list[Cell]:
    return [
        Cell(code, state_of(versions.get(code), source), versions.get(code), is_source=versions.get(code) == source)
        for code in _codes()
    ]


def _versions() -> QuerySet:
    return Page.objects.filter(translation_key=OuterRef("translation_key"), alias_of=None).order_by()


def _older(versions: QuerySet) -> QuerySet:
    """Of the `versions` in a subquery, those published before their source last was."""
    before = Q(last_published_at__lt=OuterRef("last_published_at")) | Q(last_published_at=None)
    return versions.filter(before, live=True).exclude(pk=OuterRef("pk"))


def _how_many(versions: QuerySet) -> Coalesce:
    count = versions.values("translation_key").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(count, output_field=IntegerField()), 0)


def _codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]
