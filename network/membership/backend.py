"""Whose session is this, and is that person still a member at this very request?"""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

from network.membership.states import State
from network.membership.verbs import end_when_over


class MemberBackend(AuthenticationBackend):
    """Reads a person and their membership in one query, and ends it when its day has passed.

    It happens before anything can ask for the person's groups; nothing need run at midnight.
    """

    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        user = get_user_model().objects.select_related("membership").filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        membership = getattr(user, "membership", None)
        if membership and membership.state == State.MEMBER and membership.is_over():
            end_when_over(membership)
        return user
