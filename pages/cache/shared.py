"""This process's stores and their way to the other processes."""

from threading import Lock
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from pages.cache.journal import EVERYTHING, FileJournal, Journal, SharedJournal
from pages.cache.store import Kept, Store

if TYPE_CHECKING:
    from pages.cache.parts import Part

# Of some 100 kB each.
MAX_PARTS = 256
LOCAL_CACHE = "django.core.cache.backends.locmem.LocMemCache"


def _journal() -> Journal:
    if settings.CACHES["default"]["BACKEND"] == LOCAL_CACHE:
        return FileJournal(settings.VAR_DIR / "page-cache.journal")
    return SharedJournal(cache)


store: Store[Kept] = Store(max_size=settings.PAGE_CACHE_BYTES)
parts: Store["Part"] = Store(max_size=MAX_PARTS)
journal = _journal()
# How often something was dropped in this process; tells whether anything changed between two moments.
drops = 0
_catching_up = Lock()


def catch_up() -> None:
    """Drop what this process and the others said has changed since the last look."""
    global drops
    with _catching_up:
        news = journal.news()
        if not news:
            return
        drops += 1
        for kept in (store, parts):
            if EVERYTHING in news:
                kept.clear()
            else:
                kept.drop(news)


def announce(tags: set[str]) -> None:
    """Tell every process that what `tags` name has changed, once the transaction is committed."""
    transaction.on_commit(lambda: journal.write(tags))
