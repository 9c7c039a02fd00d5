"""May this principal do this? One rule in three forms: this object, these rows, this search."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import BooleanField, F, Func, Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from access.actions import Action
from access.classes import DATELESS
from access.files import shown_on
from access.models import CollectionAssignment, DocumentAssignment, ImageAssignment, PageAssignment
from access.principals import Principal
from access.rights import has_right

READING = (Action.VIEW, Action.DISCOVER)
ACTIONS = frozenset(Action)
# What holds others; files are besides asked for by the pages that show them.
SHELVES = (Page, Collection)


@dataclass(frozen=True)
class Decision:
    """An answer and why; true when allowed."""

    allowed: bool
    reason: str

    def __bool__(self) -> bool:
        return self.allowed


def can(principal: Principal, action: str, obj: Model) -> Decision:
    """Raises `TypeError` when there is no object; an unknown action or an object without a class is a no.

    Whether a page is published is not asked here but where pages are shown.
    """
    if obj is None:
        raise TypeError("An access decision needs an object.")
    if action not in ACTIONS:
        return Decision(False, "unknown action")
    held = class_of(obj)
    if held is None:
        return Decision(False, "no class")
    if held not in _classes(principal, action):
        return Decision(False, "class not open")
    if not isinstance(obj, SHELVES) and not _is_shown(principal, obj):
        return Decision(False, "only on pages that are not open")
    if action in READING:
        return Decision(True, "class open")
    allowed = has_right(principal.user, Action(action), obj)
    return Decision(allowed, "right at the desk" if allowed else "no right at the desk")


def readable(principal: Principal, queryset: QuerySet, action: str = Action.VIEW) -> QuerySet:
    """The rows of pages, documents, images or collections that `principal` may view (or discover).

    One look-up by key a row.
    """
    if action not in READING:
        raise ValueError(f"{action} is no way of reading")
    form = IsAmong if issubclass(queryset.model, Page) and principal.reach.is_narrow else IsIn
    rows = queryset.filter(form(F("pk"), _assignments(queryset.model), _classes(principal, action)))
    is_shelf = issubclass(queryset.model, SHELVES)
    return rows if is_shelf else rows.filter(shown_on(queryset.model, _pages_of(principal)))


class IsIn(Func):
    """Is the object with this number in one of the classes? Written out, since Django takes longer to than to look."""

    output_field = BooleanField()
    template = (
        "EXISTS (SELECT 1 FROM %(table)s held WHERE held.%(column)s = %(expressions)s"
        " AND held.access_class_id IN (%(classes)s))"
    )

    def __init__(self, key: F, assignments: type[Model], classes: frozenset[int]) -> None:
        meta = assignments._meta
        super().__init__(key, table=meta.db_table, column=meta.pk.column, classes=_written(classes))


class IsAmong(IsIn):
    """The same, for who may read so little that the database had better start there."""

    template = "%(expressions)s IN (SELECT %(column)s FROM %(table)s WHERE access_class_id IN (%(classes)s))"


@lru_cache(maxsize=256)
def _written(classes: frozenset[int]) -> str:
    """The numbers for a statement; no class has the number 0."""
    return ", ".join(str(int(number)) for number in sorted(classes)) or "0"


def search_filter(principal: Principal) -> frozenset[int]:
    """The classes of which one must be an index entry's, for whichever engine. An empty set finds nothing."""
    return principal.reach.view


def open_works(principal: Principal, works: Iterable[UUID]) -> set[UUID]:
    """Which of `works` may be viewed, for pages that are loaded already: one query at most, and none for the same."""
    asked = set(works)
    if unknown := asked - principal.opened.keys():
        held = PageAssignment.objects.filter(page__translation_key__in=unknown, access_class__in=principal.reach.view)
        found = set(held.values_list("page__translation_key", flat=True))
        principal.opened.update({work: work in found for work in unknown})
    return {work for work in asked if principal.opened[work]}


def class_of(obj: Model) -> int | None:
    """The number of the object's class; None when it has none."""
    return _assignments(type(obj)).objects.filter(pk=obj.pk).values_list("access_class_id", flat=True).first()


def _is_shown(principal: Principal, file: Model) -> bool:
    return type(file).objects.filter(shown_on(type(file), _pages_of(principal)), pk=file.pk).exists()


def _pages_of(principal: Principal) -> QuerySet:
    """The pages on which a file may be seen: published ones, and for who works at the desk, drafts as well."""
    pages = Page.objects.all() if principal.tokens & DATELESS else Page.objects.filter(live=True)
    return readable(principal, pages)


def _classes(principal: Principal, action: str) -> frozenset[int]:
    return principal.reach.discover if action == Action.DISCOVER else principal.reach.view


def _assignments(model: type[Model]) -> type[Model]:
    if issubclass(model, Page):
        return PageAssignment
    if issubclass(model, get_document_model()):
        return DocumentAssignment
    if issubclass(model, get_image_model()):
        return ImageAssignment
    if issubclass(model, Collection):
        return CollectionAssignment
    raise TypeError(f"{model.__name__} is under no access policy")
