"""What may an editor do with images, documents and collections? Nothing with those that they may not read."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)
from wagtail.permissions import register_permission_policy

from access.actions import Action
from access.desk.rights import OpenPagePermissionPolicy, open_to, reader_of
from access.policy import can
from access.working import works_on_file


def register() -> None:
    """In place of Wagtail's own. After Wagtail's apps are ready, or theirs would take the place of these."""
    # Wagtail keeps the rights over a custom model with its own models.
    for model, rights in ((get_image_model(), "wagtailimages.Image"), (get_document_model(), "wagtaildocs.Document")):
        register_permission_policy(
            model, OpenFilePolicy(model, auth_model=rights, owner_field_name="uploaded_by_user")
        )
    register_permission_policy(Page, OpenPagePermissionPolicy(Page))
    register_permission_policy(Collection, OpenCollectionPolicy(Collection))


def _is_open(user: AbstractBaseUser, obj: Model) -> bool:
    """What is not stored yet is as open as where it will be."""
    return obj.pk is None or bool(can(reader_of(user), Action.VIEW, obj))


class OpenFilePolicy(CollectionOwnershipPermissionPolicy):
    def collections_user_has_any_permission_for(self, user: AbstractBaseUser, actions: Iterable[str]) -> QuerySet:
        return open_to(user, super().collections_user_has_any_permission_for(user, actions))

    def user_has_any_permission_for_instance(
        self, user: AbstractBaseUser, actions: Iterable[str], instance: Model
    ) -> bool:
        if not _is_open(user, instance):
            return False
        is_given = "change" in actions and instance.pk is not None and works_on_file(user, instance)
        return is_given or super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user: AbstractBaseUser, actions: Iterable[str]) -> QuerySet:
        return open_to(user, super().instances_user_has_any_permission_for(user, actions))


class OpenCollectionPolicy(CollectionManagementPermissionPolicy):
    def user_has_any_permission_for_instance(
        self, user: AbstractBaseUser, actions: Iterable[str], instance: Model
    ) -> bool:
        return _is_open(user, instance) and super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user: AbstractBaseUser, actions: Iterable[str]) -> QuerySet:
        return open_to(user, super().instances_user_has_any_permission_for(user, actions))
