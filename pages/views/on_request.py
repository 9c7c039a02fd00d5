"""What does a reader see of a work that they may know of but not read? Its title, its summary, and how to ask."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from access.changing import TooManyRequests, ask
from access.current import principal
from access.models import AccessRequest
from access.openings import ended_at, last_request, would_membership_open
from access.principals import Principal
from pages.addresses import language_of, page_url
from pages.models import BasePage
from pages.queries.known import teaser
from pages.queries.visible import on_request
from pages.views.frame import render_frame


class RequestForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you ask?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}), strip=True
    )


def show_on_request(request: HttpRequest, page: BasePage) -> HttpResponse:
    """Whoever is signed in can ask; the answer is given at the desk."""
    reader = principal()
    if request.method == "POST" and not reader.is_anonymous:
        form = RequestForm(request.POST)
        if form.is_valid() and _is_asked(form, page, reader):
            return HttpResponseRedirect(page_url(page))
    elif request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    else:
        form = RequestForm()
    last = last_request(page, reader)
    response = render_frame(
        request,
        "pages/on_request.html",
        title=page.title,
        alternates=_versions(page),
        status=403,
        work=teaser(page),
        form=form,
        is_signed_in=not reader.is_anonymous,
        waiting_since=last.asked_at if last and last.state == AccessRequest.State.OPEN else None,
        refused=last if last and last.state == AccessRequest.State.REFUSED else None,
        ended_at=ended_at(page, reader) if last and last.state == AccessRequest.State.GRANTED else None,
        is_for_members=would_membership_open(page, reader),
        sign_in=f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page_url(page)})}",
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _versions(page: BasePage) -> dict[str, str]:
    """Who may know of one version of a work may know of all."""
    versions = on_request(Page.objects.filter(translation_key=page.translation_key))
    return {language_of(version): page_url(version) for version in versions}


def _is_asked(form: RequestForm, page: BasePage, reader: Principal) -> bool:
    try:
        ask(page, person=reader.user, reason=form.cleaned_data["reason"])
    except TooManyRequests:
        form.add_error("reason", gettext("You have asked for many works today. Please come back tomorrow."))
        return False
    return True
