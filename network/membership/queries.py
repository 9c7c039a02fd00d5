"""Whose membership, who vets, who sponsors?"""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, Q, QuerySet

from network.membership.models import Membership, today
from network.membership.rules import VET
from network.membership.states import State


def has_verified_address(user: AbstractBaseUser) -> bool:
    return bool(EmailAddress.objects.filter(user=user, verified=True).exists())


def account_with(email: str) -> AbstractBaseUser | None:
    """The account that has proved this address to be its own."""
    address = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return address.user if address else None


def membership_of(email: str) -> Membership | None:
    """For writing: that of the account with this address, or what was begun under it without an account."""
    owned = Q(user=account_with(email), user__isnull=False)
    return (
        Membership.objects.select_for_update(of=("self",))
        .filter(owned | Q(email__iexact=email, user=None))
        .select_related("user")
        .order_by(F("user").desc(nulls_last=True))
        .first()
    )


def vetters() -> QuerySet:
    """Active accounts that vet members; administrators among them."""
    return (
        get_user_model().objects.with_perm(VET, backend="django.contrib.auth.backends.ModelBackend").exclude(email="")
    )


def current_members() -> QuerySet:
    """Exact at any moment, whether or not somebody whose date has passed has come by since."""
    open_end = Q(until=None) | Q(until__gte=today())
    return Membership.objects.filter(open_end, state=State.MEMBER, user__is_active=True)


def sponsor_with(email: str) -> AbstractBaseUser | None:
    """The current member with this address; whoever asks is never told whether there is one."""
    user = account_with(email) if email else None
    return user if user and current_members().filter(user=user).exists() else None


def to_vet(sponsor: AbstractBaseUser) -> QuerySet:
    """Applications that name this member, from people whose address is verified."""
    verified = EmailAddress.objects.filter(verified=True).values("user")
    return Membership.objects.filter(sponsor=sponsor, state=State.APPLIED, user__in=verified)
