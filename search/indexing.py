"""Brings entries up to date: from the present state of the database to the table of entries, and on to the engine."""

import time
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction

from jobs.registry import Batch, NotNow, handles
from search import outbox
from search.engines import engine
from search.engines.base import EngineBusy, EngineDown
from search.entries import Tier
from search.keeping import entries, keep, next_version, written
from search.models import IndexEntry
from search.projection import Projected, project
from search.projection.keys import KNOWN, WORK

# For how many seconds it waits for who is writing to the index; most are done in a few hundredths.
PATIENCE, PAUSE = 2.0, 0.05


def is_embedded() -> bool:
    return settings.SEARCH_URL.startswith("embedded:")


@handles(outbox.KIND, batch=50, inline=is_embedded)
def index(batch: Batch) -> Mapping[str, str]:
    """Entries are brought up to date when the engine is away as well: the database answers then.

    What changes in the midst is left out, and comes again.
    """
    projected = project(batch.keys)
    with transaction.atomic():
        keys = batch.unchanged()
        found = [projected[key] for key in keys if key in projected]
        gone = [key for key in keys if key not in projected]
        before = IndexEntry.objects.in_bulk(keys)
        rows = keep(found, gone)
        outbox.changed(_touched(before, {one.key: one for one in found}) - set(keys))
    return _write(rows, gone)


def _touched(before: Mapping[str, IndexEntry], after: Mapping[str, Projected]) -> set[str]:
    """What an entry spoke of or speaks of, where that makes a difference; of a closed one, what is known besides."""
    touched: set[str] = set()
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        mentioned, mentions = set(old.mentions if old else ()), set(new.mentions if new else ())
        is_read_alike = old and new and (old.tier, old.classes) == (new.tier.value, written(new.classes))
        touched |= mentioned ^ mentions if is_read_alike else mentioned | mentions
        if new and new.tier in (Tier.MEMBERS, Tier.RESTRICTED) and not is_read_alike:
            touched.add(key.replace(WORK, KNOWN, 1))
    return touched


def _write(rows: list[IndexEntry], gone: list[str]) -> Mapping[str, str]:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return engine().write(entries(rows), gone, next_version())
        except EngineBusy as busy:
            if time.monotonic() > until:
                raise NotNow(str(busy)) from busy
            time.sleep(PAUSE)
        except EngineDown as down:
            raise NotNow(str(down) or "The engine does not answer.") from down
