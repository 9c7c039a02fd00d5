"""How does one index take the place of another without losing what is written at that moment? Everybody waits."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from jobs.draining import new_holder
from jobs.models import Job
from jobs.queue import LEASE
from search.outbox import KIND

# A job that nobody takes up: it is held by who exchanges the index.
EXCHANGE, KEY = "search-exchange", "index"
PAUSE = 0.05


def is_under_way() -> bool:
    """Who was killed in the midst of it stops nobody for longer than a lease."""
    return Job.objects.filter(kind=EXCHANGE, held_until__gt=timezone.now()).exists()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Nobody begins to bring entries up to date, and nobody is at it. Changes are noted, and left out of answers.

    For who is building an index, which is one at a time: whoever else says to be at it was killed.
    """
    holder = new_holder()
    _hold(holder)
    try:
        while Job.objects.filter(kind=KIND, held_until__gt=timezone.now()).exists():
            time.sleep(PAUSE)
        _hold(holder)
        yield
    finally:
        Job.objects.filter(kind=EXCHANGE, holder=holder).delete()


def _hold(holder: str) -> None:
    held = {"holder": holder, "held_until": timezone.now() + LEASE}
    Job.objects.update_or_create(kind=EXCHANGE, key=KEY, defaults=held)
