"""What changed and does not stand in the index yet? It is left out of every answer, and looked at as it is now."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from jobs.models import Job
from search.entries import Entry, Tier
from search.outbox import KIND, nudge, pending
from search.projection import Projected, project
from search.projection.keys import DESK, KNOWN, WORK

# So many are looked at afresh within one search; and so many can be left out of what an engine is asked.
FEW, MOST = 100, 10_000


@dataclass(frozen=True)
class Overlay:
    """`fresh` are those of `keys` that there are, as projected now; none when there are more than a few."""

    keys: frozenset[str] = frozenset()
    fresh: dict[str, Projected] = field(default_factory=dict)
    is_beyond: bool = False

    def entries(self) -> list[Entry]:
        return [entry(projected) for projected in self.fresh.values()]


def overlay() -> Overlay:
    """One query while nothing changes. What is pending is done soon, also where no worker is to do it."""
    keys = pending(MOST + 1)
    if keys:
        nudge()
    if len(keys) > MOST:
        return Overlay(is_beyond=True)
    changed = with_known([key for key in keys if not key.startswith(f"{DESK}:")])
    return Overlay(changed, project(changed) if 0 < len(changed) <= FEW else {})


def with_known(keys: Collection[str]) -> frozenset[str]:
    """What is known of a work may be another when the work is."""
    return frozenset(keys).union(key.replace(WORK, KNOWN, 1) for key in keys if key.startswith(f"{WORK}:"))


def outdated() -> QuerySet:
    """Keys of kept entries that may be older than the database; what waits for the engine alone was kept already."""
    waiting = Q(attempts=0, error__gt="")
    return Job.objects.filter(~waiting, kind=KIND).order_by().values("key")


def entry(projected: Projected) -> Entry:
    return Entry(
        key=projected.key,
        tier=Tier(projected.tier),
        version=0,
        classes=projected.classes,
        tokens=projected.tokens,
        values=projected.values,
        years=projected.years,
        day=projected.day,
    )
