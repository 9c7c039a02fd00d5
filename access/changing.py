"""The verbs: set a rule, name somebody, answer a request. Each writes the log in the same transaction."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import Page

from access.assigning import assign_below, assign_files, forget_unused_classes
from access.content_types import content_type_of
from access.current import principal
from access.models import (
    GROUP_GRANTS,
    USER_GRANTS,
    AccessRequest,
    AccessRule,
    AuditEntry,
    PageUserGrant,
    Setting,
)
from access.names import name_of
from access.objects import Target
from access.telling import access_answered, access_asked, access_changed
from access.working import working_grants

# How many works one person may ask for in a day.
DAILY = 20


class TooManyRequests(Exception):
    """The person has asked for enough works today."""


@dataclass(frozen=True)
class Wanted:
    """What is to be set on an object; no `setting` means that it inherits."""

    setting: str = ""
    discovery: str = ""
    starts_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    groups: frozenset[Group] = frozenset()
    persons: frozenset[AbstractBaseUser] = frozenset()

    def words(self) -> str:
        """For the log."""
        parts = [self.setting or "inherit", f"discover={self.discovery or 'readers'}"]
        parts += [f"from={self.starts_at:%Y-%m-%dT%H:%M%z}"] if self.starts_at else []
        parts += [f"until={self.ends_at:%Y-%m-%dT%H:%M%z}"] if self.ends_at else []
        parts += [f"group={name}" for name in sorted(group.name for group in self.groups)]
        parts += [f"person={name}" for name in sorted(name_of(person) for person in self.persons)]
        return " ".join(parts)


def stated(target: Target) -> Wanted:
    """What is set on an object now."""
    rule = target.rule
    if rule is None:
        return Wanted()
    groups = Group.objects.filter(pk__in=_grants(GROUP_GRANTS, target).values("group"))
    persons = _grants(USER_GRANTS, target).select_related("user")
    return Wanted(
        rule.setting,
        rule.discovery,
        rule.starts_at,
        rule.ends_at,
        frozenset(groups),
        frozenset(grant.user for grant in persons),
    )


@transaction.atomic
def set_access(obj: Model, wanted: Wanted, *, by: AbstractBaseUser | None) -> None:
    """Set the rule of `obj` and who is named on it. Raises `ValidationError` for dates that never hold."""
    target = Target.of(obj)
    before = stated(target)
    if before == wanted:
        return
    if wanted.starts_at and wanted.ends_at and wanted.starts_at >= wanted.ends_at:
        raise ValidationError("A rule begins before it ends.")
    write_rule(target, wanted, by=by)
    record(target, "set access", by=by, before=before.words(), after=wanted.words())


def write_rule(target: Target, wanted: Wanted, *, by: AbstractBaseUser | None) -> None:
    """The rule, its grants and the classes that follow, without a line in the log."""
    rule = target.rule
    if wanted.setting:
        fields = {name: getattr(wanted, name) for name in ("setting", "discovery", "starts_at", "ends_at")}
        AccessRule.objects.update_or_create(defaults=fields, **{target.field: target.key})
    elif rule is not None:
        rule.delete()
    is_named = wanted.setting == Setting.NAMED
    _name(target, "group", wanted.groups if is_named else (), by=by)
    _name(target, "user", wanted.persons if is_named else (), by=by)
    if target.kind == "work":
        assign_below(target.key)
    else:
        assign_files()
    forget_unused_classes()
    access_changed.send(sender=AccessRule)


@transaction.atomic
def ask(page: Page, *, person: AbstractBaseUser, reason: str) -> AccessRequest:
    """One open request for each person and work: asking again says the reason anew. Raises `TooManyRequests`."""
    day = timezone.now() - datetime.timedelta(days=1)
    if (
        AccessRequest.objects.filter(person=person, asked_at__gt=day).exclude(work=page.translation_key).count()
        >= DAILY
    ):
        raise TooManyRequests
    request, is_new = AccessRequest.objects.update_or_create(
        work=page.translation_key, person=person, state=AccessRequest.State.OPEN, defaults={"reason": reason}
    )
    if is_new:
        transaction.on_commit(lambda: access_asked.send(sender=AccessRequest, request=request), robust=True)
    return request


@transaction.atomic
def answer_request(
    request: AccessRequest,
    *,
    granted: bool,
    by: AbstractBaseUser,
    until: datetime.datetime | None = None,
    note: str = "",
) -> None:
    """Name the person who asked, until a moment, or refuse. Raises `PermissionDenied` when it was answered before.

    `note` is what is said to the person besides.
    A rule that lets in members or everyone names nobody; there, a request cannot be granted (`ValidationError`).
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    if request.state != AccessRequest.State.OPEN:
        raise PermissionDenied
    page = Page.objects.filter(translation_key=request.work).order_by("pk").first()
    target = Target.of(page)
    if granted:
        rule = target.rule
        if rule is None or rule.setting != Setting.NAMED:
            raise ValidationError("Only where persons are named can one more be.")
        _grant(target, "user", request.person, by=by, until=until)
        ends = f" until={until:%Y-%m-%dT%H:%M%z}" if until else ""
        record(target, "grant request", by=by, after=f"person={name_of(request.person)}{ends}")
    else:
        record(target, "refuse request", by=by, after=f"person={name_of(request.person)}")
    request.state = AccessRequest.State.GRANTED if granted else AccessRequest.State.REFUSED
    request.answered_by, request.answered_at, request.note = by, timezone.now(), note
    request.save(update_fields=["state", "answered_by", "answered_at", "note"])
    transaction.on_commit(lambda: access_answered.send(sender=AccessRequest, request=request), robust=True)


