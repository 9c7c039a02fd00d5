"""Who can read as a result of a rule, and why? In sets of accounts, for the desk."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from access.classes import READING, WORKING
from access.models import GROUP_GRANTS, USER_GRANTS, AccessRule, Discovery, Setting
from access.names import name_of
from access.principals import MEMBERS

# Stands in a set of accounts for readers without one.
THE_PUBLIC = 0
Accounts = frozenset[int]


@dataclass(frozen=True)
class Named:
    """A group or person named by a rule, and how many people that is."""

    name: str
    count: int
    is_group: bool


def accounts_let_in(rule: AccessRule) -> Accounts:
    """Whom the rule lets in while its dates hold, who works there included, administrators aside."""
    people = _active()
    working = frozenset(people.filter(_named_by(rule, WORKING)).values_list("pk", flat=True))
    if rule.setting == Setting.NAMED:
        return working | frozenset(people.filter(_named_by(rule, READING)).values_list("pk", flat=True))
    return working | _accounts(rule.setting, people)


def accounts_informed(rule: AccessRule) -> Accounts:
    """Who may know of what the rule keeps without reading it."""
    return frozenset() if rule.discovery == Discovery.READERS else _accounts(rule.discovery, _active())


def common(rules: Iterable[Accounts]) -> Accounts:
    """Whom every rule of a class lets in; a class without rules lets everyone in."""
    sets = list(rules)
    return frozenset.intersection(*sets) if sets else _accounts(str(Setting.EVERYONE), _active())


def named_by(rule: AccessRule) -> list[Named]:
    heeded = WORKING + READING if rule.setting == Setting.NAMED else WORKING
    groups = Group.objects.filter(pk__in=_granted(GROUP_GRANTS, rule, heeded).values("group"))
    people = _active().filter(pk__in=_granted(USER_GRANTS, rule, heeded).values("user"))
    counted = groups.annotate(people=Count("user", filter=Q(user__is_active=True))).order_by("name")
    named = [Named(group.name, group.people, True) for group in counted]
    return named + [Named(name_of(person), 1, False) for person in people]


def _active() -> QuerySet:
    return get_user_model().objects.filter(is_active=True)


def _accounts(whom: str, people: QuerySet) -> Accounts:
    """The values of settings and of discovery mean the same people."""
    if whom == Setting.EVERYONE:
        return frozenset(people.values_list("pk", flat=True)) | {THE_PUBLIC}
    return frozenset(people.filter(groups__name=MEMBERS).values_list("pk", flat=True))


def _named_by(rule: AccessRule, actions: tuple[str, ...]) -> Q:
    groups = _granted(GROUP_GRANTS, rule, actions).values("group")
    return Q(pk__in=_granted(USER_GRANTS, rule, actions).values("user")) | Q(groups__in=groups)


def _granted(tables: dict, rule: AccessRule, actions: tuple[str, ...]) -> QuerySet:
    kind = next(kind for kind in tables if getattr(rule, f"{kind}_id" if kind != "work" else "work") is not None)
    field = "content_object__translation_key" if kind == "work" else "content_object_id"
    key = rule.work if kind == "work" else getattr(rule, f"{kind}_id")
    is_heeded = Q()
    for action in actions:
        is_heeded |= Q(permission__codename__startswith=f"{action}_")
    grants = tables[kind].objects.filter(is_heeded, **{field: key})
    return grants.filter(Q(until=None) | Q(until__gt=timezone.now()))
