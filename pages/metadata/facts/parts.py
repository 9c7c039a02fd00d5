"""How are places, dates, people and organisations stated?"""

import datetime

from pages.countries import country_name
from pages.languages import current
from pages.metadata.links import absolute
from pages.models import DatedMixin, DatePrecision, Organisation, OrganisationKind, Person

Fact = dict[str, object]

LENGTHS = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4, DatePrecision.UNKNOWN: 0}
RECORD_PATHS = {"organisation": "organisations", "person": "people"}
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
    return absolute(f"/{current()}/{RECORD_PATHS[name]}/{slug}/")


def organisation(record: Organisation) -> Fact:
    """Expects `names` to be prefetched."""
    text = record.texts(current())
    return {
        "@type": ORGANISATION_TYPES.get(record.kind, "Organization"),
        "@id": record_address("organisation", record.slug),
        "name": record.label(current()).text,
        "alternateName": text.acronym if text else "",
    }


def person(record: Person) -> Fact:
    """Expects `names` to be prefetched."""
    text = record.texts(current())
    return {
        "@type": "Person",
        "@id": record_address("person", record.slug),
        "name": record.label(current()).text,
        "jobTitle": text.position if text else "",
    }


def country(code: str) -> Fact:
    return {"@type": "Country", "name": country_name(code), "identifier": code}
