"""Is what an address of the desk names open to who asks? What is not is answered as what does not exist."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from access.actions import Action
from access.current import principal
from access.desk import shelving
from access.desk.naming import Naming, named_by_address, named_by_form, named_by_query
from access.policy import can


class DeskGate:
    """After authentication. Wagtail asks for rights view by view, and some views ask nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: list[Any], named: dict[str, Any]
    ) -> HttpResponse | None:
        """Who may not enter the desk is sent away by Wagtail, whatever they ask for."""
        route = _route_at_desk(request)
        if route is None or not request.user.is_authenticated:
            return None
        _require_open(named_by_address(route, named))
        _require_open(named_by_form(route, named, request.GET))
        if request.method == "POST":
            _require_open(named_by_form(route, named, request.POST))
        for naming in named_by_query(route):
            request.GET = _only_open(request.GET, naming)
        return shelving.answer(request, route, named)


def _route_at_desk(request: HttpRequest) -> str | None:
    desk = reverse("wagtailadmin_home").lstrip("/")
    route = request.resolver_match.route if request.resolver_match else ""
    return route.removeprefix(desk) if route.startswith(desk) else None


def _require_open(objects: list[Naming]) -> None:
    for naming in objects:
        found = naming.objects()
        if not found or not all(can(principal(), Action.VIEW, obj) for obj in found):
            raise Http404


def _only_open(query: QueryDict, naming: Naming) -> QueryDict:
    """Without the numbers of what is closed, as Wagtail passes over numbers of nothing."""
    left = query.copy()
    numbers = query.getlist(naming.parameter)
    left.setlist(naming.parameter, [number for number in numbers if _is_open(naming, number)])
    return left


def _is_open(naming: Naming, number: str) -> bool:
    return any(can(principal(), Action.VIEW, obj) for obj in naming.with_number(number).objects())
