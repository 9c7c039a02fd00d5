"""Where do members and accounts hook into Wagtail's admin?"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from network.membership import desk

hooks.register("register_admin_viewset", desk.MembershipViewSet)
hooks.register("register_admin_urls", lambda: desk.urlpatterns)


@hooks.register("register_account_menu_item")
def sign_in_and_security(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("account"),
        "label": _("E-mail, password and second factor"),
        "help_text": _("How you sign in, and where you are signed in."),
    }
