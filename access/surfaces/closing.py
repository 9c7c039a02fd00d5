"""What happens to a request for a view that nobody declared? It is answered as if there were none."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from access.surfaces.declaring import Answer
from access.surfaces.registry import surface_at
from access.surfaces.walking import route_of_match

logger = logging.getLogger(__name__)


class Undeclared(Http404):
    """A view without an answer to who may read it."""


class DeclaredOnly:
    """After authentication, so that the page which says so knows its reader."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: list[Any], named: dict[str, Any]) -> None:
        match = request.resolver_match
        if match is None:
            raise Undeclared
        surface = surface_at(route_of_match(match.route))
        if surface is None:
            logger.error("The view at %r is declared in no list of surfaces, and nobody is answered.", match.route)
            raise Undeclared(f"The view at {match.route!r} is declared in no list of surfaces.")
        if surface.answer is Answer.CLOSED:
            raise Http404
