"""Where do those who look after a work answer the people who ask to read it?"""

import datetime

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from access.actions import Action
from access.changing import answer_request
from access.models import AccessRequest
from access.policy import can
from access.principals import principal_of
from access.rights import WIDEN

DAYS = 30


class AnswerForm(forms.Form):
    """`days` counts where the request is granted, and only there."""

    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=3650, initial=DAYS, required=False)
    note = forms.CharField(
        label=_("Note to the person"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


def requests(request: HttpRequest) -> HttpResponse:
    """The open requests for works that the person looks after."""
    _require_steward(request)
    asked = AccessRequest.objects.filter(state=AccessRequest.State.OPEN).select_related("person")
    return render(
        request,
        "desk/access_requests.html",
        {"entries": [(one, page, _form(one)) for one in asked if (page := _page(request, one))]},
    )


@require_POST
def answer(request: HttpRequest, key: int) -> HttpResponse:
    _require_steward(request)
    asked = get_object_or_404(AccessRequest, pk=key, state=AccessRequest.State.OPEN)
    if _page(request, asked) is None:
        raise PermissionDenied
    form = AnswerForm(request.POST)
    granted = "grant" in request.POST
    if "note" in form.errors:
        messages.error(request, gettext("The note is too long."))
        return redirect("access_requests")
    days = form.cleaned_data.get("days")
    if granted and not days:
        messages.error(request, gettext("Say for how many days."))
        return redirect("access_requests")
    until = timezone.now() + datetime.timedelta(days=days) if granted else None
    try:
        answer_request(asked, granted=granted, by=request.user, until=until, note=form.cleaned_data["note"])
    except ValidationError:
        messages.error(request, gettext("This work names no persons. Change who may read it first."))
    else:
        messages.success(request, gettext("The request was answered."))
    return redirect("access_requests")


def _form(asked: AccessRequest) -> AnswerForm:
    """One of several on a page: each field has a name of its own."""
    return AnswerForm(auto_id=f"id_{asked.pk}_%s")


def _require_steward(request: HttpRequest) -> None:
    if not request.user.has_perm(WIDEN):
        raise PermissionDenied


def _page(request: HttpRequest, asked: AccessRequest) -> Page | None:
    """A version of the work, for who manages it; nobody answers for what they do not manage."""
    page = Page.objects.filter(translation_key=asked.work).order_by("pk").first()
    return page if page and can(principal_of(request.user), Action.MANAGE, page) else None


class RequestsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(WIDEN))


def menu_item() -> RequestsMenuItem:
    return RequestsMenuItem(
        _("Requests for access"), reverse("access_requests"), name="access-requests", icon_name="key", order=270
    )


urlpatterns = [
    path("access/requests/", requests, name="access_requests"),
    path("access/requests/<int:key>/", answer, name="access_answer"),
]
