"""What people and things are called is text at the desk, on every page of it: nothing in a name is run."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLResolver, get_resolver
from wagtail.models import Collection, Comment, Page, Task, Workflow

from library.models import LibraryDocument, LibraryImage
from tests.access.desk.conftest import World
from tests.access.desk.test_a29_addresses import PARAMETER, _address, _named_routes

NAME = "\"'><img src=x onerror=alert(61)>{{7*7}}"
ESCAPED = "&gt;&lt;img src=x onerror=alert(61)&gt;"
# Tags and attributes that would come out of a name; within a script it could end the script or the string.
RAW = ("<img src=x onerror", "\"'>")
QUESTIONS = "?q=" + "%22%27%3E%3Cimg+src%3Dx+onerror%3Dalert(61)%3E"


def _plain_routes(resolver: URLResolver, above: str = "") -> Iterator[str]:
    """Those of the desk that name no object."""
    for pattern in resolver.url_patterns:
        route = f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _plain_routes(pattern, route)
        elif route.startswith("admin/") and not PARAMETER.search(route) and "(" not in route:
            yield "/" + route.replace("^", "").replace("$", "")


@pytest.fixture
def called(world: World) -> World:
    """Everybody and everything in the closed branch has the name, and the branch is open to the administrator."""
    for model, field in (
        (Page, "title"),
        (Page, "draft_title"),
        (LibraryDocument, "title"),
        (LibraryImage, "title"),
        (User, "first_name"),
        (User, "last_name"),
        (Workflow, "name"),
        (Task, "name"),
    ):
        model.objects.update(**{field: NAME})
    Group.objects.create(name=NAME)
    Collection.objects.filter(pk=world.collection.pk).update(name=NAME)
    page = type(world.page).objects.get(pk=world.page.pk)
    page.save_revision(user=world.chief, log_action=True)
    page.tags.add(NAME) if hasattr(page, "tags") else None
    world.document.tags.add(NAME)
    world.image.tags.add(NAME)
    Comment.objects.create(page=page, user=world.chief, text=NAME, contentpath="title")
    return world


def test_a61_no_name_is_run_on_any_page_of_the_desk(called: World) -> None:
    browser = Client()
    browser.force_login(called.chief)
    addresses = [
        *(_address(route, called) for route in _named_routes()),
        *_plain_routes(get_resolver()),
        *(address + QUESTIONS for address in _plain_routes(get_resolver())),
    ]
    shown, run = 0, []
    for address in addresses:
        answer = browser.get(address)
        if answer.streaming or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        text = answer.content.decode()
        shown += ESCAPED in text
        run += [(address, raw) for raw in RAW if raw in text]

    assert run == []
    assert shown > 60
