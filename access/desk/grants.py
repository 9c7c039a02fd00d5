"""The list of all grants, for auditors, and the giving and taking back of the right to work on one page."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from access.actions import Action
from access.changing import give_work
from access.desk.audit import AUDIT
from access.desk.forms import WorkForm
from access.desk.views import address_of, object_at
from access.grants import grants, write_csv
from access.objects import Target
from access.policy import can
from access.principals import principal_of
from access.working import working_grants

PER_PAGE = 50


def report(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(AUDIT):
        raise PermissionDenied
    if request.GET.get("export") == "csv":
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="grants.csv"'
        write_csv(grants(), response)
        return response
    shown = Paginator(grants(), PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "desk/grants.html", {"grants": shown})


@require_POST
def give(request: HttpRequest, key: int) -> HttpResponse:
    """The right to edit, or to publish, one page and what lies below it."""
    page = _managed(request, key)
    form = WorkForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("The right was not given: %(errors)s") % {"errors": _words(form)})
        return redirect(address_of(page))
    data = form.cleaned_data
    if not can(principal_of(data["person"]), Action.VIEW, page) and Target.of(page).rule is None:
        messages.error(
            request, gettext("This person may not read the page: it is closed further up. Set a rule here.")
        )
        return redirect(address_of(page))
    give_work(page, data["person"], right=data["right"], until=data["until"], by=request.user)
    messages.success(request, gettext("The right was given."))
    return redirect(address_of(page))


@require_POST
def withdraw(request: HttpRequest, key: int, grant: int) -> HttpResponse:
    page = _managed(request, key)
    get_object_or_404(working_grants(page), pk=grant).delete()
    messages.success(request, gettext("The right was taken back."))
    return redirect(address_of(page))


def _managed(request: HttpRequest, key: int) -> Page:
    page = object_at(request, "page", key)
    if not can(principal_of(request.user), Action.MANAGE, page):
        raise PermissionDenied
    return page


def _words(form: forms.Form) -> str:
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


class GrantsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(AUDIT))


def menu_item() -> GrantsMenuItem:
    return GrantsMenuItem(_("Grants"), reverse("access_grants"), name="access-grants", icon_name="key")


urlpatterns = [
    path("access/grants/", report, name="access_grants"),
    path("access/to/page/<int:key>/rights/", give, name="access_give_work"),
    path("access/to/page/<int:key>/rights/<int:grant>/", withdraw, name="access_withdraw"),
]
