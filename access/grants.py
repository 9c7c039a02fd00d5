"""Which grants are there, to whom, by whom, and until when?"""

import csv
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.models import GROUP_GRANTS, USER_GRANTS
from access.names import name_of
from access.objects import Target

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# What the rights are called at the desk, by the first word of the permission.
RIGHTS = {"view": _("Read"), "change": _("Edit"), "publish": _("Edit and publish")}
HEADINGS = ("kind", "number", "object", "to", "name", "right", "given by", "given at", "until", "lasting")


class Writable(Protocol):
    def write(self, text: str, /) -> object: ...


@dataclass(frozen=True)
class Grant:
    """`right` is the name of the permission; `is_lasting` is false when its time has passed."""

    kind: str
    key: int
    name: str
    whom: str
    is_group: bool
    right: str
    given_by: str
    given_at: datetime.datetime
    until: datetime.datetime | None
    is_lasting: bool

    @property
    def right_name(self) -> object:
        return RIGHTS.get(self.right, self.right)

    def cells(self) -> list[str]:
        """In the order of `HEADINGS`, harmless to spreadsheets."""
        values = (
            self.kind,
            self.key,
            self.name,
            "group" if self.is_group else "person",
            self.whom,
            self.right,
            self.given_by,
            self.given_at.isoformat(timespec="seconds"),
            self.until.isoformat(timespec="seconds") if self.until else "",
            "yes" if self.is_lasting else "no",
        )
        return [harmless(str(value)) for value in values]


def harmless(value: str) -> str:
    """`value` so that no spreadsheet runs it as a formula."""
    return f"'{value}" if value.startswith(_FORMULA_SIGNS) or value.lstrip().startswith(_FORMULA_SIGNS) else value


def grants() -> list[Grant]:
    """All of them, newest first; eight queries."""
    found = [
        _grant(kind, row, "group" if tables is GROUP_GRANTS else "user")
        for tables, whom in ((USER_GRANTS, "user"), (GROUP_GRANTS, "group"))
        for kind, table in tables.items()
        for row in table.objects.select_related("content_object", "permission", "given_by", whom)
    ]
    return sorted(found, key=lambda grant: grant.given_at, reverse=True)


def write_csv(rows: Iterable[Grant], file: Writable) -> None:
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    writer.writerows(row.cells() for row in rows)


def _grant(kind: str, row: Model, whom: str) -> Grant:
    target = Target.of(row.content_object)
    holder = getattr(row, whom)
    return Grant(
        "page" if kind == "work" else kind,
        row.content_object_id,
        target.name,
        holder.name if whom == "group" else name_of(holder),
        whom == "group",
        row.permission.codename.partition("_")[0],
        name_of(row.given_by) if row.given_by else "",
        row.given_at,
        row.until,
        row.until is None or row.until > timezone.now(),
    )
