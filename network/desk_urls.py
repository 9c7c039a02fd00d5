"""The desk's own ways in and out, replaced by the one sign-in."""

from django.urls import path, re_path

from network.accounts.views import reset_password, sign_in, sign_out

urlpatterns = [
    path("login/", sign_in),
    path("logout/", sign_out, name="desk_sign_out"),
    path("password_reset/", reset_password),
    re_path(r"^password_reset/(?P<path>.+)$", reset_password),
]
