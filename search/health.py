"""How does the index fare, and what was looked for in vain?"""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Min, QuerySet, Sum
from django.utils import timezone

from access.models import AccessClass
from jobs.models import Job
from search.engines import engine
from search.engines.base import EngineDown, Question
from search.entries import Tier
from search.models import IndexEntry, UnansweredSearch
from search.outbox import KIND
from search.projection.desk import NOBODYS

# What fewer people looked for could tell who they are.
LEAST_COUNT = 10
DAYS = 90


@dataclass(frozen=True)
class TierCount:
    """`held` is unknown while the engine is down."""

    tier: Tier
    kept: int
    held: int | None

    @property
    def is_drifted(self) -> bool:
        return self.held is not None and self.held != self.kept


@dataclass(frozen=True)
class Health:
    """`oldest` is when the longest waiting change was made; what was given up does not wait."""

    is_answering: bool
    waiting: int
    oldest: datetime.datetime | None
    dead: int
    tiers: list[TierCount]

    @property
    def is_drifted(self) -> bool:
        """What is still waiting has not arrived yet, and explains a difference."""
        return not self.waiting and any(count.is_drifted for count in self.tiers)


def health() -> Health:
    jobs = Job.objects.filter(kind=KIND)
    waiting = jobs.filter(is_dead=False).aggregate(count=Count("pk"), oldest=Min("asked_at"))
    held = _held()
    kept = dict(IndexEntry.objects.exclude(classes=",").values_list("tier").annotate(Count("pk")).order_by())
    return Health(
        is_answering=held is not None,
        waiting=waiting["count"],
        oldest=waiting["oldest"],
        dead=jobs.filter(is_dead=True).count(),
        tiers=[TierCount(tier, kept.get(tier, 0), held[tier] if held else None) for tier in Tier],
    )


def _held() -> dict[Tier, int] | None:
    """How many entries the engine has in each tier; None when it does not answer."""
    everybody = NOBODYS | frozenset(AccessClass.objects.values_list("pk", flat=True))
    try:
        return {tier: engine().search(Question((tier,), everybody, limit=1)).total for tier in Tier}
    except EngineDown:
        return None


def dead_jobs() -> QuerySet[Job]:
    """What was given up after many attempts, the latest first."""
    return Job.objects.filter(kind=KIND, is_dead=True).order_by("-asked_at", "-pk")


def looked_for_in_vain() -> QuerySet:
    """Words, language and how often, of the last months; what was asked often only."""
    since = timezone.localdate() - datetime.timedelta(days=DAYS)
    counted = UnansweredSearch.objects.filter(day__gte=since).values("language", "words").annotate(times=Sum("count"))
    return counted.filter(times__gte=LEAST_COUNT).order_by("-times", "language", "words")
