"""What does the translation package's editor say of closed pages that an open one lies in or speaks of? Nothing."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail_localize.models import RelatedObjectSegment
from wagtail_localize.views import edit_translation

from access.current import principal
from access.desk.lists import closed_pages
from access.policy import open_works

_render_by_package = edit_translation.render


def register() -> None:
    """Its view gathers what it shows in one function, and calls no hook before it renders it."""
    edit_translation.render = render_open


def render_open(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    if "props" not in context:
        return _render_by_package(request, template, context)
    shown = json.loads(context["props"])
    closed = _closed_works([part["id"] for part in shown["segments"] if part["type"] == "related_object"])
    shown["segments"] = [
        part for part in shown["segments"] if part["type"] != "related_object" or part["id"] not in closed
    ]
    shown["breadcrumb"] = [above for above in shown["breadcrumb"] if above["id"] not in closed_pages()]
    return _render_by_package(request, template, {**context, "props": json.dumps(shown)})


def _closed_works(segments: list[int]) -> set[int]:
    """The numbers of those `segments` that speak of a closed page."""
    works: dict[int, UUID] = dict(RelatedObjectSegment.objects.filter(pk__in=segments).values_list("pk", "object_id"))
    pages = set(Page.objects.filter(translation_key__in=works.values()).values_list("translation_key", flat=True))
    opened = open_works(principal(), pages)
    return {number for number, work in works.items() if work in pages - opened}
