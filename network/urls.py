"""The addresses of accounts, below a language's prefix."""

from django.urls import include, path

from network.accounts.views import details, sign_in
from network.membership.views import account, apply, join, vouch

urlpatterns = [
    path("account/", account, name="account"),
    path("account/details/", details, name="account_details"),
    path("account/membership/apply/", apply, name="membership_apply"),
    path("account/membership/vouch/<int:pk>/", vouch, name="membership_vouch"),
    path("account/invitation/<str:token>/", join, name="membership_join"),
    path("account/", include("allauth.account.urls")),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
    path("_util/login/", sign_in),
]
