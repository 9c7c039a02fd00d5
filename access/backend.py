"""What does Django answer when it is asked for a permission on one object? What the policy says.

`user.has_perm("wagtailcore.view_page", page)` is the effective answer: a grant on a page above counts, and one that no
rule heeds does not.
"""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model

from access.actions import Action
from access.policy import can
from access.principals import principal_of
from access.working import guests

# The first word of a permission's name.
ACTIONS = {
    "view": Action.VIEW,
    "add": Action.EDIT,
    "change": Action.EDIT,
    "publish": Action.PUBLISH,
    "lock": Action.PUBLISH,
    "unlock": Action.PUBLISH,
}
DESK = "wagtailadmin.access_admin"


class PolicyBackend(BaseBackend):
    """Signs nobody in. Takes the place of django-guardian's backend, which knows of one object at a time only."""

    def has_perm(self, user_obj: AbstractBaseUser, perm: str, obj: Model | None = None) -> bool:
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        if obj is None:
            return perm == DESK and guests().filter(pk=user_obj.pk).exists()
        app_label, _dot, codename = perm.partition(".")
        action, _line, model_name = codename.partition("_")
        if action not in ACTIONS or not _is_about(obj, app_label, model_name):
            return False
        return bool(can(principal_of(user_obj), ACTIONS[action], obj))


def _is_about(obj: Model, app_label: str, model_name: str) -> bool:
    """A permission of `Page` is about every type of page."""
    names = {(model._meta.app_label, model._meta.model_name) for model in type(obj).__mro__ if hasattr(model, "_meta")}
    return (app_label, model_name) in names
