"""The start page: what waits for me, what is scheduled, what lags behind in translation, what I began."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from access.desk.lists import closed_pages
from pages.queries.desk import drafts_of, lagging, scheduled
from pages.queries.translation_status import State


class DeskPanel(Component):
    """A section of the start page with a heading, and words for when there is nothing in it."""

    name = ""
    heading = ""
    empty = ""
    template_name = "desk/home_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, object]:
        request: HttpRequest = (parent_context or {})["request"]
        return {"panel": self, "request": request, "items": self.items(request), **self.more(request)}

    def items(self, request: HttpRequest) -> list[dict[str, object]]:
        return []

    def more(self, request: HttpRequest) -> dict[str, object]:
        return {}


class NothingWaitsPanel(DeskPanel):
    """Says so when no task waits; Wagtail's own panel shows the tasks and says nothing without any."""

    name = "desk-waiting"
    order = 200
    heading = _("Waiting for you")
    empty = _("Nothing waits for your review.")

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        request = (parent_context or {})["request"]
        if TaskState.objects.reviewable_by(request.user).exists():
            return ""
        return str(super().render_html(parent_context))


class OpenSubmissionsPanel(UserObjectsInWorkflowModerationPanel):
    """Without the pages that have been closed to the editor since."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        closed = closed_pages()
        states = [state for state in context["workflow_states"] if _number_of_page(state.content_object) not in closed]
        return {**context, "workflow_states": states}


class OpenLockedPagesPanel(LockedPagesPanel):
    """Without the pages that have been closed to the editor since."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return {**context, "locked_pages": context["locked_pages"].exclude(pk__in=closed_pages())}


class OpenPagesSummaryItem(PagesSummaryItem):
    """Counts what the editor may know of."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        seen = policy_registry.get_by_type(Page).explorable_instances(self.request.user)
        return {**super().get_context_data(parent_context), "total_pages": seen.filter(depth__gt=1).count()}


def count_open_pages(request: HttpRequest, items: list[SummaryItem]) -> None:
    items[:] = [OpenPagesSummaryItem(request) if isinstance(item, PagesSummaryItem) else item for item in items]


def _number_of_page(obj: object) -> int | None:
    return obj.pk if isinstance(obj, Page) else None


OPEN_PANELS = {
    UserObjectsInWorkflowModerationPanel: OpenSubmissionsPanel,
    LockedPagesPanel: OpenLockedPagesPanel,
}


class ScheduledPanel(DeskPanel):
    name = "desk-scheduled"
    order = 230
    heading = _("Scheduled")
    empty = _("Nothing is scheduled.")

    def items(self, request: HttpRequest) -> list[dict[str, object]]:
        return [{"page": page, "when": moment} for page, moment in scheduled(request.user)]


class TranslationsPanel(DeskPanel):
    name = "desk-translations"
    order = 235
    heading = _("To translate")
    empty = _("Every public work exists in every language, up to date.")

    def more(self, request: HttpRequest) -> dict[str, object]:
        works, count = lagging(request.user)
        items = [
            {
                "page": row.source,
                "cells": [cell for cell in row.cells if cell.state in {State.MISSING, State.OLDER, State.DRAFT}],
            }
            for row in works
        ]
        return {"items": items, "count": count, "grid_url": reverse("desk_grid")}


class DraftsPanel(DeskPanel):
    name = "desk-drafts"
    order = 240
    heading = _("Your drafts")
    empty = _("You have no drafts.")

    def items(self, request: HttpRequest) -> list[dict[str, object]]:
        return [
            {"page": page, "when": page.latest_revision_created_at, "note": page.page_type_display_name}
            for page in drafts_of(request.user)
        ]


def lay_start_page(request: HttpRequest, panels: list[Component]) -> None:
    """Wagtail's tasks and submissions first, then ours; its recent edits give way to the drafts."""
    kept = [
        OPEN_PANELS[type(panel)]() if type(panel) in OPEN_PANELS else panel
        for panel in panels
        if not isinstance(panel, RecentEditsPanel)
    ]
    for panel in kept:
        if isinstance(panel, WorkflowObjectsToModeratePanel):
            panel.order = 205
        elif isinstance(panel, UserObjectsInWorkflowModerationPanel):
            panel.order = 210
    panels[:] = [*kept, NothingWaitsPanel(), ScheduledPanel(), TranslationsPanel(), DraftsPanel()]
