"""What can be done to a membership. Each verb logs itself, keeps the group in step and has the mails sent."""

import datetime
from collections.abc import Callable
from functools import partial

from django.contrib.auth.models import AbstractBaseUser, AbstractUser, Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from network.accounts.names import display_name
from network.membership import mails
from network.membership.models import Membership, MembershipEvent, today
from network.membership.queries import has_verified_address
from network.membership.rules import STEPS, NotPossible, may
from network.membership.states import State, Verb
from pages.languages import current

GROUP = "Members"


@transaction.atomic
def apply(
    user: AbstractUser, *, organisation: str, statement: str, language: str, sponsor: AbstractBaseUser | None
) -> Membership:
    """A person asks to be a member. Vetters hear of it once the address is verified."""
    membership = Membership.objects.select_for_update().filter(user=user).first()
    before = membership.state if membership else ""
    if membership and membership.state not in STEPS[Verb.APPLY].of:
        raise NotPossible(_("There is an application or a membership already."))
    membership = membership or Membership(user=user)
    membership.name, membership.email = display_name(user), user.email
    membership.organisation, membership.statement = organisation, statement
    membership.language, membership.sponsor = language, sponsor
    membership.until = None
    record(Verb.APPLY, membership, before=before, actor=user)
    if has_verified_address(user):
        transaction.on_commit(partial(mails.tell_of_application, membership), robust=True)
    return membership


@transaction.atomic
def admit(user: AbstractUser, *, reason: str) -> Membership:
    """From the command line: a member without an application, for no end. Nobody is told."""
    membership, _created = Membership.objects.get_or_create(
        user=user,
        defaults={"name": display_name(user), "email": user.email, "language": current(), "state": State.INVITED},
    )
    if membership.state == State.MEMBER:
        keep_group_in_step(membership)
        return membership
    before, membership.until = membership.state, None
    record(Verb.JOIN, membership, before=before, actor=None, reason=reason)
    return membership


def accept(
    membership: Membership, *, actor: AbstractBaseUser, until: datetime.date | None, reason: str = ""
) -> Membership:
    return _take(Verb.ACCEPT, membership, actor=actor, reason=reason, until=until)


def refuse(membership: Membership, *, actor: AbstractBaseUser, reason: str) -> Membership:
    return _take(Verb.REFUSE, membership, actor=actor, reason=reason)


def suspend(membership: Membership, *, actor: AbstractBaseUser, reason: str) -> Membership:
    return _take(Verb.SUSPEND, membership, actor=actor, reason=reason)


def restore(membership: Membership, *, actor: AbstractBaseUser, reason: str = "") -> Membership:
    return _take(Verb.RESTORE, membership, actor=actor, reason=reason)


def extend(
    membership: Membership, *, actor: AbstractBaseUser, until: datetime.date | None, reason: str = ""
) -> Membership:
    return _take(Verb.EXTEND, membership, actor=actor, reason=reason, until=until)


def end(membership: Membership, *, actor: AbstractBaseUser, reason: str) -> Membership:
    return _take(Verb.END, membership, actor=actor, reason=reason)


BY_HAND: dict[Verb, Callable[..., Membership]] = {
    Verb.ACCEPT: accept,
    Verb.REFUSE: refuse,
    Verb.SUSPEND: suspend,
    Verb.RESTORE: restore,
    Verb.EXTEND: extend,
    Verb.END: end,
}


@transaction.atomic
def end_when_over(membership: Membership) -> None:
    """A date that has passed ends a membership by itself; nobody else need do anything."""
    membership = _locked(membership)
    if membership.state == State.MEMBER and membership.is_over():
        record(Verb.END, membership, before=membership.state, actor=None)
        transaction.on_commit(partial(mails.tell, Verb.END, membership, reason=""), robust=True)


@transaction.atomic
def _take(
    verb: Verb,
    membership: Membership,
    *,
    actor: AbstractBaseUser,
    reason: str = "",
    until: datetime.date | None = None,
) -> Membership:
    membership = _locked(membership)
    if not may(actor, verb, membership):
        raise PermissionDenied
    step = STEPS[verb]
    require(verb, membership, reason=reason, until=until)
    before = membership.state
    if step.sets_end:
        membership.until = until
    record(verb, membership, before=before, actor=actor, reason=reason)
    transaction.on_commit(partial(mails.tell, verb, membership, reason=reason), robust=True)
    return membership


def require(verb: Verb, membership: Membership, *, reason: str, until: datetime.date | None) -> None:
    """Raises `NotPossible` for a step that cannot be taken from here or lacks what it needs."""
    step = STEPS[verb]
    if membership.state not in step.of:
        raise NotPossible(_("This step is no longer possible: the state has changed."))
    if step.needs_reason and not reason.strip():
        raise NotPossible(_("Say why: it is kept, and told to the person."))
    if step.sets_end and until is not None and until < today():
        raise NotPossible(_("That day has passed."))
    if verb == Verb.ACCEPT and not (membership.user and has_verified_address(membership.user)):
        raise NotPossible(_("The e-mail address is not verified yet."))


def _locked(membership: Membership) -> Membership:
    return Membership.objects.select_for_update(of=("self",)).select_related("user").get(pk=membership.pk)


def record(verb: Verb, membership: Membership, *, before: str, actor: AbstractUser | None, reason: str = "") -> None:
    membership.state = STEPS[verb].to
    membership.save()
    MembershipEvent.objects.create(
        membership=membership,
        verb=verb,
        before=before,
        after=membership.state,
        reason=reason.strip(),
        until=membership.until,
        actor=actor,
        actor_name=display_name(actor) if actor else "",
    )
    keep_group_in_step(membership)


def keep_group_in_step(membership: Membership) -> None:
    """The access policy asks only for the group."""
    if membership.user is None:
        return
    group, _created = Group.objects.get_or_create(name=GROUP)
    if membership.is_current():
        membership.user.groups.add(group)
    else:
        membership.user.groups.remove(group)
