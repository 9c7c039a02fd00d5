"""Keeps the class of every object what the rules say. Called in the transaction that changes a rule or an object."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from access.models import AccessClass, AccessRule, ClassRule, DocumentAssignment, ImageAssignment, WorkAssignment
from access.telling import access_changed

Rules = frozenset[int]
NO_RULES: Rules = frozenset()


class Row(NamedTuple):
    """What of a page decides on its class."""

    pk: int
    path: str
    work: UUID
    source: int | None


@transaction.atomic
def assign_everything() -> None:
    """Every class anew, also of what was written past Django's signals."""
    rules = dict(AccessRule.objects.exclude(work=None).values_list("work", "pk"))
    wanted = rules_of_works(rules)
    _write(WorkAssignment, "work", wanted)
    assign_files()


def rules_of_works(rules: Mapping[UUID, int]) -> dict[UUID, Rules]:
    """The rules that hold for each work, were `rules` those set on works.

    A work's own rule, or those of the works its versions lie below; and for an alias those of its source as well.
    Versions may lie in each other's sections, so the sets grow until nothing is added.
    """
    rows = [Row._make(row) for row in Page.objects.order_by("path").values_list(*_FIELDS)]
    by_path = {row.path: row.work for row in rows}
    by_pk = {row.pk: row.work for row in rows}
    found: dict[UUID, Rules] = {row.work: NO_RULES for row in rows}
    while True:
        before = dict(found)
        for row in rows:
            found[row.work] |= _rules_of(row, rules, found, by_path, by_pk)
        if found == before:
            return found


_FIELDS = ("pk", "path", "translation_key", "alias_of_id")


def _rules_of(
    row: Row,
    rules: Mapping[UUID, int],
    found: Mapping[UUID, Rules],
    by_path: Mapping[str, UUID],
    by_pk: Mapping[int, UUID],
) -> Rules:
    if row.work in rules:
        own = frozenset({rules[row.work]})
    else:
        above = by_path.get(row.path[: -Page.steplen])
        own = found[above] if above else NO_RULES
    return own | (found[by_pk[row.source]] if row.source is not None and row.source in by_pk else NO_RULES)


@transaction.atomic
def assign_work(work: UUID) -> None:
    """After a version of `work` was saved or deleted: its class, and everything's when that changes an older one."""
    rows = [Row._make(row) for row in Page.objects.filter(translation_key=work).values_list(*_FIELDS)]
    held = WorkAssignment.objects.filter(work=work).values_list("access_class__key", flat=True).first()
    if not rows:
        WorkAssignment.objects.filter(work=work).delete()
        return
    key = key_of(_rules_near(work, rows))
    if held is None:
        WorkAssignment.objects.create(work=work, access_class=class_with(key))
    elif held != key:
        assign_everything()


def _rules_near(work: UUID, rows: list[Row]) -> Rules:
    """As `rules_of_works`, for one work, from the classes that the works around it have already."""
    own = AccessRule.objects.filter(work=work).values_list("pk", flat=True).first()
    paths = [row.path[: -Page.steplen] for row in rows if own is None]
    sources = [row.source for row in rows if row.source]
    near = Page.objects.filter(path__in=paths) | Page.objects.filter(pk__in=sources)
    works = near.order_by().values("translation_key")
    keys = WorkAssignment.objects.filter(work__in=works).values_list("access_class__key", flat=True)
    return frozenset({own} if own else ()).union(*(rules_in(key) for key in keys))


@transaction.atomic
def assign_files() -> None:
    """Documents and images: their own rule, or the nearest of their collection and those above it."""
    for model, assignments, field in (
        (get_document_model(), DocumentAssignment, "document"),
        (get_image_model(), ImageAssignment, "image"),
    ):
        rules = dict(AccessRule.objects.exclude(**{field: None}).values_list(field, "pk"))
        shelves = rules_of_collections()
        wanted = {
            pk: frozenset({rules[pk]}) if pk in rules else shelves.get(collection, NO_RULES)
            for pk, collection in model.objects.values_list("pk", "collection_id")
        }
        _write(assignments, f"{field}_id", wanted)


def assign_file(file: Model) -> None:
    """After one document or image was saved."""
    field = "document" if isinstance(file, get_document_model()) else "image"
    assignments = DocumentAssignment if field == "document" else ImageAssignment
    own = AccessRule.objects.filter(**{field: file}).values_list("pk", flat=True).first()
    rules = frozenset({own}) if own else rules_of_collections().get(file.collection_id, NO_RULES)
    assignments.objects.update_or_create(
        defaults={"access_class": class_with(key_of(rules))}, **{f"{field}_id": file.pk}
    )


def rules_of_collections(rules: Mapping[int, int] | None = None) -> dict[int, Rules]:
    """The rule that holds for what lies in each collection; none where none is set."""
    if rules is None:
        rules = dict(AccessRule.objects.exclude(collection=None).values_list("collection", "pk"))
    by_path: dict[str, Rules] = {}
    found: dict[int, Rules] = {}
    for pk, path in Collection.objects.order_by("path").values_list("pk", "path"):
        above = by_path.get(path[: -Collection.steplen], NO_RULES)
        found[pk] = by_path[path] = frozenset({rules[pk]}) if pk in rules else above
    return found


def key_of(rules: Iterable[int]) -> str:
    return ",".join(map(str, sorted(rules)))


def rules_in(key: str) -> Rules:
    return frozenset(int(rule) for rule in key.split(",") if rule)


def class_with(key: str) -> AccessClass:
    """The class made of these rules, which is made when it is the first time they meet."""
    access_class, is_new = AccessClass.objects.get_or_create(key=key)
    if is_new:
        ClassRule.objects.bulk_create(ClassRule(access_class=access_class, rule_id=rule) for rule in rules_in(key))
    return access_class


def _write(assignments: type[Model], field: str, wanted: Mapping[Any, Rules]) -> None:
    """Only what differs is written: most changes touch a handful."""
    keys = {key: key_of(rules) for key, rules in wanted.items()}
    held = dict(assignments.objects.values_list(field, "access_class__key"))
    for part in _parts(held.keys() - keys.keys()):
        assignments.objects.filter(**{f"{field}__in": part}).delete()
    by_key: dict[str, list[object]] = defaultdict(list)
    for key in (key for key in keys if key in held and held[key] != keys[key]):
        by_key[keys[key]].append(key)
    for class_key, objects in by_key.items():
        number = class_with(class_key).pk
        for part in _parts(objects):
            assignments.objects.filter(**{f"{field}__in": part}).update(access_class_id=number)
    classes = {class_key: class_with(class_key).pk for class_key in {keys[key] for key in keys.keys() - held.keys()}}
    assignments.objects.bulk_create(
        assignments(**{field: key, "access_class_id": classes[keys[key]]}) for key in keys.keys() - held.keys()
    )
    if by_key:
        access_changed.send(sender=assignments)


def _parts(objects: Iterable[object], size: int = 500) -> Iterator[list[object]]:
    """No database takes any number of parameters."""
    everything = list(objects)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
