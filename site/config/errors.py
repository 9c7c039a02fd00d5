"""What does a reader see when a page cannot be shown?

These pages ask the database nothing, so that they look right when it is down: no session, no user, no menu.
"""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from pages.languages import direction

RETRY_AFTER_SECONDS = 600
_UNANSWERED = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "400", 400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "403", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "404", 404)


def too_many(request: HttpRequest) -> HttpResponse:
    response = _page(request, "429", 429)
    response["Retry-After"] = "60"
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """Called while the error is being handled; a database that does not answer is expected back."""
    if not isinstance(sys.exception(), _UNANSWERED):
        return _page(request, "500", 500)
    response = _page(request, "500", 503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, "csrf", 403)


def maintenance(request: HttpRequest) -> HttpResponse:
    response = _page(request, "503", 503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _page(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """In the language of the address, else of the reader's cookie or browser."""
    code = translation.get_language_from_request(request, check_path=True)
    with translation.override(code):
        context = {
            "code": code,
            "direction": direction(code),
            "status": status,
            "site_name": settings.WAGTAIL_SITE_NAME,
        }
        content = render_to_string(f"errors/{name}.html", context)
    response = HttpResponse(content, status=status)
    response["Content-Language"] = code
    response["Cache-Control"] = "no-store"
    return response
