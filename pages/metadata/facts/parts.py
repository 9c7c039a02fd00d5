"""How are places, dates, people and organisations stated?"""

import datetime
from collections.abc import Iterable

from django.urls import reverse

from pages.countries import country_name
from pages.languages import current
from pages.metadata.links import absolute
from pages.models import DatedMixin, DatePrecision, Organisation, OrganisationKind, Person
from pages.models.records import LabelledRecord
from pages.queries.names import fetch_names

Fact = dict[str, object]

LENGTHS = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4, DatePrecision.UNKNOWN: 0}
ORGANISATION_TYPES = {
    OrganisationKind.GOVERNMENT: "GovernmentOrganization",
    OrganisationKind.RESEARCH: "ResearchOrganization",
    OrganisationKind.CIVIL_SOCIETY: "NGO",
    OrganisationKind.COMPANY: "Corporation",
}


def known_date(date: datetime.date | None, precision: str) -> str:
    """ISO 8601 cut to what the source says: `2020-02-06`, `2020-02`, `2020` or nothing."""
    return date.isoformat()[: LENGTHS[DatePrecision(precision)]] if date else ""


def start_of(dated: DatedMixin) -> str:
    return known_date(dated.start_date, dated.date_precision)


def end_of(dated: DatedMixin) -> str:
    return known_date(dated.end_date, dated.date_precision)


def place(*, town: str, country: str, name: str = "") -> Fact | None:
    """A place with its address; without a name of its own it goes by that of the town or country."""
    called = name or town or (country_name(country) if country else "")
    if not called:
        return None
    address = {"@type": "PostalAddress", "addressLocality": town, "addressCountry": country}
    return {"@type": "Place", "name": called, "address": address}


def record_address(name: str, slug: str) -> str:
    """The page of a record in the language being spoken; its address names it in every graph of that language."""
    return absolute(reverse(name, kwargs={"slug": slug}))


def name_all(records: Iterable[LabelledRecord | None]) -> None:
    """Fetch the names of those whose names the page has not fetched already."""
    fetch_names(record for record in records if record is not None and not _is_named(record))


def _is_named(record: LabelledRecord) -> bool:
    return record.labels_relation in getattr(record, "_prefetched_objects_cache", {})


def organisation(record: Organisation) -> Fact:
    text = record.texts(current())
    return {
        "@type": ORGANISATION_TYPES.get(record.kind, "Organization"),
        "@id": record_address("organisation", record.slug),
        "name": record.label(current()).text,
        "alternateName": text.acronym if text else "",
    }


def person(record: Person) -> Fact:
    text = record.texts(current())
    return {
        "@type": "Person",
        "@id": record_address("person", record.slug),
        "name": record.label(current()).text,
        "jobTitle": text.position if text else "",
    }


def country(code: str) -> Fact:
    return {"@type": "Country", "name": country_name(code), "identifier": code}
