"""Notes for the search what every change touches, wherever it was made: the desk, a command, the shell."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from access.models import AccessRule, ClassRule, PageAssignment
from access.telling import classes_changed, page_moved
from pages.models import Keyword
from pages.models.records import LabelledRecord, RecordText
from search import outbox
from search.projection.keys import desk_key, known_key, work_key
from search.touching import (
    gives_something_else,
    page_field,
    touched_by_record,
    touched_by_works,
    works_below,
    works_speaking_of,
)

# What saving a draft writes to the page's own row; only editors look for it.
DRAFT_FIELDS = frozenset(
    {"latest_revision", "draft_title", "has_unpublished_changes", "latest_revision_created_at", "locked", "numchild"}
)


def connect() -> None:
    pre_save.connect(will_change)
    post_save.connect(page_saved)
    post_delete.connect(page_gone, sender=Page)
    for event in (post_save, post_delete):
        event.connect(row_changed)
        event.connect(rule_changed, sender=AccessRule)
        event.connect(file_changed, sender=get_document_model())
        event.connect(file_changed, sender=get_image_model())
    for event in (post_save, pre_delete):
        event.connect(record_changed)
    classes_changed.connect(pages_reclassed, sender=PageAssignment)
    page_moved.connect(what_lies_elsewhere)


def will_change(
    sender: type[Model],
    instance: Model,
    update_fields: frozenset[str] | None = None,
    raw: bool = False,
    **kwargs: object,
) -> None:
    if raw:
        return
    if isinstance(instance, Page | LabelledRecord | RecordText) or page_field(sender):
        outbox.in_turn()
    if isinstance(instance, Page) and gives_something_else(instance, update_fields):
        outbox.changed(touched_by_works(works_below([instance.path])))


def page_saved(
    instance: Model, created: bool, update_fields: frozenset[str] | None = None, raw: bool = False, **kwargs: object
) -> None:
    if not isinstance(instance, Page) or raw:
        return
    is_draft = update_fields is not None and update_fields <= DRAFT_FIELDS
    keys = {desk_key(Page, instance.pk)}
    if not is_draft and (instance.live or not created):
        keys |= touched_by_works({instance.translation_key})
    outbox.changed(keys)


def page_gone(instance: Page, **kwargs: object) -> None:
    outbox.changed({desk_key(Page, instance.pk)} | touched_by_works({instance.translation_key}))


def row_changed(sender: type[Model], instance: Model, raw: bool = False, **kwargs: object) -> None:
    """A row on a page, or of the names of a record; saved or deleted together with it, it is noted already."""
    if raw or _goes_with_its_owner(kwargs.get("origin")):
        return
    if field := page_field(sender):
        page = getattr(instance, field)
        if page.live and not outbox.is_noted(work_key(page.translation_key)):
            outbox.changed(touched_by_works({page.translation_key}))
    elif issubclass(sender, RecordText):
        note_record(getattr(instance, owner_of(sender)))


def _goes_with_its_owner(origin: object) -> bool:
    """Whether what was asked to be deleted is a page or a record, one or many."""
    model = origin.model if isinstance(origin, QuerySet) else type(origin)
    return issubclass(model, Page | LabelledRecord)


def owner_of(sender: type[RecordText]) -> str:
    """The name of the field that leads from a text to its record."""
    return next(field.name for field in sender._meta.fields if field.is_relation)


def record_changed(sender: type[Model], instance: Model, raw: bool = False, **kwargs: object) -> None:
    """Before it is deleted: afterwards, nothing says any more who spoke of it."""
    if raw:
        return
    if isinstance(instance, LabelledRecord):
        note_record(instance)
    elif isinstance(instance, Keyword) and not kwargs.get("created"):
        outbox.changed(touched_by_works(works_speaking_of(Keyword, [instance.pk])))


def note_record(record: LabelledRecord) -> None:
    """Once in a transaction; that a work which speaks of it was noted before says nothing of the other works."""
    key = desk_key(type(record), record.pk)
    if not outbox.is_noted(key):
        outbox.changed(touched_by_record(record) | {key})


def file_changed(sender: type[Model], instance: Model, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        outbox.changed({desk_key(sender, instance.pk)})


def rule_changed(instance: AccessRule, **kwargs: object) -> None:
    """Who is let in by it decides where the entries of its classes lie, and who may know of them what stands there."""
    classes = ClassRule.objects.filter(rule_id=instance.pk).values("access_class")
    held = PageAssignment.objects.filter(access_class__in=classes).order_by()
    works = set(held.values_list("page__translation_key", flat=True))
    outbox.changed(touched_by_works(works) | {known_key(work) for work in works})


def pages_reclassed(keys: Iterable[int], **kwargs: object) -> None:
    """The works, and those below them: what is closed gives them neither a date nor a forum."""
    outbox.changed(touched_by_works(works_below(_paths(list(keys)))))


def what_lies_elsewhere(page: Page, **kwargs: object) -> None:
    """It belongs to another forum, has another date and place, and so has all that lies below it."""
    outbox.changed(touched_by_works(works_below([page.path])))


def _paths(pages: list[int]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(pages), 500):
        found |= set(Page.objects.filter(pk__in=pages[start : start + 500]).values_list("path", flat=True))
    return found
