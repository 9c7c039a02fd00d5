"""Which classes may this principal read now? One query, whose answer is a small set of numbers."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value
from django.utils import timezone

from access.models import GROUP_GRANTS, USER_GRANTS, AccessClass, Discovery, Setting

ANYONE, MEMBER, EDITOR, SUPERUSER = "anyone", "member", "editor", "superuser"

# Who is let in by a setting without being named.
ADMITTED: dict[Any, set[str]] = {
    Setting.EVERYONE: {ANYONE, SUPERUSER},
    Setting.MEMBERS: {MEMBER, SUPERUSER},
    Setting.NAMED: {SUPERUSER},
}
INFORMED: dict[Any, set[str]] = {
    Discovery.READERS: {SUPERUSER},
    Discovery.MEMBERS: {MEMBER, SUPERUSER},
    Discovery.EVERYONE: {ANYONE, SUPERUSER},
}
# Dates are for readers; who prepares a publication sees it before its time.
DATELESS = {EDITOR, SUPERUSER}


class Part(NamedTuple):
    """One rule of a class, as seen by one principal; all but the first two are None in a class without rules."""

    access_class: int
    key: str
    rule: int | None
    setting: str | None
    discovery: str | None
    starts_at: datetime.datetime | None
    ends_at: datetime.datetime | None
    is_named: bool | None


@dataclass(frozen=True)
class Reach:
    """The numbers of the classes, and the moment at which a date changes them."""

    view: frozenset[int]
    discover: frozenset[int]
    boundary: datetime.datetime | None


def reach(tokens: frozenset[str], user_id: int | None, group_ids: Iterable[int]) -> Reach:
    now = timezone.now()
    view, discover, moments = set(), set(), []
    for access_class, parts in groupby(_parts(user_id, group_ids, now), key=lambda part: part.access_class):
        rules = list(parts)
        moments += [moment for part in rules for moment in (part.starts_at, part.ends_at) if moment and moment > now]
        if not _is_whole(rules):
            continue
        if all(admits(part, tokens, now) for part in rules):
            view.add(access_class)
        if all(
            admits(part, tokens, now) or tokens & INFORMED.get(part.discovery, set()) for part in rules if part.rule
        ):
            discover.add(access_class)
    return Reach(frozenset(view), frozenset(discover), min(moments, default=None))


def admits(part: Part, tokens: frozenset[str], now: datetime.datetime) -> bool:
    """Is the principal let in by one rule? The class without rules has one part, without a rule."""
    if part.rule is None:
        return True
    is_time = (part.starts_at is None or part.starts_at <= now) and (part.ends_at is None or now < part.ends_at)
    is_named = part.setting == Setting.NAMED and bool(part.is_named)
    return (is_named or bool(tokens & ADMITTED.get(part.setting, set()))) and (is_time or bool(tokens & DATELESS))


def informs(part: Part, tokens: frozenset[str]) -> bool:
    """May the principal know of what one rule keeps, whatever the date?"""
    return bool(tokens & INFORMED.get(part.discovery, set()))


def _is_whole(parts: list[Part]) -> bool:
    """Are all the rules still there that made the class?"""
    return ",".join(str(part.rule) for part in parts if part.rule) == parts[0].key


def _parts(user_id: int | None, group_ids: Iterable[int], now: datetime.datetime) -> Iterable[Part]:
    named = _named(user_id, frozenset(group_ids), now) if user_id else Value(False)
    rows = AccessClass.objects.annotate(is_named=ExpressionWrapper(named, BooleanField())).order_by("pk", "rules__pk")
    fields = ("rules__pk", "rules__setting", "rules__discovery", "rules__starts_at", "rules__ends_at")
    return map(Part._make, rows.values_list("pk", "key", *fields, "is_named"))


def _named(user_id: int, group_ids: frozenset[int], now: datetime.datetime) -> Q:
    """Is the person, or a group of theirs, named on the object of the rule?"""
    lasting = Q(until=None) | Q(until__gt=now)
    found = Q()
    for kind, grants in USER_GRANTS.items():
        found |= _objects(kind, grants.objects.filter(lasting, user_id=user_id))
    for kind, grants in GROUP_GRANTS.items():
        found |= _objects(kind, grants.objects.filter(lasting, group_id__in=group_ids))
    return found


def _objects(kind: str, grants: QuerySet) -> Q:
    reading = grants.filter(permission__codename__startswith="view_")
    target = "content_object__translation_key" if kind == "work" else "content_object"
    return Q(**{f"rules__{kind}__in": reading.values(target)})
