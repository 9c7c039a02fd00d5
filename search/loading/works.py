"""How is a work that was found shown: in the reader's language where it is open to them, and where else?"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.addresses import url_at
from pages.clauses.flat import as_stored
from pages.languages import preference
from pages.models import BasePage, DatedMixin, DatePrecision, NewsPage
from pages.queries.joined import joined
from pages.queries.rows import Row, rows
from pages.queries.visible import visible
from search.loading.passages import Passages
from search.projection.keys import uuids, work_key
from search.shown import Result, Version

# The fields of pages that results are made of: what any page has, what one of its kind has, when and where it was.
PLAIN = "path depth content_type locale url_path translation_key title summary listing_image listing_image_alt"
OF_KINDS = "clauses series_kind paper_kind session_kind code reference series_number status progress"
DATED = "start_date end_date date_precision date_text date starts_at ends_at time_text room seat place country"
SHOWN = {name for names in (PLAIN, OF_KINDS, DATED) for name in names.split()}


class Open(NamedTuple):
    """A language version of a work that the reader may open."""

    pk: int
    work: UUID
    language: str
    title: str
    url_path: str
    content_type: int

    @property
    def url(self) -> str:
        return url_at(self.url_path, self.language)


def works(keys: Sequence[str], passages: Passages, language: str) -> dict[str, Result]:
    """Two queries for the works, and those of their rows."""
    if not keys:
        return {}
    versions = open_versions(uuids(key.partition(":")[2] for key in keys), language)
    best = [of_work[0] for of_work in versions.values()]
    shown = whole({each.pk: each.content_type for each in best})
    found = (_result(row, versions[row.translation_key][1:], passages) for row in rows(shown))
    return {result.key: result for result in found}


def whole(pages: Mapping[int, int]) -> list[BasePage]:
    """The specific pages with these numbers and content types, in one query that joins no other types.

    Of their fields only those come along that results show.
    """
    found = [ContentType.objects.get_for_id(number).model_class() for number in set(pages.values())]
    types = [model for model in found if model and issubclass(model, BasePage)]
    leave = [*_left(Page), *(f"{model._meta.model_name}__{name}" for model in types for name in _left(model))]
    return joined(Page.objects.filter(pk__in=pages), types, leave=leave)


@cache
def _left(model: type[Page]) -> list[str]:
    return [field.name for field in model._meta.local_fields if not field.primary_key and field.name not in SHOWN]


def open_versions(keys: Iterable[UUID], language: str) -> dict[UUID, list[Open]]:
    """Of each work those that are open, the reader's language first. An alias says nothing of its own.

    Those are left out afterwards: asked for what is none, a database may begin with all pages that are none.
    """
    pages = visible(Page.objects.filter(translation_key__in=list(keys))).order_by()
    columns = ("pk", "translation_key", "locale__language_code", "title", "url_path", "content_type")
    found: dict[UUID, list[Open]] = defaultdict(list)
    for *page, alias_of in pages.values_list(*columns, "alias_of"):
        if alias_of is None:
            version = Open._make(page)
            found[version.work].append(version)
    order = preference(language)
    for versions in found.values():
        versions.sort(key=lambda page: order.index(page.language) if page.language in order else len(order))
    return found


def _result(row: Row, others: Iterable[Open], passages: Passages) -> Result:
    key = work_key(row.translation_key)
    found, is_near = passages.of(key, row.language)
    address = found[0].address if found else ""
    place, number = _place(row.page, address)
    return Result(
        key=key,
        kind=str(row.kind),
        kind_name=row.kind_name,
        title=row.title,
        language=row.language,
        url=f"{row.url}#{address}" if address else row.url,
        others=tuple(Version(page.language, page.title, page.url) for page in others),
        date=_date(row.page),
        facts=row.facts,
        excerpts=found,
        note=_("Near in meaning") if is_near else place,
        number="" if is_near else number,
        row=row,
        heading=passages.heading(row.title, row.language),
    )


def _date(page: BasePage) -> datetime.date | None:
    """Only what is known to the day is a date."""
    if isinstance(page, NewsPage):
        return page.date
    is_known = isinstance(page, DatedMixin) and page.date_precision == DatePrecision.DAY
    return page.start_date if is_known else None


def _place(page: BasePage, address: str) -> tuple[str, str]:
    """What this place on the page is called, and the number in that."""
    for clause in as_stored(page.clauses) if address and hasattr(page, "clauses") else ():
        if clause.anchor == address:
            if clause.name or not clause.number:
                return clause.name, ""
            return _("Clause %(number)s") % {"number": clause.number}, clause.number
    return "", ""
