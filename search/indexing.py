"""Brings entries up to date: from the present state of the database to the table of entries, and on to the engine."""

import time
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction

from jobs.registry import Batch, NotNow, NotYet, handles
from search import exchanging, outbox
from search.engines import engine
from search.engines.base import EngineBusy, EngineDown
from search.entries import READING, Tier
from search.keeping import entries, keep, next_version, written
from search.models import IndexEntry
from search.projection import Projected, project
from search.projection.keys import KNOWN, WORK
from search.semantic.encoders import encoder
from search.semantic.encoding import encode, passages_of

# For how many seconds it waits for who is writing to the index; most are done in a few hundredths.
PATIENCE, PAUSE = 2.0, 0.05
# How many passages are encoded in one go: some seconds' work, in which nothing else is done.
PASSAGES = 64


def is_embedded() -> bool:
    return settings.SEARCH_URL.startswith("embedded:")


@handles(outbox.KIND, batch=50, inline=is_embedded)
def index(batch: Batch) -> Mapping[str, str]:
    """Entries are brought up to date when the engine is away as well: the database answers then.

    What changes in the midst is left out, and comes again.
    """
    if exchanging.is_under_way():
        raise NotYet
    projected = project(batch.keys)
    # Noted before anything is held: who publishes would wait for this one, and this one for who publishes.
    outbox.changed(_touched(_spoken_of(batch.keys), projected) - set(batch.keys))
    with transaction.atomic():
        keys = batch.unchanged()
        found = [projected[key] for key in keys if key in projected]
        gone = [key for key in keys if key not in projected]
        rows = keep(found, gone)
        if encoder():
            outbox.not_encoded(row.key for row in rows if not row.has_vectors and row.tier in READING)
    return write(rows, gone)


@handles(outbox.ENCODING, batch=20, inline=is_embedded)
def give_meaning(batch: Batch) -> Mapping[str, str]:
    """An entry is found by its words at once, and by its meaning when there is time."""
    rows = list(IndexEntry.objects.filter(pk__in=batch.keys)) if encoder() else []
    done = encode(rows, limit=PASSAGES)
    if rows and not done:
        raise NotNow("The encoder does not answer.")
    outbox.not_encoded({row.key for row in rows} - {row.key for row in done})
    return write(done, [])


def write(rows: list[IndexEntry], gone: list[str]) -> Mapping[str, str]:
    """To the engine, which takes no older version for a newer one; says per key what it did not take."""
    until = time.monotonic() + PATIENCE
    wanted = entries(rows, passages_of(rows))
    while True:
        try:
            return engine().write(wanted, gone, next_version())
        except EngineBusy as busy:
            if time.monotonic() > until:
                raise NotNow(str(busy)) from busy
            time.sleep(PAUSE)
        except EngineDown as down:
            raise NotNow(str(down) or "The engine does not answer.") from down


def _spoken_of(keys: list[str]) -> dict[str, IndexEntry]:
    """By key, without the texts."""
    return IndexEntry.objects.only("tier", "classes", "mentions").in_bulk(keys)


def _touched(before: Mapping[str, IndexEntry], after: Mapping[str, Projected]) -> set[str]:
    """What an entry spoke of or speaks of, where that makes a difference; of a closed one, what is known besides."""
    found: set[str] = set()
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        mentioned, mentions = set(old.mentions if old else ()), set(new.mentions if new else ())
        is_read_alike = old and new and (old.tier, old.classes) == (new.tier.value, written(new.classes))
        found |= mentioned ^ mentions if is_read_alike else mentioned | mentions
        kind, _colon, work = key.partition(":")
        if kind == WORK and new and new.tier is not Tier.PUBLIC and not is_read_alike:
            found.add(f"{KNOWN}:{work}")
    return found
