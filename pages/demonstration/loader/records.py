"""Which people, organisations and topics do the files describe, and how do they come into the database?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, Model
from modelcluster.fields import ParentalKey

from pages.demonstration.loader.files import Entry
from pages.demonstration.loader.history import Outcome, RecordHistory
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.references import RecordReference, resolved
from pages.demonstration.loader.values import languages_of, said, scalar
from pages.models import Organisation, Person, Topic

Row = dict[str, Any]
MODELS: dict[str, type[Model]] = {"organisations": Organisation, "people": Person, "topics": Topic}


@dataclass
class Record:
    """A record as the files say: its fields, and its texts by language."""

    model: type[Model]
    slug: str
    place: Place
    fields: Row = field(default_factory=dict)
    texts: dict[str, Row] = field(default_factory=dict)


def records(entries: dict[str, list[Entry]]) -> list[Record]:
    """Every record of the files."""
    found: dict[tuple[str, str], Record] = {}
    for name, listed in entries.items():
        for data, place in listed:
            record = _record(MODELS[name], data, place)
            if (name, record.slug) in found:
                place.report(f"Another entry has the slug “{record.slug}” already.")
            found[name, record.slug] = record
    return list(found.values())


def _record(model: type[Model], data: Row, place: Place) -> Record:
    fields, text_fields = _fields(model), _text_fields(model)
    place.report_unknown(data, {"slug", *fields, *text_fields})
    record = Record(model, str(data.get("slug") or ""), place)
    scalar(model._meta.get_field("slug"), data.get("slug"), place.at("slug"))
    for name, field_ in fields.items():
        record.fields[name] = scalar(field_, data.get(name), place.at(name))
    label = data.get(model.label_field)
    if not label:
        place.at(model.label_field).report("This can't be empty.")
    for language in languages_of(label) if label else []:
        record.texts[language] = {
            name: scalar(field_, *_text(data.get(name), language, place.at(name)))
            for name, field_ in text_fields.items()
        }
    if model is Topic:
        record.fields["name"] = _name(record)
    return record


def _text(value: Any, language: str, place: Place) -> tuple[Any, Place]:
    """A list is kept one entry per line."""
    text, at = said(value, language, place)
    return "\n".join(map(str, text)) if isinstance(text, list) else text, at


def _name(topic: Record) -> str:
    """In English where there is English, for lists in which all topics stand."""
    names = {language: row["preferred"] for language, row in topic.texts.items()}
    return names.get("en") or next(iter(names.values()), "")


def _fields(model: type[Model]) -> dict[str, Field]:
    """Pictures are no part of the files; a topic's name follows from its labels."""
    left_out = {"slug", "name", "photo", "logo"}
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in left_out]
    return {field.name: field for field in fields}


def _text_fields(model: type[Model]) -> dict[str, Field]:
    rows = model._meta.get_field(model.labels_relation).related_model
    return {
        field.name: field
        for field in rows._meta.concrete_fields
        if field.name not in {"id", "sort_order", "language"} and not isinstance(field, ParentalKey)
    }


def write_records(listed: Iterable[Record], *, overwrite: bool) -> Iterator[tuple[Record, Model, Outcome]]:
    """Create, complete or leave each record; what refers to another record is filled in when all are there."""
    listed = list(listed)
    known = {(model, row.slug): row for model in MODELS.values() for row in model.objects.all()}
    is_new = {id(record) for record in listed if (record.model, record.slug) not in known}
    for record in listed:
        if id(record) in is_new:
            plain = {name: value for name, value in record.fields.items() if not isinstance(value, RecordReference)}
            known[record.model, record.slug] = record.model.objects.create(slug=record.slug, **plain)
    history = RecordHistory(known[record.model, record.slug] for record in listed)
    for record in listed:
        row = known[record.model, record.slug]
        wanted = resolved(
            {"fields": record.fields, "texts": record.texts},
            lambda reference: known[reference.model, reference.name].pk,
        )
        outcome = history.outcome(row, wanted, _held(row), is_new=id(record) in is_new, overwrite=overwrite)
        if outcome.is_written:
            _write(row, wanted)
            history.note(row, wanted)
        yield record, row, outcome


def _held(row: Model) -> Row:
    """What the database holds of what the files govern."""
    texts = {
        text.language: {name: getattr(text, name) for name in _text_fields(type(row))}
        for text in getattr(row, row.labels_relation).all()
    }
    names = [*_fields(type(row)), *(["name"] if isinstance(row, Topic) else [])]
    return {"fields": {name: row.serializable_value(name) for name in names}, "texts": texts}


def _write(row: Model, wanted: Row) -> None:
    for name, value in wanted["fields"].items():
        setattr(row, row._meta.get_field(name).attname, value)
    rows = row._meta.get_field(row.labels_relation).related_model
    texts = [
        rows(language=code, sort_order=place, **text) for place, (code, text) in enumerate(wanted["texts"].items())
    ]
    setattr(row, row.labels_relation, texts)
    row.save()
