"""Does what is due, a batch at a time, and decides when to try again what could not be done."""

import datetime
import logging
import os
import secrets
import socket
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from jobs import queue
from jobs.models import Job
from jobs.registry import Batch, Handler, NotNow, NotYet

logger = logging.getLogger(__name__)
# Eight attempts within about half an hour.
ATTEMPTS = 8
FIRST_WAIT, LONGEST_WAIT = 10, 3600
# What is put off is tried again after half the time it has waited already, within these seconds.
SHORTEST_DELAY, LONGEST_DELAY = 1, 300
_random = secrets.SystemRandom()


class Outcome(NamedTuple):
    done: int = 0
    failed: int = 0
    put_off: int = 0

    def __bool__(self) -> bool:
        return any(self)

    def __str__(self) -> str:
        return f"{self.done} done, {self.failed} failed, {self.put_off} put off"

    def plus(self, other: "Outcome") -> "Outcome":
        return Outcome(self.done + other.done, self.failed + other.failed, self.put_off + other.put_off)


def new_holder() -> str:
    """A name that no other process, on no other machine, goes by."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"


def drain(handler: Handler, *, holder: str) -> Outcome:
    """One batch of what is due. Trouble with the database is raised; it is nobody's fault, and is still held."""
    jobs = queue.take(handler.kind, handler.batch, holder)
    return _do(handler, jobs) if jobs else Outcome()


def drain_all(handlers: Iterable[Handler], *, holder: str) -> Outcome:
    """Until nothing is due any more."""
    total = Outcome()
    for handler in handlers:
        while found := drain(handler, holder=holder):
            total = total.plus(found)
    return total


def _do(handler: Handler, jobs: Sequence[Job]) -> Outcome:
    try:
        errors = handler.handle(Batch(jobs))
    except NotYet:
        queue.postpone(jobs, until=_after(SHORTEST_DELAY), error="")
        return Outcome(put_off=len(jobs))
    except NotNow as reason:
        _put_off(jobs, str(reason))
        return Outcome(put_off=len(jobs))
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        return _one_by_one(handler, jobs, error)
    finished = [job for job in jobs if job.key not in errors]
    queue.done(finished)
    if finished:
        queue.hasten(handler.kind)
    for job in jobs:
        if job.key in errors:
            _fail(job, errors[job.key])
    return Outcome(done=len(finished), failed=len(jobs) - len(finished))


def _one_by_one(handler: Handler, jobs: Sequence[Job], error: Exception) -> Outcome:
    """Among many, only the one that is to blame fails."""
    if len(jobs) == 1:
        logger.error("The job %s %s failed", handler.kind, jobs[0].key, exc_info=error)
        _fail(jobs[0], f"{type(error).__name__}: {error}")
        return Outcome(failed=1)
    total = Outcome()
    for job in jobs:
        total = total.plus(_do(handler, [job]))
    return total


def _fail(job: Job, error: str) -> None:
    is_last = job.attempts + 1 >= ATTEMPTS
    wait = min(FIRST_WAIT * 2**job.attempts, LONGEST_WAIT)
    queue.fail(job, until=None if is_last else _after(wait), error=error)
    if is_last:
        logger.error("The job %s %s is given up after %s attempts: %s", job.kind, job.key, ATTEMPTS, error)


def _put_off(jobs: Sequence[Job], reason: str) -> None:
    """Those that wait shortest come first; at the first that succeeds, all are tried at once."""
    waited = (timezone.now() - max(job.asked_at for job in jobs)).total_seconds()
    wait = min(max(waited / 2, SHORTEST_DELAY), LONGEST_DELAY)
    queue.postpone(jobs, until=_after(wait), error=reason or "put off")


def _after(seconds: float) -> datetime.datetime:
    """Not all at the same moment."""
    return timezone.now() + datetime.timedelta(seconds=seconds * _random.uniform(0.75, 1.25))
