"""What is still to be brought into the index? It is written down in the transaction that changed it."""

from collections.abc import Iterable

from django.db import connection, transaction

from access.assigning import one_at_a_time
from jobs import inline, queue
from jobs.models import Job

KIND = "search"
# Entries whose passages have no vectors yet.
ENCODING = "search-encoding"


@transaction.atomic
def changed(keys: Iterable[str]) -> None:
    """These entries may have to be other ones than they are, or to be no more."""
    if wanted := set(keys):
        in_turn()
        queue.put(KIND, wanted)


def in_turn() -> None:
    """Who is about to change what is noted here waits for who else is at it, before it holds up anybody itself.

    Two publications that speak of the same people would each wait for the other otherwise, and one would be refused.
    """
    is_needed = connection.features.has_select_for_update and connection.in_atomic_block
    if is_needed and not any(queue.asked_here(KIND)):
        one_at_a_time()


def not_encoded(keys: Iterable[str]) -> None:
    queue.put(ENCODING, keys)


def is_noted(key: str) -> bool:
    """Whether this transaction said so already."""
    return queue.is_asked(KIND, key)


def pending(limit: int) -> list[str]:
    """Keys whose entries may be older than the database, those that were given up among them."""
    return list(Job.objects.filter(kind=KIND).order_by("pk").values_list("key", flat=True)[:limit])


def nudge() -> None:
    """Where there is no worker, let this process catch up with what others left behind."""
    inline.wake(KIND)
