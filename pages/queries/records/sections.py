"""How do the works that speak of a record make sections of a page, at a cost that does not grow with them?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from wagtail.models import Page

from pages.languages import current
from pages.queries.records.mentions import Mention
from pages.queries.rows import Row, rows
from pages.queries.works import one_per_work

# More than a reader looks through on a record's page; the listings hold them all.
LIMIT = 60


@dataclass(frozen=True)
class Section:
    """Works under one heading, the latest first; `left_out` says how many there are beyond those shown."""

    heading: str
    rows: list[Row]
    left_out: int = 0


def shown_rows(keys: Iterable[UUID]) -> list[Row]:
    """Rows of works in the reader's language, the latest first: one query, and one for each type of page."""
    pages = one_per_work(Page.objects.filter(translation_key__in=list(keys)), current()).specific()
    return rows(sorted(pages, key=_latest_first))


def _latest_first(page: Page) -> tuple[bool, int, str]:
    day: date | None = getattr(page, "start_date", None) or getattr(page, "date", None)
    return day is None, -day.toordinal() if day else 0, page.path


def sections(mentions: Iterable[Mention]) -> list[Section]:
    """One section for each heading, in the order of the first mention, each work once in it."""
    by_heading: dict[str, dict[UUID, list[str]]] = {}
    for heading, key, note in mentions:
        notes = by_heading.setdefault(heading, {}).setdefault(key, [])
        if note and note not in notes:
            notes.append(note)
    kept = {heading: list(works.items())[:LIMIT] for heading, works in by_heading.items()}
    found = shown_rows({key for works in kept.values() for key, _notes in works})
    return [
        Section(heading, _with_notes(found, dict(works)), len(by_heading[heading]) - len(works))
        for heading, works in kept.items()
    ]


def _with_notes(found: Sequence[Row], notes: dict[UUID, list[str]]) -> list[Row]:
    return [
        replace(row, facts=(*notes[row.translation_key], *row.facts)) for row in found if row.translation_key in notes
    ]
