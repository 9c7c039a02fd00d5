"""One reader goes through all addresses: what were they shown that they may not be, and where?"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

from access.surfaces.walking import route_of_match
from tests.access.reference import Reader
from tests.matrix.addresses import LANGUAGES
from tests.matrix.canaries import Canary
from tests.matrix.results import Results
from tests.matrix.world import World


@dataclass
class Visit:
    """`leaks` are told as `address: field of object`; `kept` are the addresses that a shared cache may keep."""

    leaks: list[str] = field(default_factory=list)
    shown: set[int] = field(default_factory=set)
    routes: set[str] = field(default_factory=set)
    keepable: list[str] = field(default_factory=list)


def signed_in(reader: Reader) -> Client:
    client = Client()
    if reader.name:
        client.force_login(User.objects.get(username=reader.name))
    return client


def visit(
    world: World, reader: Reader, addresses: Iterable[str], results: Results, typed: Canary | None = None
) -> Visit:
    """`typed` is what the reader wrote into the address themselves, and is no news to them."""
    client, found = signed_in(reader), Visit()
    for address in addresses:
        response = client.get(address)
        at_desk = address.startswith("/admin/")
        seen = set(world.canaries.shown_in(_all_of(response, address))) - {typed}
        leaks = [canary for canary in seen if not world.judge.may_be_shown(reader, canary, at_desk=at_desk)]
        found.leaks += [f"{address}: {canary.field} of {canary.obj}" for canary in leaks]
        found.shown |= {canary.number for canary in seen}
        route = _route(address)
        found.routes.add(route)
        if "public" in response.get("Cache-Control", "") and _is_closed_to_anyone(world, seen):
            found.keepable.append(address)
        refused = response.status_code >= 300
        results.note(route or "none", refused=refused, shown=len(seen) - len(leaks), leaks=len(leaks))
    return found


def _all_of(response: HttpResponse, address: str) -> str:
    """Headers and body, without what the reader wrote into the address."""
    text = (b"".join(response) if response.streaming else response.content).decode(errors="replace")
    return "\n".join([*(f"{name}: {value}" for name, value in response.items()), text]).replace(address, "")


def _route(address: str) -> str:
    """The declared name of the surface; none for what leads nowhere."""
    path = address.partition("?")[0]
    language = path.split("/")[1]
    with translation.override(language if language in LANGUAGES else settings.LANGUAGE_CODE):
        try:
            return route_of_match(resolve(path).route)
        except Resolver404:
            return ""


def _is_closed_to_anyone(world: World, seen: set[Canary]) -> bool:
    return any(not world.judge.may_be_shown(Reader(""), canary, at_desk=False) for canary in seen)
