"""At the desk, too, what is closed to an editor is as if it were not there, whatever rights the editor has."""

import re

from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, TaskState, WorkflowState

from access.surfaces.declaring import Answer, Kind, Surface
from access.surfaces.registry import declared
from tests.access.desk.conftest import SECRET, World

ABSENT = 987654
# What an address takes besides keys.
WORDS = {
    "action": "delete",
    "action_name": "approve",
    "app_label": "wagtailcore",
    "app_name": "pages",
    "content_type_app_name": "pages",
    "content_type_model_name": "newspage",
    "filter_spec": "max-100x100",
    "kind": "page",
    "mode": "default",
    "model_name": "page",
    "verb": "suspend",
}


def desk() -> list[Surface]:
    return [
        surface
        for surface in declared().values()
        if surface.kind is Kind.VIEW and surface.name.startswith("admin/") and surface.answer is not Answer.PUBLIC
    ]


def keys(world: World) -> dict[str, int]:
    """By the model that stands in the declaration."""
    return {
        "wagtailcore.Page": world.page.pk,
        "wagtailcore.Revision": Revision.objects.filter(object_id=str(world.page.pk)).latest("pk").pk,
        "wagtailcore.TaskState": TaskState.objects.get().pk,
        "wagtailcore.WorkflowState": WorkflowState.objects.get().pk,
        "library.LibraryImage": world.image.pk,
        "library.LibraryDocument": world.document.pk,
        "wagtailcore.Collection": world.collection.pk,
        "wagtail_localize.Translation": world.translation.pk,
        "wagtail_localize.TranslationSource": world.translation.source_id,
    }


def address(surface: Surface, known: dict[str, int]) -> str:
    """With the keys of what is closed, where there are any, and words for the rest."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return (
            str(known.get(surface.objects.get(name, ""), ABSENT)) if name in surface.objects else WORDS.get(name, "1")
        )

    route = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"<\1>", surface.name.removeprefix("^"))
    route = re.sub(r"<(?:\w+:)?(\w+)>", fill, route)
    return "/" + route.rstrip("$").replace("\\", "").replace("^", "")


def without_keys(content: str) -> str:
    """The answer without what differs between two requests of anything."""
    words = re.sub(r"csrfmiddlewaretoken.{0,120}|[0-9a-f]{8}-[0-9a-f-]{27}|nonce-[^' ;]*", "", content)
    return re.sub(r"\d+", "#", words)


def test_a29_no_address_of_the_desk_shows_what_is_closed(world: World, editor: Client) -> None:
    """Lists, reports, choosers and forms: nothing closed is named; its addresses answer like those of nothing."""
    known = keys(world)
    visited, faults = 0, []
    for surface in desk():
        here = editor.get(address(surface, known))
        visited += here.status_code == 200
        if SECRET.lower() in shown(here).lower():
            faults.append(f"{surface.name} shows it")
        if set(surface.objects.values()) & known.keys():
            nowhere = editor.get(address(surface, {}))
            if (here.status_code, without_keys(shown(here))) != (nowhere.status_code, without_keys(shown(nowhere))):
                faults.append(f"{surface.name} answers {here.status_code}, and {nowhere.status_code} for nothing")
    assert faults == []
    # The others are addresses of what is closed, of nothing, or turn somewhere else.
    assert visited > 70


def test_a29_the_same_addresses_name_it_to_who_may_read_it(world: World, client: Client) -> None:
    """Or the test above would find nothing to hide."""
    client.force_login(world.chief)
    known = keys(world)
    naming = [
        surface.name for surface in desk() if SECRET.lower() in shown(client.get(address(surface, known))).lower()
    ]
    assert len(naming) > 50


def test_a33_nothing_is_done_to_what_is_closed(world: World, editor: Client) -> None:
    known = keys(world)
    before = rows()
    for surface in desk():
        if set(surface.objects.values()) & known.keys():
            assert editor.post(address(surface, known)).status_code in (403, 404, 405), surface.name
    assert rows() == before


def shown(response: HttpResponse) -> str:
    return (b"".join(response) if response.streaming else response.content).decode(errors="replace")


def rows() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in (Page, Revision, TaskState, ModelLogEntry, PageLogEntry)
    }
