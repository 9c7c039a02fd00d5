"""Does the index say what the database says? Compared: what there should be, what is kept, what the engine holds."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from jobs.draining import Outcome, drain_all, new_holder
from jobs.models import Job
from jobs.registry import handler_of
from search import outbox
from search.engines import engine
from search.entries import Tier
from search.keeping import digest_of, next_version
from search.models import IndexEntry
from search.parts import parts
from search.projection import everything, project

BATCH = 200
Progress = Callable[[int], object]
Held = dict[str, list[tuple[int, Tier]]]


class Drift(StrEnum):
    """What can be wrong with an entry, the worst first."""

    GHOST = "in the index, and should not be there"
    TIER = "in the index for other readers than it should be"
    SUPERFLUOUS = "kept, and should not be there"
    OUTDATED = "kept as it was before, not as it is"
    MISSING = "should be there, and is not kept"
    ABSENT = "kept, and not in the index"
    VERSION = "in the index in another version than is kept"


@dataclass
class Found:
    """`pending` is what has a job anyway: it is late, not lost."""

    checked: int = 0
    pending: int = 0
    drifts: dict[Drift, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def keys(self) -> set[str]:
        return {key for keys in self.drifts.values() for key in keys}


def check(progress: Callable[[int], Progress] = lambda total: lambda count: None) -> Found:
    """`progress` is given the number of entries. Raises `EngineDown`.

    Whatever seems wrong is looked at once more: it may have changed in between.
    """
    keys = _all_keys()
    suspects = _compared(keys, progress(len(keys))).keys
    found = _compared(suspects, lambda count: None)
    found.checked = len(keys)
    return found


def repair(found: Found) -> Outcome:
    """Through the outbox, like any change, with a version beyond any that the engine knows of."""
    for keys in parts(sorted(found.keys), BATCH):
        IndexEntry.objects.filter(pk__in=keys).update(version=next_version())
    outbox.changed(found.keys)
    handler = handler_of(outbox.KIND)
    return drain_all([handler] if handler else [], holder=new_holder())


def _all_keys() -> set[str]:
    return {*everything(), *IndexEntry.objects.values_list("key", flat=True), *(key for key, *_ in engine().held())}


def _compared(keys: Iterable[str], progress: Progress) -> Found:
    held: Held = defaultdict(list)
    for key, version, tier in engine().held():
        held[key].append((version, tier))
    pending = set(Job.objects.filter(kind=outbox.KIND).values_list("key", flat=True))
    found = Found(pending=len(pending))
    for part in parts(sorted(keys), BATCH):
        rows = {
            row.key: row for row in IndexEntry.objects.filter(pk__in=part).only("key", "digest", "version", "tier")
        }
        wanted = {key: digest_of(one) for key, one in project(part).items()}
        for key in part:
            drift = _drift(rows.get(key), wanted.get(key), held.get(key, []))
            if drift and key not in pending:
                found.drifts[drift].append(key)
        progress(len(part))
    return found


def _drift(row: IndexEntry | None, wanted: str | None, held: list[tuple[int, Tier]]) -> Drift | None:
    if wanted is None:
        return Drift.GHOST if held else Drift.SUPERFLUOUS if row else None
    if row is None:
        return Drift.MISSING
    if row.digest != wanted:
        return Drift.OUTDATED
    if not held:
        return Drift.ABSENT
    if [tier for _version, tier in held] != [Tier(row.tier)]:
        return Drift.TIER
    return Drift.VERSION if held[0][0] != row.version else None
