"""Which jobs are there, and who is at them? Jobs are asked for in the transaction of the change that needs them."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.dispatch import Signal
from django.utils import timezone

from jobs.models import Job

# How long a worker may be at a batch before others take it up.
LEASE = datetime.timedelta(minutes=2)
# How much is kept of what went wrong.
LONGEST_ERROR = 2000

# With `kind`, once what was asked for is in the database for good.
asked = Signal()


@dataclass(frozen=True)
class Asked:
    """Waits for the end of a transaction, and tells what was asked for in it and not rolled back since."""

    kind: str
    keys: frozenset[str]

    def __call__(self) -> None:
        asked.send(sender=Job, kind=self.kind)


def put(kind: str, keys: Iterable[str]) -> None:
    """Ask for a job on each key. One statement for some hundred keys, none for those asked for.

    Sorted, so that two transactions that ask for the same do not wait for each other in a circle.
    """
    new = set(keys)
    for known in asked_here(kind):
        new = new - known
    if not new:
        return
    Job.objects.bulk_create(
        [Job(kind=kind, key=key) for key in sorted(new)],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["generation", "due_at", "attempts", "error", "is_dead"],
    )
    transaction.on_commit(Asked(kind, frozenset(new)), robust=True)


def is_asked(kind: str, key: str) -> bool:
    """Whether this transaction asked for it already."""
    return any(key in keys for keys in asked_here(kind))


def asked_here(kind: str) -> Iterator[frozenset[str]]:
    """What this transaction asked for so far; what a rollback takes back, Django takes from this list as well."""
    waiting = (function for _savepoints, function, *_rest in connection.run_on_commit)
    return (one.keys for one in waiting if isinstance(one, Asked) and one.kind == kind)


def due(holder: str) -> QuerySet[Job]:
    """Those that `holder` may take up now: what nobody is at, and what it never gave back itself."""
    now = timezone.now()
    free = Q(held_until=None) | Q(held_until__lt=now) | Q(holder=holder)
    return Job.objects.filter(free, is_dead=False, due_at__lte=now)


@transaction.atomic
def take(kind: str, limit: int, holder: str) -> list[Job]:
    """The jobs that have waited longest, for `holder` alone."""
    _forget_what_was_asked()
    waiting = due(holder).filter(kind=kind).order_by("due_at", "pk")
    jobs = list(waiting.select_for_update(skip_locked=True)[:limit])
    until = timezone.now() + LEASE
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(holder=holder, held_until=until)
    for job in jobs:
        job.holder, job.held_until = holder, until
    return jobs


def unchanged(jobs: Sequence[Job]) -> list[Job]:
    """Those that nobody asked for again and nobody else took up, kept so until the transaction ends.

    A row that is locked is being asked for again, and is left out without waiting.
    """
    as_taken = _as_taken(jobs)
    return [job for job in jobs if job.pk in as_taken]


def done(jobs: Sequence[Job]) -> None:
    """Only what was not asked for again is gone. Who took longer than the lease asks again: others were at it, too."""
    with transaction.atomic():
        as_taken = _as_taken(jobs)
        Job.objects.filter(pk__in=as_taken).delete()
        others = [job for job in jobs if job.pk not in as_taken]
        _release(others)
    # Afterwards: to ask, one may have to wait for others, and nobody may wait for who waits.
    now = timezone.now()
    for job in others:
        if job.held_until and job.held_until < now:
            put(job.kind, [job.key])


@transaction.atomic
def postpone(jobs: Sequence[Job], *, until: datetime.datetime, error: str) -> None:
    """Through no fault of theirs."""
    _again(jobs, due_at=until, error=_writable(error))


@transaction.atomic
def fail(job: Job, *, until: datetime.datetime | None, error: str) -> None:
    """Another attempt at a moment, or none."""
    moment = {"due_at": until} if until else {"is_dead": True}
    _again([job], attempts=job.attempts + 1, error=_writable(error), **moment)


@transaction.atomic
def hasten(kind: str) -> None:
    """What was postponed need wait no longer."""
    late = Job.objects.filter(kind=kind, is_dead=False, due_at__gt=timezone.now(), attempts=0).exclude(error="")
    _unlocked(late).update(due_at=timezone.now())


@transaction.atomic
def replay(kind: str | None = None) -> int:
    """Try once more what was given up; how many that are."""
    dead = Job.objects.filter(is_dead=True)
    dead = dead if kind is None else dead.filter(kind=kind)
    return _unlocked(dead).update(is_dead=False, attempts=0, due_at=timezone.now(), holder="", held_until=None)


def _writable(error: str) -> str:
    """What every database takes: an error may repeat the very text that could not be written."""
    return error.replace("\0", "").encode("utf-8", "replace").decode()[:LONGEST_ERROR]


def _again(jobs: Sequence[Job], **fields: object) -> None:
    """What was asked for again meanwhile is due at once, and only given back."""
    as_taken = _as_taken(jobs)
    Job.objects.filter(pk__in=as_taken).update(holder="", held_until=None, **fields)
    _release([job for job in jobs if job.pk not in as_taken])


def _release(jobs: Sequence[Job]) -> None:
    held = Job.objects.filter(pk__in=[job.pk for job in jobs], holder__in={job.holder for job in jobs})
    _unlocked(held).update(holder="", held_until=None)


def _unlocked(jobs: QuerySet[Job]) -> QuerySet[Job]:
    """Without those that are being asked for again: who waited for them could be waited for."""
    return Job.objects.filter(pk__in=jobs.select_for_update(skip_locked=True).values("pk"))


def _as_taken(jobs: Sequence[Job]) -> set[int]:
    generations = {job.pk: (job.generation, job.holder) for job in jobs}
    rows = Job.objects.filter(pk__in=generations).order_by("pk").select_for_update(skip_locked=True)
    found = rows.values_list("pk", "generation", "holder")
    return {pk for pk, generation, holder in found if (generation, holder) == generations[pk]}


def _forget_what_was_asked() -> None:
    """Where a whole life passes within one transaction, what was taken has to be asked for again."""
    connection.run_on_commit = [entry for entry in connection.run_on_commit if not isinstance(entry[1], Asked)]
