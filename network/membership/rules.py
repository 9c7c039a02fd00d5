"""Which step leads from which state to which, and who may take it?"""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from network.membership.models import Membership
from network.membership.states import State, Verb

VET = "network.vet_members"


class NotPossible(ValueError):
    """The step does not follow from the state, or lacks what it needs; its text is for whoever tried."""


@dataclass(frozen=True)
class Step:
    """Where a verb leads, from where, and what it asks for."""

    to: State
    of: frozenset[State]
    needs_reason: bool = False
    sets_end: bool = False


def _step(to: State, *of: State, needs_reason: bool = False, sets_end: bool = False) -> Step:
    return Step(to, frozenset(of), needs_reason, sets_end)


STEPS = {
    Verb.APPLY: _step(State.APPLIED, State.REFUSED, State.ENDED),
    Verb.INVITE: _step(State.INVITED, State.INVITED, State.APPLIED, State.REFUSED, State.ENDED, sets_end=True),
    Verb.JOIN: _step(State.MEMBER, State.INVITED),
    Verb.ACCEPT: _step(State.MEMBER, State.APPLIED, sets_end=True),
    Verb.REFUSE: _step(State.REFUSED, State.APPLIED, State.INVITED, needs_reason=True),
    Verb.SUSPEND: _step(State.SUSPENDED, State.MEMBER, needs_reason=True),
    Verb.RESTORE: _step(State.MEMBER, State.SUSPENDED),
    Verb.EXTEND: _step(State.MEMBER, State.MEMBER, State.ENDED, sets_end=True),
    Verb.END: _step(State.ENDED, State.MEMBER, State.SUSPENDED, State.INVITED, needs_reason=True),
}
# What a vetter does by hand to a membership there is.
BY_HAND = (Verb.ACCEPT, Verb.REFUSE, Verb.EXTEND, Verb.SUSPEND, Verb.RESTORE, Verb.END)
SPONSORS = frozenset({Verb.ACCEPT, Verb.REFUSE})


def may(actor: AbstractBaseUser, verb: Verb, membership: Membership) -> bool:
    """Whoever vets members, and the sponsor whom an applicant named; nobody over themselves."""
    if not actor.is_active or membership.user_id == actor.pk:
        return False
    if actor.has_perm(VET):
        return True
    return verb in SPONSORS and membership.state == State.APPLIED and is_sponsor(actor, membership)


def is_sponsor(actor: AbstractBaseUser, membership: Membership) -> bool:
    own = Membership.objects.filter(user=actor).first()
    return membership.sponsor_id == actor.pk and own is not None and own.is_current()


def possible(actor: AbstractBaseUser, membership: Membership) -> list[Verb]:
    return [verb for verb in BY_HAND if membership.state in STEPS[verb].of and may(actor, verb, membership)]
