"""How does somebody become a member by invitation? A link that works once, for two weeks, and is kept as a digest."""

import datetime
import hashlib
import secrets
from functools import partial

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from network.membership import mails
from network.membership.models import Invitation, Membership
from network.membership.queries import account_with, membership_of
from network.membership.rules import STEPS, VET, NotPossible
from network.membership.states import State, Verb
from network.membership.verbs import record, require

DAYS = 14


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    language: str,
    actor: AbstractUser,
    until: datetime.date | None = None,
    sponsor: AbstractUser | None = None,
    reason: str = "",
) -> Membership:
    """Vetting comes first here: whoever takes up the invitation is a member."""
    if not actor.has_perm(VET):
        raise PermissionDenied
    membership = membership_of(email)
    before = membership.state if membership else ""
    if membership is None:
        membership = Membership(email=email.lower(), user=account_with(email), state=State.INVITED)
    if membership.user == actor:
        raise PermissionDenied
    if before and before not in STEPS[Verb.INVITE].of:
        raise NotPossible(_("This person is a member already, or suspended."))
    require(Verb.INVITE, membership, reason=reason, until=until)
    membership.name, membership.language = name, language
    membership.until, membership.sponsor = until, sponsor
    record(Verb.INVITE, membership, before=before, actor=actor, reason=reason)
    token = _new_link(membership)
    transaction.on_commit(partial(mails.send_invitation, membership, token), robust=True)
    return membership


def open_invitation(token: str) -> Invitation | None:
    """None for a link that was never sent, has been used, replaced or withdrawn, or is too old."""
    found = Invitation.objects.select_related("membership__user").filter(digest=digest(token)).first()
    return found if found and found.is_open() and found.membership.state == State.INVITED else None


def invitation_to(email: str) -> Invitation | None:
    """An open invitation to an address that had no account when it was sent."""
    waiting = Invitation.objects.filter(
        membership__email__iexact=email, membership__user=None, membership__state=State.INVITED, used_at=None
    )
    return waiting.filter(expires_at__gt=timezone.now()).select_related("membership").first()


def take_up_when_proved(invitation: Invitation, *, user: AbstractUser) -> None:
    """Whoever has shown that the invited address is theirs is a member, as by the link that went to it."""
    if account_with(invitation.membership.email) == user and not Membership.objects.filter(user=user).exists():
        join(invitation, user=user)


def owner_of(invitation: Invitation) -> AbstractBaseUser | None:
    """The account the invited address has, perhaps since the invitation was sent."""
    return invitation.membership.user or account_with(invitation.membership.email)


@transaction.atomic
def join(invitation: Invitation, *, user: AbstractUser) -> Membership:
    """Whoever holds the link and the account is a member from now on."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=invitation.membership_id)
    if not invitation.is_open() or membership.state != State.INVITED:
        raise NotPossible(_("This invitation is no longer open."))
    if Membership.objects.filter(user=user).exclude(pk=membership.pk).exists():
        raise NotPossible(_("This account has a membership of its own."))
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    membership.user = user
    record(Verb.JOIN, membership, before=State.INVITED, actor=user)
    transaction.on_commit(partial(mails.tell, Verb.JOIN, membership, reason=""), robust=True)
    return membership


@transaction.atomic
def join_with_new_account(invitation: Invitation, *, first_name: str, last_name: str, password: str) -> AbstractUser:
    """The link came by mail, so the address is verified."""
    membership = invitation.membership
    user = get_user_model().objects.create_user(
        username=get_random_string(24),
        email=membership.email,
        password=password,
        first_name=first_name,
        last_name=last_name,
    )
    EmailAddress.objects.create(user=user, email=membership.email, verified=True, primary=True)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": membership.language})
    join(invitation, user=user)
    return user


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _new_link(membership: Membership) -> str:
    """Replaces earlier ones."""
    now = timezone.now()
    membership.invitations.filter(used_at=None).update(expires_at=now)
    token = secrets.token_urlsafe(32)
    membership.invitations.create(digest=digest(token), expires_at=now + datetime.timedelta(days=DAYS))
    return token
