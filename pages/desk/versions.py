"""The page on which an editor publishes or unpublishes a work's other languages, and the offers that lead there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import re_path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from pages.models import BasePage
from pages.publishing.completeness import Missing, missing
from pages.publishing.versions import other_versions, publish_version, unpublish_version


class Offer(NamedTuple):
    """One language version and whether it can be ticked."""

    page: BasePage
    lacks: list[Missing]
    is_possible: bool


class Change(NamedTuple):
    """Publishing or unpublishing: which versions it concerns, how it is done and what is said about it."""

    title: str
    button: str
    concerns: Callable[[BasePage], bool]
    may: str
    do: Callable[..., None]


CHANGES = {
    "publish": Change(
        _("Publish in other languages"),
        _("Publish the ticked versions"),
        lambda page: not page.live or page.has_unpublished_changes,
        "can_publish",
        publish_version,
    ),
    "unpublish": Change(
        _("Unpublish in other languages"),
        _("Unpublish the ticked versions"),
        lambda page: page.live,
        "can_unpublish",
        unpublish_version,
    ),
}


def offers(page: Page, action: str, user: AbstractBaseUser) -> list[Offer]:
    """The other versions that `action` would change and `user` may so change, with what each still lacks."""
    change = CHANGES[action]
    found = []
    for version in other_versions(page):
        if change.concerns(version) and getattr(version.permissions_for_user(user), change.may)():
            lacks = missing(version) if action == "publish" else []
            found.append(Offer(version, lacks, not lacks))
    return found


def change_versions(request: HttpRequest, page_id: int, action: str) -> HttpResponse:
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    change, listed = CHANGES[action], offers(page, action, request.user)
    back = get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[page.pk])
    if request.method == "POST":
        ticked = set(request.POST.getlist("version"))
        done = [offer.page for offer in listed if offer.is_possible and str(offer.page.pk) in ticked]
        for version in done:
            change.do(version, user=request.user)
        messages.success(request, _report(action, len(done)))
        return redirect(back)
    return render(
        request,
        "desk/change_versions.html",
        {"page": page, "change": change, "action": action, "offers": listed, "next_url": back},
    )


def _report(action: str, count: int) -> str:
    if action == "publish":
        text = ngettext("%(count)d version was published.", "%(count)d versions were published.", count)
    else:
        text = ngettext("%(count)d version was unpublished.", "%(count)d versions were unpublished.", count)
    return text % {"count": count}


def offer_other_languages(request: HttpRequest, page: Page, action: str) -> None:
    """After `page` was published or unpublished: say that its other versions were not, with a button to do it."""
    if listed := offers(page, action, request.user):
        names = gettext(", ").join(str(offer.page.locale.get_display_name()) for offer in listed)
        text = (
            gettext("The versions in other languages are as they were: %(names)s.")
            if action == "publish"
            else gettext("Still public in other languages: %(names)s.")
        )
        url = reverse("desk_change_versions", args=[page.pk, action])
        messages.warning(request, text % {"names": names}, buttons=[messages.button(url, CHANGES[action].title)])


def version_buttons(
    page: Page, user: AbstractBaseUser, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    """Ways to the page from listings and from the page's header, for those who may publish."""
    if page.depth > 1 and page.permissions_for_user(user).can_publish():
        for priority, (action, change) in enumerate(CHANGES.items(), start=61):
            yield Button(
                change.title,
                reverse("desk_change_versions", args=[page.pk, action]),
                icon_name="globe" if action == "publish" else "download",
                priority=priority,
            )


_ADDRESS = r"^desk/versions/(?P<page_id>\d+)/(?P<action>publish|unpublish)/$"
urlpatterns = [re_path(_ADDRESS, change_versions, name="desk_change_versions")]
