"""What do forms and reports of the desk say of the closed objects that open ones use? Not what they are called."""

from typing import Any

from django.db.models import Count, F, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from wagtail.admin.views.reports import page_types_usage
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.models import Page

from access.actions import Action
from access.current import principal
from access.objects import files
from access.policy import can, readable

_value_by_wagtail = BaseChooser.get_value_data


def register() -> None:
    """Wagtail has no other place to tell these than its own functions."""
    BaseChooser.get_value_data = chosen_value
    page_types_usage._annotate_last_edit_info = count_open_pages


def chosen_value(widget: BaseChooser, value: object) -> dict[str, Any] | None:
    """The number stays, or to save the form would lose it."""
    instance = widget.get_instance(value)
    if instance is None or not _is_closed(instance):
        return _value_by_wagtail(widget, instance)
    return {
        "id": instance.pk,
        "edit_url": None,
        widget.display_title_key: gettext("Not open to you"),
        "parent_id": None,
        "preview": {"url": "", "width": 0, "height": 0},
        "default_alt_text": "",
    }


def count_open_pages(types: QuerySet, language: str | None, site_path: str | None) -> QuerySet:
    """How many pages of each type there are, and which was edited last."""
    narrowed = {"locale__language_code": language, "path__startswith": site_path}
    pages = readable(principal(), Page.objects.order_by()).filter(
        content_type=OuterRef("pk"), **{name: value for name, value in narrowed.items() if value}
    )
    counts = pages.values("content_type").annotate(count=Count("pk")).values("count")
    latest = pages.order_by(F("latest_revision_created_at").desc(nulls_last=True), "title", "-pk")
    return types.annotate(count=Coalesce(Subquery(counts), 0), last_edited_page_id=Subquery(latest.values("pk")[:1]))


def _is_closed(obj: Model) -> bool:
    if principal().is_anonymous or not isinstance(obj, (Page, *files().values())):
        return False
    return not can(principal(), Action.VIEW, obj)
