"""What holds for every request of a person: nothing of an account is kept, and editors have a second factor."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from network.accounts.frame import is_account_page
from network.accounts.second_factor import lacks_second_factor

# What somebody needs who is on the way to a second factor, and no more.
EXEMPT = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_confirm_email",
    "account_email",
    "account_email_verification_sent",
    "desk_sign_out",
    "healthz",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}


def has_session(request: HttpRequest) -> bool:
    """Asked before anything else, so that readers without a session get answers that do not depend on one."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


class NothingKept:
    """Pages of an account are in no cache, and signing out clears what the browser kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if is_account_page(request):
            response["Cache-Control"] = "private, no-store"
        if match and match.url_name in {"account_logout", "desk_sign_out"} and request.method == "POST":
            response["Clear-Site-Data"] = '"cache"'
        return response


class SecondFactor:
    """Sends an editor who has none to where it is set up, from every address that is not on the list above."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, arguments: tuple, named: dict) -> HttpResponse | None:
        if settings.SECOND_FACTOR_OPTIONAL or not has_session(request) or not request.user.is_authenticated:
            return None
        match = request.resolver_match
        if (match and match.url_name in EXEMPT) or not lacks_second_factor(request.user):
            return None
        messages.warning(request, _("Your account may edit. Set up a second factor to go on."))
        return redirect("mfa_index")
