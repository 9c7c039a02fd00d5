"""Who may work on an object by a grant of their own, beside what Wagtail's groups may do everywhere?

A grant of `change_page` or `publish_page` is for the work, in all its versions, and for everything below it, as long
as it lasts. It also lets in at the desk: a guest editor needs no group.
"""

from collections.abc import Iterator

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from wagtail.models import Collection, GroupPagePermission, Page

from access.models import GROUP_GRANTS, USER_GRANTS
from access.objects import Target

# Of pages: what somebody may do who was given the one right. Who may edit may also add below.
GIVEN = {
    "change_page": ("add", "change"),
    "publish_page": ("add", "change", "publish", "lock", "unlock"),
}


def is_lasting() -> Q:
    return Q(until=None) | Q(until__gt=timezone.now())


def grants_of(user: AbstractBaseUser, kind: str) -> Iterator[QuerySet]:
    """The lasting grants of a person, and those of their groups; `kind` is a field of a rule."""
    yield USER_GRANTS[kind].objects.filter(is_lasting(), user=user)
    yield GROUP_GRANTS[kind].objects.filter(is_lasting(), group__user=user)


def page_rights(user: AbstractBaseUser) -> list[GroupPagePermission]:
    """As Wagtail knows rights, so that all it asks at the desk follows. Nothing of it is stored; three queries."""
    works: dict[object, set[str]] = {}
    for grants in grants_of(user, "work"):
        held = grants.filter(permission__codename__in=GIVEN)
        for work, codename in held.values_list("content_object__translation_key", "permission__codename"):
            works.setdefault(work, set()).update(GIVEN[codename])
    if not works:
        return []
    pages = Page.objects.filter(translation_key__in=works)
    return [
        GroupPagePermission(page=page, permission=Permission(codename=f"{right}_page"))
        for page in pages
        for right in sorted(works[page.translation_key])
    ]


def works_on_file(user: AbstractBaseUser, file: Model) -> bool:
    """By a grant on the document or image, or on a collection that it lies in."""
    target = Target.of(file)
    name = f"change_{type(file)._meta.model_name}"
    above = Collection.objects.filter(path__in=_paths(file.collection.path)).values("pk")
    return any(
        grants.filter(permission__codename=name, content_object=file).exists()
        for grants in grants_of(user, target.kind)
    ) or any(
        grants.filter(permission__codename="change_collection", content_object__in=above).exists()
        for grants in grants_of(user, "collection")
    )


def working_grants(page: Page) -> QuerySet:
    """To persons, on any version of the work, those included whose time has passed."""
    held = USER_GRANTS["work"].objects.filter(content_object__translation_key=page.translation_key)
    return held.filter(permission__codename__in=GIVEN).select_related("user", "permission").order_by("given_at", "pk")


def guests() -> QuerySet:
    """The accounts that a grant lets in at the desk."""
    is_work = Q(permission__codename__in=GIVEN)
    users = USER_GRANTS["work"].objects.filter(is_lasting(), is_work).values("user")
    groups = GROUP_GRANTS["work"].objects.filter(is_lasting(), is_work).values("group")
    return get_user_model().objects.filter(Q(pk__in=users) | Q(groups__in=groups), is_active=True)


def _paths(path: str) -> list[str]:
    return [path[:end] for end in range(Collection.steplen, len(path) + 1, Collection.steplen)]
