"""Says for the length of a request who is reading."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from access.current import reading_as
from access.principals import Principal, anonymous, principal_of


class PrincipalMiddleware:
    """After Django's own authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES

        @cache
        def reader() -> Principal:
            # Without a session there is nobody to look for; looking would make the response vary by cookie.
            return principal_of(request.user) if has_session else anonymous()

        with reading_as(reader):
            response = self.get_response(request)
        if has_session:
            # Always, or the header would tell whether there was something of which to ask who is reading.
            patch_vary_headers(response, ("Cookie",))
        return response
