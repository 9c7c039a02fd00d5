"""Keeps the class of every object what the rules say. Called in the transaction that changes a rule or an object."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from access.models import (
    AccessClass,
    AccessRule,
    ClassRule,
    CollectionAssignment,
    DocumentAssignment,
    ImageAssignment,
    PageAssignment,
)
from access.telling import access_changed, classes_changed

Rules = frozenset[int]
NO_RULES: Rules = frozenset()
# Nobody can pass the rule that does not exist.
NOBODY: Rules = frozenset({0})
# The key of the class that everyone reads.
OPEN = ""
ASSIGNMENTS = (PageAssignment, DocumentAssignment, ImageAssignment, CollectionAssignment)


class Row(NamedTuple):
    """What of a page decides on its class."""

    pk: int
    path: str
    work: UUID
    source: int | None

    @property
    def above(self) -> str:
        return self.path[: -Page.steplen]


def _rows(pages: QuerySet) -> list[Row]:
    fields = ("pk", "path", "translation_key", "alias_of_id")
    return [Row._make(row) for row in pages.order_by("path").values_list(*fields)]


class Known:
    """The rules found so far for the works of `rows`, and those that hold around them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._works_at = {row.path: row.work for row in rows}
        self._works_of = {row.pk: row.work for row in rows}
        self.found: dict[UUID, Rules] = dict.fromkeys(self._works_of.values(), NO_RULES)
        self._at: dict[str, Rules] = {"": NO_RULES}
        self._of: dict[int, Rules] = {}
        above = {row.above for row in rows} - self._works_at.keys()
        sources = {row.source for row in rows if row.source} - self._works_of.keys()
        for condition in (*_in("page__path", above), *_in("page", sources)):
            held = PageAssignment.objects.filter(condition)
            for pk, path, key in held.values_list("page", "page__path", "access_class__key"):
                self._at[path] = self._of[pk] = rules_in(key)

    def rules_of(self, row: Row, own: Mapping[UUID, int]) -> Rules:
        """The work's own rule or those of what it lies below, and for an alias those of its source as well."""
        rules = frozenset({own[row.work]}) if row.work in own else self._rules_at(row.above)
        return rules | self._rules_of(row.source) if row.source else rules

    def _rules_at(self, path: str) -> Rules:
        return self.found[self._works_at[path]] if path in self._works_at else self._at.get(path, NOBODY)

    def _rules_of(self, pk: int) -> Rules:
        return self.found[self._works_of[pk]] if pk in self._works_of else self._of.get(pk, NOBODY)


@transaction.atomic
def assign_everything() -> None:
    """Every class anew, also of what was written past Django's signals."""
    one_at_a_time()
    _assign(_rows(Page.objects.all()))
    assign_files()


@transaction.atomic
def assign_below(work: UUID) -> None:
    """The class of a work and of all that takes rules from it, wherever its versions and aliases lie."""
    one_at_a_time()
    _assign(_following(_rows(Page.objects.filter(translation_key=work))))


@transaction.atomic
def assign_work(work: UUID) -> None:
    """After a version of `work` was saved or deleted: its class, and that of what follows when it is another one."""
    one_at_a_time()
    rows = _rows(Page.objects.filter(translation_key=work))
    held = PageAssignment.objects.filter(page__in=[row.pk for row in rows])
    keys = dict(held.values_list("page", "access_class__key"))
    known, own = Known(rows), _own_rules(rows)
    key = key_of(NO_RULES.union(*(known.rules_of(row, own) for row in rows)))
    if set(keys.values()) <= {key}:
        missing = [row.pk for row in rows if row.pk not in keys]
        PageAssignment.objects.bulk_create(PageAssignment(page_id=pk, access_class=class_with(key)) for pk in missing)
    else:
        _assign(_following(rows))


def _assign(rows: list[Row]) -> None:
    found = rules_of_works(rows, _own_rules(rows))
    _write(PageAssignment, "page_id", {row.pk: found[row.work] for row in rows})


