"""Who is written to when somebody asks to read a work, and when they are answered?

Who may read it is asked when the mail is written. No subject names the work: subjects are shown on locked screens.
"""

import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from access.actions import Action
from access.models import AccessRequest, PageUserGrant
from access.policy import can
from access.principals import principal_of
from access.rights import WIDEN
from network import mail
from pages.addresses import page_url

RIGHTS = "network.membership.backend.MemberBackend"


def stewards_of(page: Page) -> list[AbstractUser]:
    """Everyone who could answer for the work now."""
    people = get_user_model().objects.with_perm(WIDEN, backend=RIGHTS).order_by("pk")
    return [person for person in people if can(principal_of(person), Action.MANAGE, page)]


def tell_stewards(request: AccessRequest) -> None:
    page = _page_of(request)
    if page is None:
        return
    for steward in stewards_of(page):
        language = mail.language_of(steward, otherwise=settings.LANGUAGE_CODE)
        with mail.spoken(language):
            _write(
                steward,
                language,
                subject=_("A request for access"),
                said=_("Somebody asks to read a work that you look after."),
                title=page.title,
                person=request.person.get_full_name() or request.person.email,
                # Whoever asks is a stranger to the steward, who reads all of it at the desk.
                reason=mail.without_links(request.reason),
                address=reverse("access_requests"),
            )


def tell_person(request: AccessRequest) -> None:
    page = _page_of(request)
    if page is None:
        return
    language = mail.language_of(request.person, otherwise=settings.LANGUAGE_CODE)
    reader = principal_of(request.person)
    is_granted = request.state == AccessRequest.State.GRANTED and can(reader, Action.VIEW, page)
    version = Page.objects.filter(translation_key=request.work, locale__language_code=language, live=True).first()
    with mail.spoken(language):
        said = _("You may now read the work you asked for.") if is_granted else _("Your request was not granted.")
        _write(
            request.person,
            language,
            subject=_("Your request for access was answered"),
            said=said,
            title=(version or page).title if can(reader, Action.DISCOVER, page) else "",
            until=_until(request, page) if is_granted else None,
            note=request.note,
            address=page_url(version or page) if is_granted else reverse("account"),
        )


def _page_of(request: AccessRequest) -> Page | None:
    return Page.objects.filter(translation_key=request.work).order_by("pk").first()


def _until(request: AccessRequest, page: Page) -> datetime.datetime | None:
    grants = PageUserGrant.objects.filter(content_object__translation_key=page.translation_key, user=request.person)
    return grants.filter(permission__codename="view_page").values_list("until", flat=True).first()


def _write(to: AbstractUser, language: str, *, subject: str, address: str, **values: object) -> None:
    text = render_to_string(
        "network/mail/request.txt",
        {
            "site_name": settings.WAGTAIL_SITE_NAME,
            "name": to.get_full_name() or to.email,
            "address": mail.own_address(address, language),
            **values,
        },
    )
    mail.send(to.email, subject=subject, text=text, language=language)
