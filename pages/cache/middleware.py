"""Answers anonymous readers from memory where the page they ask for is kept, and keeps the pages that may be.

No other cache keeps what did not say that it may: it could be closed, or be closed tomorrow.
"""

import hashlib
import time
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

from pages.cache import shared
from pages.cache.ledger import Ledger, opened
from pages.cache.store import Kept, Key

MAX_QUERY = 200
# Dates make pages old without any change: "next editions" is another list tomorrow.
LIFETIME_SECONDS = 600
CACHE_CONTROL = "public, max-age=0, must-revalidate"
NOT_KEPT = "private, no-store"


class PageCacheMiddleware:
    """Must be the outermost middleware, so that what is kept carries every header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answered(request) if is_anonymous_reading(request) else self.get_response(request)
        response.headers.setdefault("Cache-Control", NOT_KEPT)
        return response

    def answered(self, request: HttpRequest) -> HttpResponse:
        shared.catch_up()
        key = key_of(request)
        kept = shared.store.get(key)
        if kept is None:
            return self.fresh(request, key)
        return answer(request, kept)

    def fresh(self, request: HttpRequest, key: Key) -> HttpResponse:
        began = shared.drops
        with opened() as ledger:
            response = self.get_response(request)
        if not may_be_kept(response, ledger):
            return response
        kept = to_keep(response, ledger)
        # What changed while the page was being made may or may not be in it.
        shared.catch_up()
        if began == shared.drops:
            shared.store.put(key, kept)
        return answer(request, kept)


def is_anonymous_reading(request: HttpRequest) -> bool:
    meta = request.META
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in meta.get("HTTP_COOKIE", "")
        and "HTTP_AUTHORIZATION" not in meta
        and len(meta.get("QUERY_STRING", "")) <= MAX_QUERY
    )


def key_of(request: HttpRequest) -> Key:
    """Address and, through its prefix, language; the host and scheme since canonical addresses name them."""
    meta = request.META
    return (
        request.scheme,
        meta.get("HTTP_HOST", ""),
        request.path_info,
        meta.get("QUERY_STRING", ""),
        "gzip" if "gzip" in meta.get("HTTP_ACCEPT_ENCODING", "") else "",
    )


def may_be_kept(response: HttpResponse, ledger: Ledger) -> bool:
    return (
        ledger.is_public
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.get("Vary", "").lower()
        and "Cache-Control" not in response
    )


def to_keep(response: HttpResponse, ledger: Ledger) -> Kept:
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    return Kept(
        headers=tuple(response.items()),
        body=response.content,
        etag=etag,
        tags=frozenset(ledger.tags),
        good_until=time.monotonic() + lifetime(ledger.good_until),
    )


def lifetime(until: datetime | None) -> float:
    """In seconds: no longer than the dates of the rules of access stay as they are."""
    return min(LIFETIME_SECONDS, (until - timezone.now()).total_seconds()) if until else LIFETIME_SECONDS


def answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    condition = request.META.get("HTTP_IF_NONE_MATCH")
    if condition and kept.etag in [tag.removeprefix("W/") for tag in parse_etags(condition)]:
        response: HttpResponse = HttpResponseNotModified()
        response["ETag"], response["Cache-Control"] = kept.etag, CACHE_CONTROL
        return response
    response = HttpResponse(kept.body)
    for name, value in kept.headers:
        response[name] = value
    return response
