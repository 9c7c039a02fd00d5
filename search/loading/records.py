"""How is a person, an organisation, a topic or a country that was found shown, and may the reader know of it?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from pages.countries import country_name
from pages.languages import preference
from pages.models import Label
from pages.models.records import LabelledRecord
from pages.queries.names import fetch_names
from pages.queries.records.in_use import countries_in_use, organisations_in_use, people_in_use, topics_in_use
from search.kinds import RecordKind, kind_names
from search.loading.passages import Passages
from search.projection.keys import numbers
from search.shown import Result, Version


class Found(NamedTuple):
    """A record that the reader may know of: its names by language, the reader's first, and what else is said of it."""

    key: str
    kind: RecordKind
    slug: str
    names: list[Label]
    facts: tuple[str, ...] = ()


def records(keys: Iterable[str], passages: Passages, language: str) -> dict[str, Result]:
    """At most one query for each kind and one for all names; topics in use are two."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        kind, _colon, rest = key.partition(":")
        by_kind[kind].append(rest)
    found = [each for kind, rest in by_kind.items() if kind in _IN_USE for each in _IN_USE[kind](rest)]
    fetch_names(found)
    shown = [_named(record, language) for record in found] + _countries(by_kind[RecordKind.COUNTRY], language)
    return {each.key: _result(each, passages, language) for each in shown}


def _people(pks: Sequence[str]) -> Iterable[LabelledRecord]:
    return _among(people_in_use(), pks)


def _organisations(pks: Sequence[str]) -> Iterable[LabelledRecord]:
    return _among(organisations_in_use(), pks)


def _topics(pks: Sequence[str]) -> Iterable[LabelledRecord]:
    in_use = topics_in_use()
    return [in_use[pk] for pk in numbers(pks) if pk in in_use]


def _among(records: QuerySet, pks: Sequence[str]) -> QuerySet:
    return records.filter(pk__in=numbers(pks))


_IN_USE: dict[str, Callable[[Sequence[str]], Iterable[LabelledRecord]]] = {
    RecordKind.PERSON: _people,
    RecordKind.ORGANISATION: _organisations,
    RecordKind.TOPIC: _topics,
}


def _named(record: LabelledRecord, language: str) -> Found:
    kind = RecordKind(record._meta.model_name)
    rows = {row.language: getattr(row, record.label_field) for row in getattr(record, record.labels_relation).all()}
    names = [Label(rows[code], code) for code in preference(language) if code in rows]
    country = getattr(record, "country", "")
    facts = [getattr(record.texts(language), "position", ""), country_name(country, language) if country else ""]
    return Found(
        f"{kind}:{record.pk}",
        kind,
        record.slug,
        names or [record.label(language)],
        tuple(fact for fact in facts if fact),
    )


def _countries(codes: Sequence[str], language: str) -> list[Found]:
    in_use = countries_in_use() if codes else set()
    return [
        Found(
            f"{RecordKind.COUNTRY}:{code}",
            RecordKind.COUNTRY,
            code.lower(),
            [Label(country_name(code, each), each) for each in preference(language)],
        )
        for code in codes
        if code in in_use
    ]


def _result(found: Found, passages: Passages, language: str) -> Result:
    """Its page is in the reader's language, whatever the language of its name."""
    name, *others = found.names
    excerpts, is_near = passages.of(found.key, name.language)
    return Result(
        key=found.key,
        kind=str(found.kind),
        kind_name=kind_names()[found.kind],
        title=name.text,
        language=name.language,
        url=_address(found, language),
        others=tuple(Version(each.language, each.text, _address(found, each.language)) for each in others),
        facts=found.facts,
        excerpts=excerpts,
        note=_("Near in meaning") if is_near else "",
        heading=passages.heading(name.text, name.language),
    )


def _address(found: Found, language: str) -> str:
    with translation.override(language):
        return reverse(str(found.kind), args=[found.slug])
