"""How is an edition's programme laid out: by day with hours, or in the order of the source?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import ngettext

from pages.addresses import language_of, page_url
from pages.languages import current
from pages.models import DatePrecision, ForumEditionPage, SessionKind, SessionPage
from pages.queries.editions import EditionParts
from pages.text.dates import hours


@dataclass(frozen=True)
class Item:
    """One session; `facts` are its kind, its room, its papers."""

    title: str
    url: str
    language: str
    hours: str
    facts: list[str]
    codes: list[str]


@dataclass(frozen=True)
class Day:
    """A day of the programme; without a number, the sessions of which no day is known."""

    number: int | None
    date: date | None
    items: list[Item] = field(default_factory=list)

    @property
    def has_hours(self) -> bool:
        return any(item.hours for item in self.items)


def programme(page: ForumEditionPage, parts: EditionParts) -> list[Day]:
    """The days in order, those sessions whose day is not known first."""
    days: dict[int | None, Day] = {}
    for session in parts.sessions:
        day = days.setdefault(session.day, Day(session.day, date_of(page, session.day)))
        day.items.append(_item(session, parts))
    return list(days.values())


def is_dated(days: Iterable[Day]) -> bool:
    return any(day.number for day in days)


def date_of(page: ForumEditionPage, number: int | None) -> date | None:
    if number is None or page.start_date is None or page.date_precision != DatePrecision.DAY:
        return None
    return page.start_date + timedelta(days=number - 1)


def _item(session: SessionPage, parts: EditionParts) -> Item:
    papers = len(parts.papers_of.get(session.pk, []))
    shown = ngettext("%(count)s paper", "%(count)s papers", papers) % {"count": papers} if papers else ""
    # "Session" says nothing that the programme does not.
    kind = session.get_session_kind_display() if session.session_kind != SessionKind.SESSION else ""
    facts = [kind, session.room, shown]
    return Item(
        title=session.title,
        url=page_url(session),
        language=language_of(session),
        hours=hours(session.starts_at, session.ends_at, current()) or session.time_text,
        facts=[fact for fact in facts if fact],
        codes=parts.codes_of.get(session.pk, []),
    )
