"""Every address of the desk that names an object, asked by an editor who may not read it: as if it were not there."""

import re
from collections.abc import Iterator

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests.access.desk.conftest import CANARY, World

ABSENT = 987654
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Routes whose numbers name no page, document, image or collection.
OTHER = (
    "members/",
    "locales/",
    "sites/",
    "users/",
    "groups/",
    "settings/",
    "snippets/",
    "password_reset/",
    "^password_reset",
    "access/requests/",
    "workflows/enable/",
    "workflows/disable/",
    "workflows/edit/",
    "workflows/usage/",
    "workflows/tasks/",
    "workflows/task_chooser/",
    "editing-sessions/release/",
    "tag-autocomplete/",
    "pages/usage/",
    "pages/create/",
    "bulk/",
    "localize/api/",
    "localize/submit/snippet/",
    "documents/multiple/create_from_uploaded",
    "documents/multiple/delete_upload",
    "images/multiple/create_from_uploaded",
    "images/multiple/delete_upload",
)
WORDS = {
    "content_type_app_name": "pages",
    "content_type_model_name": "standardpage",
    "app_label": "pages",
    "model_name": "standardpage",
    "action_name": "approve",
    "action": "publish",
    "kind": "page",
    "mode": "",
    "filter_spec": "width-100",
    "session_id": 1,
    "grant": 1,
    "workflow_pk": 1,
}
CHILDREN = {
    "revision_id": "revision",
    "revision_id_a": "revision",
    "revision_id_b": "second revision",
    "workflow_state_id": "workflow state",
    "task_state_id": "task state",
    "task_id": "task",
    "string_segment_id": "segment",
    "overridable_segment_id": "segment",
    "translation_source_id": "source",
    "translation_id": "translation",
}


def _routes(resolver: URLResolver, above: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif route.startswith("admin/"):
            yield route.removeprefix("admin/")


def _named_routes() -> list[str]:
    return sorted(
        {route for route in _routes(get_resolver()) if PARAMETER.search(route) and not route.startswith(OTHER)}
    )


def _number(route: str, parameter: str, world: World) -> object:
    if parameter in CHILDREN:
        return world.numbers[CHILDREN[parameter]]
    if parameter in ("page_to_move_id", "page_id", "parent_page_id", "edition_id", "page_pk", "object_id"):
        return world.page.pk
    if parameter == "destination_id":
        return world.home.pk
    if route.startswith(("documents/", "api/main/^documents")):
        return world.document.pk
    if route.startswith(("images/", "api/main/^images")):
        return world.image.pk
    if route.startswith("collections/"):
        return world.collection.pk
    if parameter in ("pk", "key"):
        return world.page.pk
    raise AssertionError(f"What does {parameter} of {route} name?")


def _address(route: str, world: World, *, is_absent: bool = False) -> str:
    def value(match: re.Match) -> str:
        parameter = match[1]
        if parameter in WORDS:
            return str(WORDS[parameter])
        return str(ABSENT if is_absent else _number(route, parameter, world))

    plain = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"<\1>", route).replace("\\", "")
    return "/admin/" + PARAMETER.sub(value, re.sub(r"[\^$]", "", plain))


def _rows() -> dict[str, int]:
    kept = (model for model in apps.get_models() if model not in (Session, UserSession))
    return {model._meta.label: model._base_manager.count() for model in kept}


def _said(client: Client, method: str, address: str) -> tuple[int, str]:
    """Without what differs each time."""
    response = getattr(client, method)(address)
    text = re.sub(r'(nonce|csrfmiddlewaretoken|value)="[\w-]{20,}"', "", response.content.decode(errors="replace"))
    return response.status_code, text.replace(address, "")


@pytest.mark.parametrize("method", ["get", "post"])
def test_a29_what_is_closed_is_answered_like_what_is_absent(world: World, editor: Client, method: str) -> None:
    rows = _rows()
    differing: list[tuple] = []
    for route in _named_routes():
        address = _address(route, world)
        said = _said(editor, method, address)
        absent = _said(editor, method, _address(route, world, is_absent=True))
        if said != absent or CANARY in said[1] or said[0] not in (404, 405):
            differing.append((route, said[0], absent[0], CANARY in said[1]))

    assert differing == []
    assert _rows() == rows
