"""May this person work on an object they may read? Wagtail's rights of groups and own grants, for one object."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from wagtail.models import Collection, Page, PagePermissionTester
from wagtail.permissions import policy_registry

from access.actions import Action

WIDEN = "access.widen_access"


def has_right(user: AbstractBaseUser | AnonymousUser, action: Action, obj: Model) -> bool:
    """To manage is to publish and to let more people read."""
    if not user.is_active or user.is_anonymous:
        return False
    if action is Action.MANAGE and not user.has_perm(WIDEN):
        return False
    if isinstance(obj, Page):
        rights = PagePermissionTester(user, obj)
        if action in (Action.PUBLISH, Action.MANAGE):
            return bool(rights.can_publish())
        return bool(rights.can_edit())
    if isinstance(obj, Collection):
        return bool(user.has_perm("wagtailcore.change_collection"))
    return bool(policy_registry.get(obj).user_has_permission_for_instance(user, "change", obj))
