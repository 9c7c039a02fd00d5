"""This process's store and its way to the other processes."""

from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from pages.cache.journal import EVERYTHING, FileJournal, Journal, SharedJournal
from pages.cache.store import Store

LOCAL_CACHE = "django.core.cache.backends.locmem.LocMemCache"


def _journal() -> Journal:
    if settings.CACHES["default"]["BACKEND"] == LOCAL_CACHE:
        return FileJournal(settings.VAR_DIR / "page-cache.journal")
    return SharedJournal(cache)


store = Store(max_bytes=settings.PAGE_CACHE_BYTES)
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
        if EVERYTHING in news:
            store.clear()
        else:
            store.drop(news)


def announce(tags: set[str]) -> None:
    """Tell every process that what `tags` name has changed, once the transaction is committed."""
    transaction.on_commit(lambda: journal.write(tags))
