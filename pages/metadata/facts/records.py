"""What do the pages about people, organisations, topics and countries state?"""

from pages.languages import current
from pages.metadata.facts.graph import subject_facts
from pages.metadata.facts.parts import Fact, country, organisation, person
from pages.models import Organisation, Person, Topic


@subject_facts.register
def _of_person(record: Person) -> Fact:
    text = record.texts(current())
    orcid = f"https://orcid.org/{record.orcid}" if record.orcid else None
    return {
        **person(record),
        "description": text.biography if text else None,
        "sameAs": [address for address in (orcid, record.website) if address],
    }


@subject_facts.register
def _of_organisation(record: Organisation) -> Fact:
    text = record.texts(current())
    address = {"@type": "PostalAddress", "addressCountry": record.country} if record.country else None
    return {
        **organisation(record),
        "description": text.description if text else None,
        "address": address,
        "sameAs": record.website,
    }


@subject_facts.register
def _of_topic(record: Topic) -> Fact:
    text = record.texts(current())
    return {
        "@type": "DefinedTerm",
        "name": record.label(current()).text,
        "alternateName": text.alternatives.splitlines() if text else [],
        "description": text.definition if text else None,
        "termCode": record.external_id,
        "sameAs": f"http://www.wikidata.org/entity/{record.wikidata}" if record.wikidata else None,
    }


@subject_facts.register
def _of_country(code: str) -> Fact:
    return country(code)