def _following(rows: list[Row]) -> list[Row]:
    """`rows`, what lies below them, the aliases of all these and their other versions, and so on."""
    found: dict[int, Row] = {}
    tops: set[str] = set()
    new = {row.pk: row for row in rows}
    while new:
        found |= new
        fresh = _tops((row.path for row in new.values()), tops)
        tops.update(fresh)
        reached = [
            row
            for condition in (
                *(Q(path__startswith=path) for path in fresh),
                *_in("alias_of", new),
                *_in("translation_key", {row.work for row in new.values()}),
            )
            for row in _rows(Page.objects.filter(condition))
        ]
        new = {row.pk: row for row in reached if row.pk not in found}
    return sorted(found.values(), key=lambda row: row.path)


def _tops(paths: Iterable[str], known: set[str]) -> list[str]:
    """Those of the paths that lie below no other, nor below a known one."""
    tops: list[str] = []
    for path in sorted(paths):
        above = (path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen))
        if not (tops and path.startswith(tops[-1])) and known.isdisjoint(above):
            tops.append(path)
    return tops


def _own_rules(rows: Iterable[Row]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for condition in _in("work", {row.work for row in rows}):
        found.update(AccessRule.objects.filter(condition).values_list("work", "pk"))
    return found


def rules_of_works(rows: list[Row], own: Mapping[UUID, int]) -> dict[UUID, Rules]:
    """The rules that hold for each work of `rows`, from the top down, were `own` those set on these works.

    Versions may lie in each other's sections, so the sets grow until nothing is added.
    """
    known = Known(rows)
    while True:
        before = dict(known.found)
        for row in rows:
            known.found[row.work] |= known.rules_of(row, own)
        if known.found == before:
            return before


@transaction.atomic
def assign_files() -> None:
    """Documents and images: their own rule, or the nearest of their collection and those above it."""
    one_at_a_time()
    shelves = rules_of_collections()
    _write(CollectionAssignment, "collection_id", shelves)
    for model, assignments, field in (
        (get_document_model(), DocumentAssignment, "document"),
        (get_image_model(), ImageAssignment, "image"),
    ):
        rules = dict(AccessRule.objects.exclude(**{field: None}).values_list(field, "pk"))
        wanted = {
            pk: frozenset({rules[pk]}) if pk in rules else shelves.get(collection, NO_RULES)
            for pk, collection in model.objects.values_list("pk", "collection_id")
        }
        _write(assignments, f"{field}_id", wanted)


@transaction.atomic
def assign_file(file: Model) -> None:
    """After one document or image was saved."""
    one_at_a_time()
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
    held: dict[Any, str] = {}
    for condition in _in(field, wanted):
        held.update(assignments.objects.filter(condition).values_list(field, "access_class__key"))
    changed, missing = defaultdict(list), []
    for key, rules in wanted.items():
        if key not in held:
            missing.append(key)
        elif held[key] != key_of(rules):
            changed[rules].append(key)
    for rules, objects in changed.items():
        number = class_with(key_of(rules)).pk
        for condition in _in(field, objects):
            assignments.objects.filter(condition).update(access_class_id=number)
    classes = {rules: class_with(key_of(rules)).pk for rules in {wanted[key] for key in missing}}
    assignments.objects.bulk_create(
        assignments(**{field: key, "access_class_id": classes[wanted[key]]}) for key in missing
    )
    if changed:
        access_changed.send(sender=assignments)
        classes_changed.send(sender=assignments, keys=[key for objects in changed.values() for key in objects])


def forget_unused_classes() -> None:
    """Of rules that are gone, and of objects that are."""
    used = (table.objects.filter(access_class=OuterRef("pk")) for table in ASSIGNMENTS)
    AccessClass.objects.exclude(key=OPEN).filter(*(~Exists(rows) for rows in used)).delete()


def one_at_a_time() -> None:
    """Two changes at once, each unseen by the other, would write what neither of them means."""
    AccessClass.objects.select_for_update().filter(pk=class_with(OPEN).pk).first()


def _in(name: str, objects: Iterable[object]) -> Iterator[Q]:
    return (Q(**{f"{name}__in": part}) for part in _parts(objects))


def _parts(objects: Iterable[object], size: int = 500) -> Iterator[list[object]]:
    """No database takes any number of parameters."""
    everything = list(objects)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
