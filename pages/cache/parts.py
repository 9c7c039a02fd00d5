"""What a view found for a page, kept so that the next reader's page needs only to be written out.

Readers with a session are never answered from the page cache; this is what makes their pages light. What was found is
kept for those who may read exactly the same classes of works, and goes when anything in its ledger changes, as a kept
page does.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.http import HttpRequest

from access.current import principal
from pages.cache import ledger, shared
from pages.cache.middleware import MAX_QUERY, lifetime
from pages.cache.store import Key

Found = TypeVar("Found")
Written = TypeVar("Written")


@dataclass(frozen=True, slots=True)
class Part:
    """What was found; it must not be changed any more."""

    found: Any
    tags: frozenset[str]
    good_until: float
    is_public: bool
    until: datetime | None
    size: int = 1


def part_key(request: HttpRequest, page_id: int, language: str) -> Key | None:
    """What a view's findings depend on; None where they are not worth keeping, or a preview's."""
    query = request.META.get("QUERY_STRING", "")
    if getattr(request, "is_preview", False) or len(query) > MAX_QUERY:
        return None
    reach = principal().reach
    classes = ";".join(",".join(map(str, sorted(numbers))) for numbers in (reach.view, reach.discover))
    return str(page_id), language, query, request.scheme, request.META.get("HTTP_HOST", ""), classes


def written(key: Key | None, find: Callable[[], Found], write: Callable[[Found], Written]) -> Written:
    """`write(find())`, without `find` where its answer is kept under `key`."""
    if key is None:
        return write(find())
    shared.catch_up()
    part = shared.parts.get(key)
    if part is None:
        return _written_first(key, find, write)
    ledger.note(*part.tags)
    ledger.settle(is_public=part.is_public and principal().is_anonymous, until=part.until)
    return write(part.found)


def _written_first(key: Key, find: Callable[[], Found], write: Callable[[Found], Written]) -> Written:
    """Found and written under a ledger of its own: lists may be fetched only while they are written."""
    began = shared.drops
    with ledger.opened() as noted:
        found = find()
        answer = write(found)
    if noted.is_settled:
        ledger.settle(is_public=noted.is_public, until=noted.good_until)
        shared.catch_up()
        if began == shared.drops:
            until = noted.good_until
            good_until = time.monotonic() + lifetime(until)
            shared.parts.put(key, Part(found, frozenset(noted.tags), good_until, noted.is_public, until))
    ledger.note(*noted.tags)
    return answer
