"""What are the people, organisations and topics of a page called? One query for all of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import CharField, F, Model, Value

from pages.models import Organisation, OrganisationName, Person, PersonName, Topic, TopicLabel
from pages.models.records import LabelledRecord, RecordText


class _Texts(NamedTuple):
    """Where a record's texts are: their model, the field that points at the record, its name, what goes with it."""

    model: type[RecordText]
    owner: str
    name: str
    second: str


_TEXTS: dict[type[Model], _Texts] = {
    Person: _Texts(PersonName, "person_id", "name", "position"),
    Organisation: _Texts(OrganisationName, "organisation_id", "name", "acronym"),
    Topic: _Texts(TopicLabel, "topic_id", "preferred", "definition"),
}


def fetch_names(records: Iterable[LabelledRecord | None]) -> None:
    """Put the texts of `records` where `record.label()` looks for them.

    Names with positions and acronyms only: biographies and descriptions belong to the records' own pages.
    """
    by_identity: dict[tuple[str, int], list[LabelledRecord]] = defaultdict(list)
    for record in records:
        if record is not None:
            by_identity[record._meta.object_name, record.pk].append(record)
    found: dict[tuple[str, int], list[RecordText]] = defaultdict(list)
    for kind, owner, language, name, second in _texts_of(by_identity):
        found[kind, owner].append(_text(kind, owner, language, name, second))
    for identity, same in by_identity.items():
        for record in same:
            _remember(record, found[identity])


def _texts_of(identities: Iterable[tuple[str, int]]) -> Iterable[tuple[str, int, str, str, str]]:
    parts = []
    for model, texts in _TEXTS.items():
        owners = [pk for kind, pk in identities if kind == model._meta.object_name]
        if owners:
            rows = texts.model.objects.order_by().filter(**{f"{texts.owner}__in": owners})
            kind = Value(model._meta.object_name, output_field=CharField())
            parts.append(
                rows.annotate(record_kind=kind).values_list(
                    "record_kind", F(texts.owner), "language", F(texts.name), F(texts.second)
                )
            )
    return parts[0].union(*parts[1:], all=True) if parts else []


def _text(kind: str, owner: int, language: str, name: str, second: str) -> RecordText:
    texts = next(texts for model, texts in _TEXTS.items() if model._meta.object_name == kind)
    return texts.model(**{texts.owner: owner, "language": language, texts.name: name, texts.second: second})


def _remember(record: LabelledRecord, rows: list[RecordText]) -> None:
    """As `prefetch_related` would: a queryset that has its result already."""
    known = type(record)._meta.get_field(record.labels_relation).related_model.objects.all()
    known._result_cache = rows
    known._prefetch_done = True
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    record._prefetched_objects_cache[record.labels_relation] = known
