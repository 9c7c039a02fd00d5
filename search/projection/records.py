"""How do people, organisations, topics and countries stand in the index? Known to who may read a page about them."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.db.models import Model

from pages.countries import country_name, is_country
from pages.languages import languages
from pages.models import Organisation, OrganisationName, Person, PersonName, Topic, TopicLabel
from search.analysis.fields import fields_of
from search.entries import COUNTRY, KIND, LANGUAGES, TITLE, Tier
from search.projection.classes import settings_of, together
from search.projection.keys import COUNTRY as COUNTRY_KIND
from search.projection.keys import country_key, record_key
from search.projection.projected import Projected, Text
from search.projection.subjects import thesaurus
from search.projection.uses import COUNTRIES, ORGANISATIONS, PEOPLE, Uses, uses, uses_of_topics


class Described(NamedTuple):
    """What a record is called in a language, and what is said of it."""

    language: str
    titles: tuple[str, ...]
    summary: str = ""
    text: str = ""


Descriptions = dict[int, list[Described]]


class Record(NamedTuple):
    key: str
    kind: str
    described: list[Described]
    country: str = ""


def people(pks: Collection[int]) -> dict[str, Projected]:
    rows = PersonName.objects.filter(person__in=pks).values_list("person", "language", "name", "position", "biography")
    described: Descriptions = {pk: [] for pk in pks}
    for pk, language, name, position, biography in rows.order_by("pk"):
        described[pk].append(Described(language, (name,), position, biography))
    return _projected(_records(Person, described), uses(PEOPLE, pks))


def organisations(pks: Collection[int]) -> dict[str, Projected]:
    fields = ("organisation", "language", "name", "acronym", "description")
    rows = OrganisationName.objects.filter(organisation__in=pks).values_list(*fields)
    described: Descriptions = {pk: [] for pk in pks}
    for pk, language, name, acronym, description in rows.order_by("pk"):
        described[pk].append(Described(language, (name, acronym), "", description))
    return _projected(_records(Organisation, described), uses(ORGANISATIONS, pks))


def topics(pks: Collection[int]) -> dict[str, Projected]:
    fields = ("topic", "language", "preferred", "alternatives", "definition")
    rows = TopicLabel.objects.filter(topic__in=pks).values_list(*fields)
    described: Descriptions = {pk: [] for pk in pks}
    for pk, language, preferred, alternatives, definition in rows.order_by("pk"):
        described[pk].append(Described(language, (preferred, *alternatives.splitlines()), definition))
    return _projected(_records(Topic, described), uses_of_topics(thesaurus(), pks))


def countries(codes: Iterable[str]) -> dict[str, Projected]:
    asked = [code for code in codes if is_country(code)]
    shown = dict.fromkeys((*(code for code, _name in languages()), *LANGUAGES))
    records = [
        Record(country_key(code), COUNTRY_KIND, [Described(each, (country_name(code, each),)) for each in shown])
        for code in asked
    ]
    return _projected(records, uses(COUNTRIES, asked))


def _records(model: type[Model], described: Descriptions) -> Iterator[Record]:
    """A record without a name is called by its address, as on its page."""
    fields = ("pk", "slug") if model is Topic else ("pk", "slug", "country")
    for pk, slug, *country in model._default_manager.filter(pk__in=described).order_by("pk").values_list(*fields):
        names = described[pk] or [Described("en", (slug,))]
        yield Record(record_key(model, pk), model._meta.model_name, names, "".join(country))


def _projected(records: Iterable[Record], used: Uses) -> dict[str, Projected]:
    """What no published page speaks of is not there."""
    settings = settings_of(held for helds in used.values() for held in helds)
    found = {}
    for record in records:
        if helds := used.get(record.key.partition(":")[2]):
            found[record.key] = _entry(record, *together(settings, helds))
    return found


def _entry(record: Record, tier: Tier, classes: frozenset[int]) -> Projected:
    titles = {each.language: [title for title in each.titles if title] for each in record.described}
    words = {each.language: [each.summary, each.text] for each in record.described}
    if record.country:
        for language in LANGUAGES:
            words.setdefault(language, []).append(country_name(record.country, language))
    values: dict[str, tuple[str, ...]] = {KIND: (record.kind,)}
    if record.country:
        values[COUNTRY] = (record.country,)
    return Projected(
        key=record.key,
        tier=tier,
        classes=classes,
        tokens=_tokens(record.kind, titles, words),
        values=values,
        texts=[text for each in record.described for text in _texts(each)],
        mentions=(country_key(record.country),) if record.country else (),
    )


def _tokens(kind: str, titles: dict[str, list[str]], words: dict[str, list[str]]) -> dict[str, str]:
    """What is only a subject stands behind the works that bear its name in their titles."""
    tokens = fields_of(titles, words)
    if kind in (Topic._meta.model_name, COUNTRY_KIND):
        return {field: text for field, text in tokens.items() if field not in TITLE.values()}
    return tokens


def _texts(each: Described) -> Iterator[Text]:
    yield Text(address="", language=each.language, text=each.titles[0])
    yield Text(address="", language=each.language, text=each.summary)
    for text in (*each.titles[1:], each.text):
        if text:
            yield Text(address="", language=each.language, text=text)
