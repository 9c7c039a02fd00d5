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
    if not (wanted := set(keys)):
        return
    # Two publications that speak of the same people would each wait for the other.
    if connection.features.has_select_for_update and not any(queue.asked_here(KIND)):
        one_at_a_time()
    queue.put(KIND, wanted)


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
