"""Which classes may this principal read now? One query, whose answer is a small set of numbers."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from access.models import (
    GROUP_GRANTS,
    USER_GRANTS,
    AccessClass,
    AccessRule,
    ClassRule,
    Discovery,
    PageAssignment,
    Setting,
)

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
# Who may edit may read. What else a grant allows is no matter of reading.
READING, WORKING = ("view",), ("change", "publish")
# The number of pages up to which a list of them costs less than a look at every page of a large site.
FEW = 500


@dataclass(frozen=True)
class Reach:
    """The numbers of the classes, and the moment at which a date changes them."""

    view: frozenset[int]
    discover: frozenset[int]
    boundary: datetime.datetime | None
    # Whether so few pages may be discovered that it is quicker to start from them than to pass over all others.
    is_narrow: bool


def reach(tokens: frozenset[str], user_id: int | None, group_ids: Iterable[int]) -> Reach:
    """A class is open when each of its rules lets the principal in; a rule that is gone lets nobody in."""
    values: dict[str, Any] = {
        "now": connection.ops.adapt_datetimefield_value(timezone.now()),
        "is_dateless": bool(tokens & DATELESS),
        "user": user_id,
    }
    lists: dict[str, list[Any]] = {
        "settings": [str(setting) for setting, admitted in ADMITTED.items() if tokens & admitted],
        "discoveries": [str(discovery) for discovery, informed in INFORMED.items() if tokens & informed],
        "groups": sorted(group_ids) if user_id else [],
    }
    values |= {f"{name}{place}": one for name, some in lists.items() for place, one in enumerate(some)}
    query = _query(user_id is not None, *(len(some) for some in lists.values()))
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        rows = cursor.fetchall()
    # The first row is there even when no class is open, for the moments.
    return Reach(
        frozenset(number for number, may_view, *_rest in rows if number and may_view),
        frozenset(number for number, *_rest in rows if number),
        min((_aware(moment) for moment in rows[0][2:4] if moment), default=None),
        rows[0][4] <= FEW,
    )


@cache
def _query(is_person: bool, settings: int, discoveries: int, groups: int) -> str:
    """One statement for both databases: who may discover includes who may view."""
    models = (AccessRule, AccessClass, ClassRule, PageAssignment)
    rules, classes, parts, pages = (model._meta.db_table for model in models)
    is_time = "(starts_at IS NULL OR starts_at <= %(now)s) AND (ends_at IS NULL OR ends_at > %(now)s)"
    admits = f"setting IN ({_names('settings', settings)}) OR (setting = 'named' AND id IN (SELECT rule FROM named))"
    unknown = f"SELECT 1 FROM {parts} WHERE access_class_id = c.id AND rule_id NOT IN (SELECT id FROM known)"
    closed = f"SELECT 1 FROM {parts} WHERE access_class_id = c.id AND rule_id NOT IN (SELECT id FROM admitted)"
    return f"""
        WITH named AS ({_named(is_person, groups)}),
        admitted AS (
            SELECT id FROM {rules}
            WHERE id IN (SELECT rule FROM named WHERE is_work) OR (({admits}) AND (%(is_dateless)s OR ({is_time})))
        ),
        known AS (
            SELECT id FROM admitted
            UNION ALL SELECT id FROM {rules} WHERE discovery IN ({_names("discoveries", discoveries)})
        ),
        found AS (SELECT c.id, NOT EXISTS ({closed}) AS is_open FROM {classes} c WHERE NOT EXISTS ({unknown})),
        few AS (SELECT 1 FROM {pages} WHERE access_class_id IN (SELECT id FROM found) LIMIT {FEW + 1})
        SELECT found.id, found.is_open, moments.starts_at, moments.ends_at, (SELECT COUNT(*) FROM few)
        FROM (
            SELECT
                MIN(CASE WHEN starts_at > %(now)s THEN starts_at END) AS starts_at,
                MIN(CASE WHEN ends_at > %(now)s THEN ends_at END) AS ends_at
            FROM {rules}
        ) moments LEFT JOIN found ON TRUE
    """


def _named(is_person: bool, groups: int) -> str:
    """The rules on whose object the person, or a group of theirs, has a grant, and whether it is one to work there."""
    found = []
    if is_person:
        found += [_granted(kind, table, "user_id = %(user)s") for kind, table in USER_GRANTS.items()]
    if groups:
        names = _names("groups", groups)
        found += [_granted(kind, table, f"group_id IN ({names})") for kind, table in GROUP_GRANTS.items()]
    return " UNION ALL ".join(found) or "SELECT 0 AS rule, FALSE AS is_work WHERE FALSE"


def _granted(kind: str, grants: type[Model], to_whom: str) -> str:
    model = grants._meta.get_field("content_object").related_model._meta
    works = ", ".join(f"'{action}_{model.model_name}'" for action in WORKING)
    reads = ", ".join(f"'{action}_{model.model_name}'" for action in READING)
    key = "o.id" if kind == "work" else f"r.{kind}_id"
    versions = f"JOIN {model.db_table} o ON o.translation_key = r.work" if kind == "work" else ""
    return (
        f"SELECT r.id AS rule, p.codename IN ({works}) AS is_work "
        f"FROM {AccessRule._meta.db_table} r {versions} JOIN {grants._meta.db_table} g ON g.content_object_id = {key} "
        f"JOIN auth_permission p ON p.id = g.permission_id "
        f"WHERE g.{to_whom} AND (g.until IS NULL OR g.until > %(now)s) AND p.codename IN ({reads}, {works})"
    )


def _names(name: str, count: int) -> str:
    return ", ".join(f"%({name}{place})s" for place in range(count)) or "NULL"


def _aware(moment: datetime.datetime | str) -> datetime.datetime:
    """SQLite gives what it stores: text, in UTC."""
    if isinstance(moment, str):
        return datetime.datetime.fromisoformat(moment).replace(tzinfo=datetime.UTC)
    return moment
