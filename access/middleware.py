"""Says for the length of a request who is reading, and keeps what a person is shown out of every shared cache."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from access.current import reading_as
from access.principals import Principal, principal_of

PRIVATE = "private, no-store"


class PrincipalMiddleware:
    """After Django's own authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        @cache
        def reader() -> Principal:
            return principal_of(request.user)

        with reading_as(reader):
            response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and "Cache-Control" not in response:
            response["Cache-Control"] = PRIVATE
        return response
