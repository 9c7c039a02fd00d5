"""What do forms and reports of the desk say of the closed objects that open ones use? Not what they are called."""

from typing import Any

from django.db.models import Count, F, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.views.reports import page_types_usage
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.documents import get_document_model
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.models import Page

from access.actions import Action
from access.current import principal
from access.desk.lists import closed_pages
from access.objects import files
from access.policy import can, readable

_value_by_wagtail = BaseChooser.get_value_data
_page_link_by_wagtail = PageLinkElementHandler.get_attribute_data
_document_link_by_wagtail = DocumentLinkElementHandler.get_attribute_data


def register() -> None:
    """Wagtail has no other place to tell these than its own functions."""
    BaseChooser.get_value_data = chosen_value
    PageLinkElementHandler.get_attribute_data = page_link
    DocumentLinkElementHandler.get_attribute_data = document_link
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


def page_link(handler: PageLinkElementHandler, attributes: dict[str, str]) -> dict[str, Any]:
    """In a text that is edited, as a link to a page that is gone: its address says what it is called."""
    known = dict(_page_link_by_wagtail(handler, attributes))
    return {"id": known["id"], "url": None, "parentId": None} if known["id"] in closed_pages() else known


def document_link(handler: DocumentLinkElementHandler, attributes: dict[str, str]) -> dict[str, Any]:
    known = dict(_document_link_by_wagtail(handler, attributes))
    document = get_document_model().objects.filter(pk=known.get("id")).first()
    return {"id": document.pk} if document and _is_closed(document) else known


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