@transaction.atomic
def give_work(
    page: Page, person: AbstractBaseUser, *, right: str, until: datetime.datetime | None, by: AbstractBaseUser
) -> None:
    """Let a person work on a page and what lies below it; one right each. What the log says follows from the grant."""
    for held in working_grants(page).filter(user=person):
        held.delete()
    permission = Permission.objects.get(content_type=content_type_of(page), codename=right)
    PageUserGrant.objects.create(
        user=person, permission=permission, content_object_id=page.pk, given_by=by, until=until
    )


def record_grant(grant: Model, action: str) -> None:
    """A line for each grant that is given or taken, by django-guardian's own functions as well."""
    whom = f"person={name_of(grant.user)}" if hasattr(grant, "user") else f"group={grant.group.name}"
    ends = f" until={grant.until:%Y-%m-%dT%H:%M%z}" if grant.until else ""
    words = f"{grant.permission.codename} {whom}{ends}"
    reader = principal()
    by = reader.user if not reader.is_anonymous else grant.given_by
    if action == "grant":
        record(Target.of(grant.content_object), action, by=by, after=words)
    else:
        record(Target.of(grant.content_object), action, by=by, before=words)


def record(target: Target, action: str, *, by: AbstractBaseUser | None, before: str = "", after: str = "") -> None:
    AuditEntry.objects.create(
        actor_id=by.pk if by else None,
        actor=name_of(by)[:200] if by else "",
        action=action,
        object_kind=target.kind,
        object_key=str(target.key),
        object_name=target.name,
        before=before[:500],
        after=after[:500],
    )


def _grants(tables: dict[str, Any], target: Target) -> QuerySet:
    grants = tables[target.kind].objects.filter(**target.grant_filter)
    return grants.filter(permission__codename=target.view_permission)


def _name(target: Target, whom: str, named: Iterable[Model], *, by: AbstractBaseUser | None) -> None:
    """Exactly `named` are named, of groups or of users; those who were already keep what their grant says."""
    grants = _grants(GROUP_GRANTS if whom == "group" else USER_GRANTS, target)
    ids = {somebody.pk for somebody in named}
    grants.exclude(**{f"{whom}__in": ids}).delete()
    held = set(grants.values_list(whom, flat=True))
    for somebody in named:
        if somebody.pk not in held:
            _grant(target, whom, somebody, by=by)


def _grant(
    target: Target, whom: str, somebody: Model, *, by: AbstractBaseUser | None, until: datetime.datetime | None = None
) -> None:
    table = (GROUP_GRANTS if whom == "group" else USER_GRANTS)[target.kind]
    codename = target.view_permission
    permission = Permission.objects.get(content_type=content_type_of(target.obj), codename=codename)
    table.objects.update_or_create(
        content_object_id=target.obj.pk,
        permission=permission,
        defaults={"given_by": by, "until": until},
        **{whom: somebody},
    )
