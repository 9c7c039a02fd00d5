"""A person's own page, and the ways in that Wagtail has and that lead to the one sign-in."""

from urllib.parse import urlencode

from allauth.account.views import LogoutView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from network.accounts.forms import DetailsForm
from network.mail import language_of


def sign_in(request: HttpRequest) -> HttpResponse:
    """Where Wagtail would ask for a name and a password of its own."""
    address = reverse("account_login")
    after = request.GET.get("next", "")
    return redirect(f"{address}?{urlencode({'next': after})}" if after else address)


def reset_password(request: HttpRequest, path: str = "") -> HttpResponse:
    return redirect("account_reset_password")


sign_out = LogoutView.as_view()


@login_required
def details(request: HttpRequest) -> HttpResponse:
    """Name, and language of mails and desk."""
    user = request.user
    known = {"first_name": user.first_name, "last_name": user.last_name, "language": language_of(user)}
    form = DetailsForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        user.first_name, user.last_name = form.cleaned_data["first_name"], form.cleaned_data["last_name"]
        user.save(update_fields=["first_name", "last_name"])
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": form.cleaned_data["language"]})
        messages.success(request, _("Saved."))
        return redirect("account")
    return render(request, "network/details.html", {"form": form})
