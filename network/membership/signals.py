"""Which events of accounts concern memberships? Receivers only name the function that knows."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed

from network.membership.invitations import invitation_to, take_up_when_proved
from network.membership.mails import tell_of_application
from network.membership.models import Membership
from network.membership.states import State


def connect() -> None:
    email_confirmed.connect(application_is_verified, dispatch_uid="network.application_is_verified")


def application_is_verified(sender: Any, email_address: EmailAddress, **more: Any) -> None:
    """The first address an applicant verifies brings the application before the vetters, or takes up an invitation."""
    if invited := invitation_to(email_address.email):
        take_up_when_proved(invited, user=email_address.user)
    if EmailAddress.objects.filter(user=email_address.user_id, verified=True).count() == 1:
        for membership in Membership.objects.filter(user=email_address.user_id, state=State.APPLIED):
            tell_of_application(membership)
