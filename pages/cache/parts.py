"""What a view found for a page, kept so that the next reader's page needs only to be written out.

Readers with a session are never answered from the page cache; this is what makes their pages light. Only what
everyone may read is kept, and it goes when anything in its ledger changes, as a kept page does.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest

from pages.cache import ledger, shared
from pages.cache.middleware import LIFETIME_SECONDS, MAX_QUERY
from pages.cache.store import Key

Found = TypeVar("Found")
Written = TypeVar("Written")


@dataclass(frozen=True, slots=True)
class Part:
    """What was found; it must not be changed any more."""

    found: Any
    tags: frozenset[str]
    good_until: float
    size: int = 1


def part_key(request: HttpRequest, page_id: int, language: str) -> Key | None:
    """What a view's findings depend on; None where they are not worth keeping, or a preview's."""
    query = request.META.get("QUERY_STRING", "")
    if getattr(request, "is_preview", False) or len(query) > MAX_QUERY:
        return None
    return str(page_id), language, query, request.scheme, request.META.get("HTTP_HOST", "")


def written(key: Key | None, find: Callable[[], Found], write: Callable[[Found], Written]) -> Written:
    """`write(find())`, without `find` where its answer is kept under `key`."""
    if key is None:
        return write(find())
    shared.catch_up()
    part = shared.parts.get(key)
    if part is None:
        return _written_first(key, find, write)
    ledger.note(*part.tags)
    ledger.share()
    return write(part.found)


def _written_first(key: Key, find: Callable[[], Found], write: Callable[[Found], Written]) -> Written:
    """Found and written under a ledger of its own: lists may be fetched only while they are written."""
    began = shared.drops
    with ledger.opened() as noted:
        found = find()
        answer = write(found)
    if noted.is_public:
        ledger.share()
        shared.catch_up()
        if began == shared.drops:
            part = Part(found, frozenset(noted.tags), time.monotonic() + LIFETIME_SECONDS)
            shared.parts.put(key, part)
    ledger.note(*noted.tags)
    return answer
