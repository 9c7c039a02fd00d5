"""The pages on which somebody applies, takes up an invitation, sees how it stands, and speaks for an applicant."""

from allauth.account.utils import perform_login
from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from network.accounts.second_factor import lacks_second_factor
from network.membership import verbs
from network.membership.forms import MembershipForm, NewAccountForm, VouchForm, in_a_year
from network.membership.invitations import join as take_up
from network.membership.invitations import join_with_new_account, open_invitation, owner_of
from network.membership.models import Invitation, Membership
from network.membership.queries import to_vet
from network.membership.rules import STEPS, NotPossible
from network.membership.states import Verb


@login_required
def account(request: HttpRequest) -> HttpResponse:
    membership = Membership.objects.filter(user=request.user).select_related("sponsor").first()
    context = {
        "membership": membership,
        "last": membership.events.last() if membership else None,
        "may_apply": membership is None or membership.state in STEPS[Verb.APPLY].of,
        "to_vet": to_vet(request.user) if membership and membership.is_current() else (),
        "lacks_second_factor": lacks_second_factor(request.user),
        "may_edit": request.user.has_perm("wagtailadmin.access_admin"),
    }
    return render(request, "network/account.html", context)


@login_required
def apply(request: HttpRequest) -> HttpResponse:
    form = MembershipForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            form.apply(request.user)
        except NotPossible as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("Your application has been received."))
        return redirect("account")
    return render(request, "network/apply.html", {"form": form})


@sensitive_post_parameters("password")
def join(request: HttpRequest, token: str) -> HttpResponse:
    """A link that is no longer good says so, whatever the reason."""
    if limited := consume_or_429(request, action="reset_password_from_key", limit_get=True):
        return limited
    invitation = open_invitation(token)
    if invitation is None:
        return render(request, "network/invitation_closed.html", status=404)
    if owner := owner_of(invitation):
        return _join_with_account(request, invitation, owner)
    if request.user.is_authenticated:
        return render(request, "network/invitation_other.html", {"membership": invitation.membership})
    form = NewAccountForm(request.POST if request.method == "POST" else None, email=invitation.membership.email)
    if request.method == "POST" and form.is_valid():
        user = join_with_new_account(invitation, **form.cleaned_data)
        return perform_login(request, user)
    return render(request, "network/invitation.html", {"form": form, "membership": invitation.membership})


def _join_with_account(request: HttpRequest, invitation: Invitation, owner: AbstractBaseUser) -> HttpResponse:
    """The address has an account: its owner signs in first."""
    if request.user != owner:
        return render(request, "network/invitation_sign_in.html", {"membership": invitation.membership})
    if request.method == "POST":
        try:
            take_up(invitation, user=owner)
        except NotPossible as problem:
            messages.error(request, str(problem))
        return redirect("account")
    return render(request, "network/invitation.html", {"membership": invitation.membership})


@login_required
def vouch(request: HttpRequest, pk: int) -> HttpResponse:
    """Seen by the sponsor whom the applicant named, while it is to be decided; absent for anybody else."""
    sponsor = Membership.objects.filter(user=request.user).first()
    if sponsor is None or not sponsor.is_current():
        raise Http404
    membership = get_object_or_404(to_vet(request.user), pk=pk)
    form = VouchForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if "accept" in request.POST:
            verbs.accept(membership, actor=request.user, until=in_a_year(), reason=reason)
        else:
            verbs.refuse(membership, actor=request.user, reason=reason)
        messages.success(request, _("Thank you. The decision has been sent."))
        return redirect("account")
    return render(request, "network/vouch.html", {"form": form, "membership": membership})
