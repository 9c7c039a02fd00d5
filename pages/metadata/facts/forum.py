"""What do a forum, its editions and their sessions state about themselves?"""

import datetime
import zoneinfo
from collections.abc import Collection

from pages.languages import current
from pages.metadata.facts.graph import work_facts
from pages.metadata.facts.parts import Fact, end_of, name_all, organisation, person, place, start_of
from pages.metadata.links import page_address
from pages.models import (
    BasePage,
    DatePrecision,
    EditionFormat,
    ForumEditionPage,
    ForumSeriesPage,
    OrganisationRole,
    OrganisationRoleKind,
    PersonRole,
    PersonRoleKind,
    SessionPage,
)
from pages.queries.children import children_of
from pages.queries.editions import works_of
from pages.queries.visible import visible

CONVENING = {OrganisationRoleKind.ORGANISER, OrganisationRoleKind.HOST}
PAYING = {OrganisationRoleKind.SPONSOR}
SPEAKING = {PersonRoleKind.SPEAKER, PersonRoleKind.OPENING, PersonRoleKind.CHAIR, PersonRoleKind.MODERATOR}
ATTENDANCE = {
    EditionFormat.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    EditionFormat.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    EditionFormat.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


@work_facts.register
def _of_series(page: ForumSeriesPage) -> Fact:
    editions = visible(ForumEditionPage.objects.child_of(page))
    return {
        "@type": "EventSeries",
        "name": page.title,
        "alternateName": page.acronym,
        "location": place(town=page.seat, country=page.country),
        "sameAs": page.website,
        "organizer": _organisations(page, CONVENING),
        "subEvent": [_edition_in_short(edition) for edition in editions],
    }


@work_facts.register
def _of_edition(page: ForumEditionPage) -> Fact:
    sessions = [work for work in works_of(page, current()) if isinstance(work, SessionPage)]
    return {
        **_edition_in_short(page),
        "about": page.theme,
        "location": place(town=page.place, country=page.country, name=page.venue),
        "eventAttendanceMode": ATTENDANCE.get(page.edition_format),
        "organizer": _organisations(page, CONVENING),
        "sponsor": _organisations(page, PAYING),
        "subEvent": [_in_short(session) for session in sessions],
    }


@work_facts.register
def _of_session(page: SessionPage) -> Fact:
    edition = visible(ForumEditionPage.objects.filter(path=page.path[: -page.steplen])).first()
    facts = {**_in_short(page), "performer": _people(page)}
    if edition is None:
        return facts
    return {
        **facts,
        "superEvent": _edition_in_short(edition),
        "location": place(town=edition.place, country=edition.country, name=page.room or edition.venue),
        "startDate": moment(edition, page.day, page.starts_at),
        "endDate": moment(edition, page.day, page.ends_at),
    }


def moment(edition: ForumEditionPage, day: int | None, hour: datetime.time | None) -> str:
    """The hour with its offset where edition, day and zone are known; else the day; else nothing."""
    if edition.start_date is None or edition.date_precision != DatePrecision.DAY or day is None:
        return ""
    date = edition.start_date + datetime.timedelta(days=day - 1)
    if hour is None or not edition.timezone:
        return date.isoformat()
    return datetime.datetime.combine(date, hour, zoneinfo.ZoneInfo(edition.timezone)).isoformat()


def _in_short(page: BasePage) -> Fact:
    return {"@type": "Event", "@id": page_address(page), "name": page.title}


def _edition_in_short(page: ForumEditionPage) -> Fact:
    return {**_in_short(page), "startDate": start_of(page), "endDate": end_of(page)}


def _organisations(page: BasePage, roles: Collection[object]) -> list[Fact]:
    rows: list[OrganisationRole] = children_of(page, "organisation_roles", "organisation")
    taking_part = [row.organisation for row in rows if row.role in roles]
    name_all(taking_part)
    return [organisation(record) for record in taking_part]


def _people(page: BasePage) -> list[Fact]:
    rows: list[PersonRole] = children_of(page, "person_roles", "person")
    speaking = [row.person for row in rows if row.role in SPEAKING]
    name_all(speaking)
    return [person(record) for record in speaking]
