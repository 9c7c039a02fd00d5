"""The page on which access to one object is seen and set: first what would change, then the change."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from access.actions import Action
from access.changing import set_access, stated
from access.desk.forms import AccessForm, WorkForm
from access.effects import Effect, effect_of
from access.grants import RIGHTS
from access.names import name_of
from access.objects import Target, files
from access.overview import overview
from access.policy import can
from access.principals import principal_of
from access.rights import WIDEN
from access.working import working_grants


def access(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """Who may edit an object may let fewer people read it; to let more in takes a right and a tick."""
    obj = object_at(request, kind, key)
    form = AccessForm(request.POST or None, initial=AccessForm.initial_of(stated(Target.of(obj))))
    effect = effect_of(obj, form.wanted()) if form.is_bound and form.is_valid() else None
    may_widen = request.user.has_perm(WIDEN)
    if effect and "save" in request.POST and _is_allowed(effect, may_widen, confirmed="confirm" in request.POST):
        set_access(obj, form.wanted(), by=request.user)
        messages.success(request, gettext("Who may read “%(title)s” was saved.") % {"title": Target.of(obj).name})
        return redirect(request.path)
    return render(
        request,
        "desk/access.html",
        {
            "object": obj,
            "name": Target.of(obj).name,
            "form": form,
            "effect": effect,
            "may_widen": may_widen,
            "is_unconfirmed": bool(effect and effect.widens and "save" in request.POST),
            "overview": overview(obj),
            **_work(request, obj),
        },
    )


def _work(request: HttpRequest, obj: Model) -> dict[str, object]:
    """Who works on a page by a grant, for who may give it."""
    if not isinstance(obj, Page) or not can(principal_of(request.user), Action.MANAGE, obj):
        return {}
    workers = [
        (grant, name_of(grant.user), RIGHTS[grant.permission.codename.partition("_")[0]])
        for grant in working_grants(obj)
    ]
    return {"workers": workers, "work_form": WorkForm()}


def address_of(obj: Model) -> str:
    """Where access to `obj` is set."""
    kind = "page" if isinstance(obj, Page) else Target.of(obj).kind
    return reverse("access", args=[kind, obj.pk])


def _is_allowed(effect: Effect, may_widen: bool, *, confirmed: bool) -> bool:
    if effect.widens and not may_widen:
        raise PermissionDenied
    return confirmed or not effect.widens


def object_at(request: HttpRequest, kind: str, key: int) -> Model:
    """What the editor may not read is not there; what they may not edit is refused."""
    model = Page if kind == "page" else files().get(kind)
    obj = model.objects.filter(pk=key).first() if model else None
    if obj is None or (kind == "page" and obj.depth == 1):
        raise Http404
    reader = principal_of(request.user)
    if not can(reader, Action.VIEW, obj):
        raise Http404
    if not can(reader, Action.EDIT, obj):
        raise PermissionDenied
    return obj


urlpatterns = [path("access/to/<slug:kind>/<int:key>/", access, name="access")]
