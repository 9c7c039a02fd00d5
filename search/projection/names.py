"""What are records called, in every language there is a name in?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pages.countries import country_name
from pages.languages import preference
from pages.models import Organisation, OrganisationName, Person, PersonName, Topic, TopicLabel
from pages.models.records import LabelledRecord, RecordText
from search.entries import LANGUAGES
from search.projection.keys import COUNTRY, numbers, record_key


class Name(NamedTuple):
    """What a record is called in a language, and by what else one may look for it: position, acronym, synonyms."""

    name: str
    others: tuple[str, ...] = ()


@dataclass
class Names:
    """By the key of the record, then by language; and the slugs of organisations, by which one filters."""

    found: dict[str, dict[str, Name]] = field(default_factory=lambda: defaultdict(dict))
    slugs: dict[str, str] = field(default_factory=dict)

    def of(self, key: str) -> dict[str, Name]:
        of_kind, _colon, code = key.partition(":")
        if of_kind == COUNTRY:
            return {language: Name(country_name(code, language)) for language in LANGUAGES}
        return self.found.get(key, {})

    def label(self, key: str, language: str) -> Name:
        """As a page in this language shows it."""
        known = self.of(key)
        return next((known[code] for code in preference(language) if code in known), Name(""))

    def slugs_of(self, keys: Iterable[str]) -> list[str]:
        return sorted(self.slugs[key] for key in keys if key in self.slugs)

    def words(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Language and words of all names of these records."""
        for key in keys:
            for language, name in self.of(key).items():
                yield from ((language, text) for text in (name.name, *name.others) if text)


_NAMES: tuple[tuple[type[LabelledRecord], type[RecordText], str, tuple[str, str]], ...] = (
    (Person, PersonName, "person", ("name", "position")),
    (Organisation, OrganisationName, "organisation", ("name", "acronym")),
    (Topic, TopicLabel, "topic", ("preferred", "alternatives")),
)


def names_of(keys: Iterable[str]) -> Names:
    """Four queries."""
    ids: dict[str, list[int]] = defaultdict(list)
    for key in set(keys):
        of_kind, _colon, number = key.partition(":")
        ids[of_kind].extend(numbers([number]))
    slugs = Organisation.objects.filter(pk__in=ids[Organisation._meta.model_name]).order_by("pk")
    names = Names(slugs={record_key(Organisation, pk): slug for pk, slug in slugs.values_list("pk", "slug")})
    for kind, model, owner, columns in _NAMES:
        rows = model.objects.filter(**{f"{owner}__in": ids[kind._meta.model_name]}).order_by(owner, "pk")
        for pk, language, name, others in rows.values_list(owner, "language", *columns):
            also = tuple(part.strip() for part in others.splitlines() if part.strip())
            names.found[record_key(kind, pk)][language] = Name(name, also)
    return names
