"""Where do those who vet see members, their history, and decide?"""

from typing import Any

import django_filters
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from network.membership.forms import InvitationForm, ReasonForm, UntilForm
from network.membership.invitations import invite
from network.membership.models import Membership
from network.membership.rules import STEPS, VET, NotPossible, may, possible
from network.membership.states import STATES, Verb
from network.membership.verbs import BY_HAND

ACTIONS = {
    Verb.ACCEPT: gettext_lazy("Accept"),
    Verb.REFUSE: gettext_lazy("Refuse"),
    Verb.EXTEND: gettext_lazy("Extend"),
    Verb.SUSPEND: gettext_lazy("Suspend"),
    Verb.RESTORE: gettext_lazy("Restore"),
    Verb.END: gettext_lazy("End the membership"),
}


class VettersPolicy(ModelPermissionPolicy):
    """Whoever vets sees memberships; nobody adds, edits or deletes a row: there are verbs for that."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action == "view" and user.is_active and user.has_perm(VET)

    def user_has_any_permission(self, user: AbstractBaseUser, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(Membership, VettersPolicy(Membership))


class MembershipFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=STATES)

    class Meta:
        model = Membership
        fields = ["state"]


class MembershipIndex(generic.IndexView):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Invite somebody"), url=reverse("membership_invite"), icon_name="mail")]


class MembershipInspect(generic.InspectView):
    template_name = "network/desk/membership.html"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        steps = possible(self.request.user, self.object)
        actions = [(reverse("membership_step", args=[self.object.pk, verb]), ACTIONS[verb]) for verb in steps]
        return {**super().get_context_data(**named), "actions": actions, "events": self.object.events.all()}


class MembershipViewSet(ModelViewSet):
    model = Membership
    name = "membership"
    url_prefix = "members"
    icon = "group"
    menu_label = gettext_lazy("Members")
    menu_order = 600
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = MembershipIndex
    inspect_view_class = MembershipInspect
    filterset_class = MembershipFilterSet
    list_display = ["name", "email", "organisation", "get_state_display", "until"]
    search_fields = ["name", "email", "organisation"]
    search_backend_name = None
    form_fields = ["name"]
    inspect_view_fields = [
        "name",
        "email",
        "organisation",
        "statement",
        "language",
        "sponsor",
        "state",
        "until",
    ]


def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    membership = get_object_or_404(Membership, pk=pk)
    if verb not in BY_HAND or not request.user.has_perm(VET) or not may(request.user, Verb(verb), membership):
        raise PermissionDenied
    form_class = UntilForm if STEPS[Verb(verb)].sets_end else ReasonForm
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            BY_HAND[Verb(verb)](membership, actor=request.user, **form.cleaned_data)
        except NotPossible as problem:
            form.add_error("reason", str(problem))
        else:
            messages.success(request, _("Done, logged and sent by mail."))
            return redirect("membership:inspect", pk)
    context = {"form": form, "title": ACTIONS[Verb(verb)], "subtitle": membership.name}
    return render(request, "network/desk/step.html", {**context, "back": reverse("membership:inspect", args=[pk])})


def invite_somebody(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(VET):
        raise PermissionDenied
    form = InvitationForm(
        request.POST if request.method == "POST" else None, initial={"language": request.LANGUAGE_CODE}
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        sponsor = said.pop("sponsor_email")
        try:
            membership = invite(actor=request.user, sponsor=sponsor, **said)
        except NotPossible as problem:
            form.add_error("email", str(problem))
        else:
            messages.success(request, _("The invitation has been sent."))
            return redirect("membership:inspect", membership.pk)
    context = {"form": form, "title": _("Invite somebody"), "back": reverse("membership:index")}
    return render(request, "network/desk/step.html", context)


urlpatterns = [
    path("members/invite/", invite_somebody, name="membership_invite"),
    path("members/<int:pk>/<slug:verb>/", step, name="membership_step"),
]
