"""How are projected entries kept in the database, and how do they go from there to an engine?"""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping

from django.db import transaction

from search.entries import Entry, Passage, Tier
from search.models import IndexEntry
from search.parts import parts
from search.projection import Projected

# How many parameters of a statement every database takes with ease.
MANY = 500
_WRITTEN = [field.name for field in IndexEntry._meta.concrete_fields if not field.primary_key]


@transaction.atomic
def keep(projected: Iterable[Projected], gone: Iterable[str] = ()) -> list[IndexEntry]:
    """The rows of all of `projected`; what is kept already is not written anew, and keeps its version.

    Whoever else writes the same rows waits, so that no version is given twice.
    """
    rows, lost = sorted(map(_row, projected), key=lambda row: row.key), sorted(gone)
    before = _held([*(row.key for row in rows), *lost])
    changed = []
    for row in rows:
        digest, version, has_vectors = before.get(row.key, ("", 0, False))
        if row.digest == digest:
            row.version, row.has_vectors = version, has_vectors
        else:
            row.version = next_version(version)
            changed.append(row)
    for keys in parts(lost, MANY):
        IndexEntry.objects.filter(pk__in=keys).delete()
    for part in parts(changed, MANY):
        IndexEntry.objects.bulk_create(part, update_conflicts=True, unique_fields=["key"], update_fields=_WRITTEN)
    return rows


def next_version(last: int = 0) -> int:
    """Higher than that of any entry so far of a key, also of one that was taken away since: thousandths of seconds."""
    return max(last + 1, time.time_ns() // 1_000_000)


def digest_of(projected: Projected) -> str:
    """As the row has it that is kept of it."""
    return _row(projected).digest


def entries(rows: Iterable[IndexEntry], passages: Mapping[str, tuple[Passage, ...]] | None = None) -> list[Entry]:
    """`passages` by key, as far as their meaning is known."""
    meant = passages or {}
    return [
        Entry(
            key=row.key,
            tier=Tier(row.tier),
            version=row.version,
            classes=classes_in(row.classes),
            tokens=row.tokens,
            values={name: tuple(values) for name, values in row.values.items()},
            years=tuple(row.years),
            day=row.day,
            passages=meant.get(row.key, ()),
        )
        for row in rows
    ]


def written(classes: Iterable[int]) -> str:
    """`,3,17,`: each number stands between commas."""
    return "".join(f",{number}" for number in sorted(classes)) + ","


def classes_in(text: str) -> frozenset[int]:
    return frozenset(int(number) for number in text.split(",") if number)


def _held(keys: list[str]) -> dict[str, tuple[str, int, bool]]:
    """Digest, version and whether there are vectors; locked in one order, so that nobody waits in a circle."""
    found: dict[str, tuple[str, int, bool]] = {}
    for part in parts(sorted(keys), MANY):
        rows = IndexEntry.objects.filter(pk__in=part).order_by("pk").select_for_update()
        found |= {key: tuple(rest) for key, *rest in rows.values_list("key", "digest", "version", "has_vectors")}
    return found


def _row(one: Projected) -> IndexEntry:
    row = IndexEntry(
        key=one.key,
        tier=one.tier.value,
        classes=written(one.classes),
        tokens=one.tokens,
        values={name: list(values) for name, values in one.values.items()},
        years=list(one.years),
        day=one.day,
        texts=list(one.texts),
        mentions=list(one.mentions),
    )
    content = [row.tier, row.classes, row.tokens, row.values, row.years, row.day, row.texts, row.mentions]
    row.digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return row
