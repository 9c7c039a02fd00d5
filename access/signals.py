"""Tells the policy of every change to an object, wherever it was made; the verbs know what follows."""

from django.db.models import Model
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from access.assigning import assign_everything, assign_file, assign_files, assign_work
from access.changing import record_grant
from access.keeping import forget_work, hand_over_grants, works_of_aliases
from access.models import GROUP_GRANTS, USER_GRANTS


def connect(app: object) -> None:
    post_save.connect(page_saved)
    pre_delete.connect(page_will_go, sender=Page)
    post_delete.connect(page_gone, sender=Page)
    for model in (get_document_model(), get_image_model()):
        post_save.connect(file_saved, sender=model)
    for event in (post_save, post_delete):
        event.connect(collection_changed, sender=Collection)
    for grants in (*USER_GRANTS.values(), *GROUP_GRANTS.values()):
        post_save.connect(grant_given, sender=grants)
        post_delete.connect(grant_taken, sender=grants)
    post_migrate.connect(migrated, sender=app)


def page_saved(
    instance: Model, update_fields: frozenset[str] | None = None, raw: bool = False, **kwargs: object
) -> None:
    """A page is saved when it is made, and when an alias becomes a page of its own."""
    is_placed = update_fields is None or "alias_of_id" in update_fields or "alias_of" in update_fields
    if isinstance(instance, Page) and is_placed and not raw:
        assign_work(instance.translation_key)


def page_will_go(instance: Page, **kwargs: object) -> None:
    hand_over_grants(instance)
    instance.works_of_aliases = works_of_aliases(instance)


def page_gone(instance: Page, **kwargs: object) -> None:
    forget_work(instance.translation_key)
    for work in {instance.translation_key} | instance.works_of_aliases:
        assign_work(work)


def file_saved(instance: Model, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        assign_file(instance)


def collection_changed(**kwargs: object) -> None:
    assign_files()


def grant_given(instance: Model, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        record_grant(instance, "grant")


def grant_taken(instance: Model, **kwargs: object) -> None:
    record_grant(instance, "revoke")


def migrated(**kwargs: object) -> None:
    """Migrations write rows without signals."""
    assign_everything()
