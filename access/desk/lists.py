"""What of closed objects stays out of Wagtail's lists, counts and titles, where it asks no policy.

Wagtail has no other place to tell these than its own functions. They answer for the person of the request; where
nobody in particular is reading, in commands and tasks, they answer as before.
"""

from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.shortcuts import get_list_or_404
from django.utils.translation import gettext
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import ModelLogEntry, Page, PageLogEntry, ReferenceIndex, TaskState

from access.current import principal
from access.objects import files
from access.policy import readable
from access.principals import Principal

_title_by_wagtail = Page.get_admin_display_title
_references_by_wagtail = ReferenceIndex.get_references_to
_references_in_bulk_by_wagtail = ReferenceIndex.get_references_to_in_bulk
_page_log_by_wagtail = type(PageLogEntry.objects).viewable_by_user
_log_by_wagtail = type(ModelLogEntry.objects).viewable_by_user
_reviewable_by_wagtail = type(TaskState.objects).reviewable_by
_closed: WeakKeyDictionary[Principal, frozenset[int]] = WeakKeyDictionary()


def register() -> None:
    Page.get_admin_display_title = title_at_desk
    ReferenceIndex.get_references_to = classmethod(references_to)
    ReferenceIndex.get_references_to_in_bulk = classmethod(references_in_bulk)
    ReferenceIndex.usage_count_subquery = classmethod(usage_count)
    type(PageLogEntry.objects).viewable_by_user = page_log
    type(ModelLogEntry.objects).viewable_by_user = log
    type(TaskState.objects).reviewable_by = reviewable_by
    BulkAction.get_queryset = classmethod(chosen_in_bulk)


def title_at_desk(page: Page) -> str:
    """Breadcrumbs and columns name what a page lies in, which may be closed when the page is open."""
    return gettext("Not open to you") if page.pk in closed_pages() else str(_title_by_wagtail(page))


def closed_pages() -> frozenset[int]:
    """One query for each request, however many titles it shows."""
    reader = principal()
    if reader.is_anonymous:
        return frozenset()
    if reader not in _closed:
        closed = Page.objects.order_by().exclude(pk__in=readable(reader, Page.objects.order_by()).values("pk"))
        _closed[reader] = frozenset(closed.values_list("pk", flat=True))
    return _closed[reader]


def references_to(cls: type[ReferenceIndex], obj: Model) -> QuerySet:
    return _from_open_pages(_references_by_wagtail(obj))


def references_in_bulk(cls: type[ReferenceIndex], objects: Iterable[Model]) -> QuerySet:
    return _from_open_pages(_references_in_bulk_by_wagtail(objects))


def usage_count(cls: type[ReferenceIndex], model: type[Model]) -> Coalesce:
    uses = _from_open_pages(
        cls.objects.filter(
            to_content_type=ContentType.objects.get_for_model(model),
            to_object_id=Cast(OuterRef("pk"), output_field=CharField()),
        )
    )
    counts = uses.order_by().values("to_object_id").annotate(count=Count("object_id", distinct=True))
    return Coalesce(Subquery(counts.values("count")), 0)


def page_log(manager: Any, user: AbstractBaseUser) -> QuerySet:
    """Of deleted pages nobody knows any more to whom they were closed."""
    rows = _page_log_by_wagtail(manager, user)
    return rows if user.is_superuser else rows.filter(page__in=readable(principal(), Page.objects.order_by()))


def log(manager: Any, user: AbstractBaseUser) -> QuerySet:
    """Of images, documents and collections; deleted ones with the closed."""
    rows = _log_by_wagtail(manager, user)
    if user.is_superuser:
        return rows
    for model in files().values():
        here = ContentType.objects.get_for_model(model)
        is_open = Cast("object_id", CharField())
        opened = readable(principal(), model._default_manager.order_by()).annotate(number=Cast("pk", CharField()))
        closed = rows.model.objects.filter(content_type=here).annotate(number=is_open)
        rows = rows.exclude(pk__in=closed.exclude(number__in=opened.values("number")).values("pk"))
    return rows


def reviewable_by(manager: Any, user: AbstractBaseUser) -> QuerySet:
    """Tasks are given to groups, of which not everybody may read every page."""
    closed = [str(number) for number in closed_pages()]
    return _reviewable_by_wagtail(manager, user).exclude(
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        workflow_state__object_id__in=closed,
    )


def chosen_in_bulk(cls: type[BulkAction], model: type[Model], numbers: Iterable[object]) -> list[Model]:
    """Numbers come with the address, or are those of everything."""
    rows = model._default_manager.filter(pk__in=numbers)
    if issubclass(model, (Page, *files().values())):
        rows = readable(principal(), rows)
    return list(get_list_or_404(rows))


def _from_open_pages(uses: QuerySet) -> QuerySet:
    if principal().is_anonymous:
        return uses
    closed = Page.objects.order_by().exclude(pk__in=readable(principal(), Page.objects.order_by()).values("pk"))
    numbers = closed.annotate(number=Cast("pk", CharField())).values("number")
    return uses.exclude(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=numbers)
