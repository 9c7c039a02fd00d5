"""May this person work on an object they may read? Wagtail's rights of groups, asked for one object."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from wagtail.images import get_image_model
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies.base import BasePermissionPolicy

from access.actions import Action

WIDEN = "access.widen_access"


def has_right(user: AbstractBaseUser | AnonymousUser, action: Action, obj: Model) -> bool:
    """To manage is to publish and to let more people read."""
    if action is Action.MANAGE and not user.has_perm(WIDEN):
        return False
    if isinstance(obj, Page):
        rights = PagePermissionTester(user, obj)
        if action in (Action.PUBLISH, Action.MANAGE):
            return bool(rights.can_publish())
        return bool(rights.can_edit())
    return bool(_policy_of(obj).user_has_permission_for_instance(user, "change", obj))


def _policy_of(file: Model) -> BasePermissionPolicy:
    """Wagtail's, which can be imported only once every app is there."""
    from wagtail.documents import permissions as documents
    from wagtail.images import permissions as images

    return (images if isinstance(file, get_image_model()) else documents).permission_policy
