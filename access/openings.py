"""How could somebody come to read a work that is closed to them, and what became of it so far?"""

import datetime

from django.utils import timezone
from wagtail.models import Page

from access.classes import MEMBER
from access.models import AccessRequest, AccessRule, PageAssignment, PageUserGrant, Setting
from access.principals import Principal


def last_request(page: Page, reader: Principal) -> AccessRequest | None:
    """The newest of those that the person made for the work."""
    if reader.is_anonymous:
        return None
    return AccessRequest.objects.filter(work=page.translation_key, person_id=reader.user.pk).first()


def ended_at(page: Page, reader: Principal) -> datetime.datetime | None:
    """Until when the person could read the work, when that is over."""
    grants = PageUserGrant.objects.filter(
        content_object__translation_key=page.translation_key,
        permission__codename="view_page",
        user_id=reader.user.pk,
        until__lte=timezone.now(),
    )
    return grants.order_by("-until").values_list("until", flat=True).first()


def would_membership_open(page: Page, reader: Principal) -> bool:
    """Whether the work is closed to the reader for being no member: a rule lets members in, and none names anybody."""
    held = PageAssignment.objects.filter(page=page).values("access_class")
    settings = set(AccessRule.objects.filter(classes__in=held).values_list("setting", flat=True))
    return MEMBER not in reader.tokens and Setting.MEMBERS in settings and Setting.NAMED not in settings
