"""What awaits an editor: what is scheduled, which translations lag behind, and the drafts begun."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from pages.queries.translation_status import Row, State, in_state, rows, sources


def _seen_by(user: AbstractBaseUser) -> QuerySet:
    return policy_registry.get_by_type(Page).explorable_instances(user).filter(depth__gt=1)


def scheduled(user: AbstractBaseUser, *, limit: int = 8) -> list[tuple[Page, datetime]]:
    """The pages that will become public by themselves, the next one first, and when."""
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")
    moments = {int(pk): moment for pk, moment in waiting.values_list("object_id", "approved_go_live_at")}
    pages = _seen_by(user).select_related("locale").in_bulk(moments)
    return [(pages[pk], moment) for pk, moment in moments.items() if pk in pages][:limit]


def lagging(user: AbstractBaseUser, *, limit: int = 8) -> tuple[list[Row], int]:
    """Works with a version that is older than its source or missing (older first), and how many there are."""
    works = sources(_seen_by(user)).filter(live=True)
    older = in_state(works, State.OLDER)
    missing = in_state(works, State.MISSING)
    shown = list(older.order_by("-last_published_at").select_related("locale")[:limit])
    if len(shown) < limit:
        rest = missing.exclude(pk__in=older.values("pk")).order_by("-last_published_at")
        shown += rest.select_related("locale")[: limit - len(shown)]
    count = works.filter(pk__in=older.values("pk")).count()
    count += missing.exclude(pk__in=older.values("pk")).count()
    return rows(shown), count


def drafts_of(user: AbstractBaseUser, *, limit: int = 8) -> QuerySet:
    """The pages that `user` began and that are not public, or not in their last state; the latest first."""
    own = _seen_by(user).filter(owner=user, has_unpublished_changes=True) | _seen_by(user).filter(
        owner=user, live=False
    )
    return own.select_related("locale", "content_type").order_by("-latest_revision_created_at")[:limit]
