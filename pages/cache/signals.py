"""Tells the page cache of every change, wherever it was made: the admin, a command, the shell."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models, transaction
from django.db.models.signals import post_init, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Locale, Page, ReferenceIndex, Site
from wagtail.signals import page_slug_changed, post_page_move, pre_page_move

from access.telling import access_changed
from pages.cache import changes
from pages.cache.journal import EVERYTHING
from pages.cache.ledger import note
from pages.cache.shared import announce
from pages.models.records import LabelledRecord, RecordText

# What saving a draft writes to the page's own row; readers see none of it.
DRAFT_FIELDS = frozenset(
    {"latest_revision", "draft_title", "has_unpublished_changes", "latest_revision_created_at", "locked", "alias_of"}
)


_is_one = ContextVar("is_one", default=False)


@contextmanager
def announced_as_one() -> Iterator[None]:
    """Many changes at a time: none is announced by itself; at the end, that everything may have changed."""
    token = _is_one.set(True)
    try:
        yield
    finally:
        _is_one.reset(token)
    announce({EVERYTHING})


def connect() -> None:
    post_init.connect(plain_page_loaded, sender=Page)
    pre_save.connect(page_will_change)
    post_save.connect(page_changed)
    pre_delete.connect(page_will_change)
    pre_page_move.connect(page_will_move)
    post_page_move.connect(page_moved)
    page_slug_changed.connect(page_moved)
    access_changed.connect(site_changed)
    for event in (post_save, pre_delete):
        event.connect(record_changed)
        event.connect(site_changed, sender=Locale)
        event.connect(site_changed, sender=Site)
        event.connect(image_changed, sender=get_image_model())


def plain_page_loaded(instance: Page, **kwargs: object) -> None:
    """Pages of our own types note themselves; the plain rows of menus and ways back are Wagtail's."""
    if key := instance.__dict__.get("translation_key"):
        note(f"work:{key}")


def is_public_change(sender: type[models.Model], update_fields: frozenset[str] | None) -> bool:
    if _is_one.get():
        return False
    return issubclass(sender, Page) and not (update_fields and update_fields <= DRAFT_FIELDS)


def page_will_change(
    sender: type[models.Model], instance: Page, update_fields: frozenset[str] | None = None, **kwargs: object
) -> None:
    """What the page pointed at, and where it stood, before."""
    if instance.pk and is_public_change(sender, update_fields):
        before = sender.objects.filter(pk=instance.pk).first()
        if before:
            announce(changes.touched_by(before))


def page_changed(
    sender: type[models.Model], instance: Page, update_fields: frozenset[str] | None = None, **kwargs: object
) -> None:
    if is_public_change(sender, update_fields):
        announce_later(instance)


def announce_later(page: Page) -> None:
    """Announce what a page touches once its rows are written too, which happens after its own signal."""
    transaction.on_commit(lambda: announce(changes.touched_by(page)))


def page_will_move(instance: Page, **kwargs: object) -> None:
    announce(subtree_tags(instance))


def page_moved(instance: Page, **kwargs: object) -> None:
    announce(subtree_tags(Page.objects.get(pk=instance.pk)))


def subtree_tags(page: Page) -> set[str]:
    """A move changes the addresses of everything below, and so whatever shows any of it."""
    keys = Page.objects.descendant_of(page, inclusive=True).values_list("translation_key", flat=True)
    return changes.lists_with(page.specific) | {f"work:{key}" for key in keys}


def record_changed(sender: type[models.Model], instance: models.Model, **kwargs: object) -> None:
    if _is_one.get():
        return
    if issubclass(sender, LabelledRecord):
        announce({changes.record_tag(instance), f"list:{sender._meta.model_name}"} | changes.mentioned(instance))
    elif issubclass(sender, RecordText):
        record = getattr(instance, next(field.name for field in sender._meta.fields if isinstance(field, ParentalKey)))
        announce({changes.record_tag(record), f"list:{record._meta.model_name}"})


def image_changed(instance: AbstractImage, **kwargs: object) -> None:
    """A new file, focal point or description shows on every page that uses the image."""
    pages = ReferenceIndex.get_references_to(instance).filter(base_content_type__model="page").values("object_id")
    ids = [int(row["object_id"]) for row in pages]
    announce({f"work:{key}" for key in Page.objects.filter(pk__in=ids).values_list("translation_key", flat=True)})


def site_changed(**kwargs: object) -> None:
    announce({EVERYTHING})
