"""How is a work that was found shown: in the reader's language where it is open to them, and where else?"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Page, get_page_models

from pages.addresses import language_of, page_url
from pages.clauses.flat import as_stored
from pages.languages import preference
from pages.models import BasePage, DatedMixin, DatePrecision, NewsPage
from pages.queries.joined import joined
from pages.queries.rows import Row, rows
from pages.queries.visible import visible
from search.loading.passages import Passages
from search.projection.keys import uuids, work_key
from search.shown import Excerpt, Result, Version


def works(keys: Sequence[str], passages: Passages, language: str) -> dict[str, Result]:
    """Two queries for the works, and those of their rows."""
    if not keys:
        return {}
    versions = open_versions(uuids(key.partition(":")[2] for key in keys), language)
    best = Page.objects.filter(pk__in=[pages[0].pk for pages in versions.values()])
    shown = joined(best, [model for model in get_page_models() if issubclass(model, BasePage)])
    found = (_result(row, versions[row.translation_key][1:], passages) for row in rows(shown))
    return {result.key: result for result in found}


def open_versions(keys: Iterable[UUID], language: str) -> dict[UUID, list[Page]]:
    """Of each work those that are open, the reader's language first. An alias says nothing of its own."""
    found: dict[UUID, list[Page]] = defaultdict(list)
    for page in visible(Page.objects.filter(translation_key__in=list(keys), alias_of=None)).select_related("locale"):
        found[page.translation_key].append(page)
    order = preference(language)
    for pages in found.values():
        pages.sort(key=lambda page: order.index(language_of(page)) if language_of(page) in order else len(order))
    return found


def _result(row: Row, others: Iterable[Page], passages: Passages) -> Result:
    key = work_key(row.translation_key)
    found, is_near = passages.of(key, row.language)
    address = found[0].address if found else ""
    return Result(
        key=key,
        kind=str(row.kind),
        kind_name=row.kind_name,
        title=row.title,
        language=row.language,
        url=f"{row.url}#{address}" if address else row.url,
        others=tuple(Version(language_of(page), page.title, page_url(page)) for page in others),
        date=_date(row.page),
        facts=row.facts,
        excerpts=found,
        note=_("Near in meaning") if is_near else _place(row.page, found),
        row=row,
    )


def _date(page: BasePage) -> datetime.date | None:
    """Only what is known to the day is a date."""
    if isinstance(page, NewsPage):
        return page.date
    is_known = isinstance(page, DatedMixin) and page.date_precision == DatePrecision.DAY
    return page.start_date if is_known else None


def _place(page: BasePage, found: Iterable[Excerpt]) -> str:
    """What the place on the page is called to which the first passage leads."""
    address = next((excerpt.address for excerpt in found), "")
    for clause in as_stored(page.clauses) if address and hasattr(page, "clauses") else ():
        if clause.anchor == address:
            return clause.name or (_("Clause %(number)s") % {"number": clause.number} if clause.number else "")
    return ""
