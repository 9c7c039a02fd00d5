"""Whose session is this? The person and their membership, in one query."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser


class MemberBackend(AuthenticationBackend):
    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        user = get_user_model().objects.select_related("membership").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
