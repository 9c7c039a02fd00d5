"""What is told to whom when a membership changes, each in their own language."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network import mail
from network.membership.models import Membership
from network.membership.queries import current_members, vetters
from network.membership.states import Verb

# Subject, and what is said, to the person concerned.
TO_PERSON = {
    Verb.APPLY: (
        _("Your application has been received"),
        _("Your application for membership has been received. You will hear from us when it is decided."),
    ),
    Verb.ACCEPT: (_("You are a member"), _("Your application has been accepted: you are a member from now on.")),
    Verb.JOIN: (_("You are a member"), _("You have taken up the invitation: you are a member from now on.")),
    Verb.REFUSE: (_("Your membership was not accepted"), _("Your membership has not been accepted.")),
    Verb.SUSPEND: (_("Your membership is suspended"), _("Your membership is suspended with immediate effect.")),
    Verb.RESTORE: (_("Your membership is restored"), _("Your membership is no longer suspended.")),
    Verb.EXTEND: (_("Your membership is extended"), _("Your membership has been extended.")),
    Verb.END: (_("Your membership has ended"), _("Your membership has ended.")),
}
TO_VETTERS = {
    Verb.APPLY: (_("An application for membership"), _("%(name)s has applied for membership.")),
    Verb.ACCEPT: (_("A member was accepted"), _("The application of %(name)s has been accepted.")),
    Verb.JOIN: (_("An invitation was taken up"), _("%(name)s has taken up the invitation and is a member.")),
    Verb.REFUSE: (_("A membership was refused"), _("The membership of %(name)s has been refused.")),
    Verb.SUSPEND: (_("A member was suspended"), _("The membership of %(name)s is suspended.")),
    Verb.RESTORE: (_("A membership was restored"), _("The membership of %(name)s is no longer suspended.")),
    Verb.EXTEND: (_("A membership was extended"), _("The membership of %(name)s has been extended.")),
    Verb.END: (_("A membership has ended"), _("The membership of %(name)s has ended.")),
    Verb.INVITE: (_("Somebody was invited"), _("%(name)s has been invited to be a member.")),
}


def tell(verb: Verb, membership: Membership, *, reason: str) -> None:
    """The person, then whoever vets."""
    subject, said = TO_PERSON[verb]
    _to_person(membership, subject, said, reason=reason)
    _to_vetters(verb, membership, vetters(), reason=reason)


def tell_of_application(membership: Membership) -> None:
    tell(Verb.APPLY, membership, reason="")
    if membership.sponsor and current_members().filter(user=membership.sponsor).exists():
        address = reverse("membership_vouch", args=[membership.pk])
        _to_vetter(Verb.APPLY, membership, membership.sponsor, address=address, reason="")


def send_invitation(membership: Membership, token: str) -> None:
    """The only place where the link is ever written."""
    with mail.spoken(membership.language):
        address = settings.SITE_URL + reverse("membership_join", args=[token])
        _write(
            membership.email,
            subject=_("You are invited to be a member"),
            language=membership.language,
            name=membership.name,
            said=_("You are invited to be a member. The address below works once, for two weeks."),
            address=address,
        )
    _to_vetters(Verb.INVITE, membership, vetters(), reason="")


def _to_person(membership: Membership, subject: object, said: object, *, reason: str) -> None:
    person = membership.user
    language = mail.language_of(person, otherwise=membership.language)
    with mail.spoken(language):
        _write(
            person.email if person else membership.email,
            subject=subject,
            language=language,
            name=membership.name,
            said=said,
            until=membership.until if membership.is_current() else None,
            reason=reason,
            address=settings.SITE_URL + reverse("account"),
        )


def _to_vetters(verb: Verb, membership: Membership, people: Iterable[AbstractUser], *, reason: str) -> None:
    address = reverse("membership:inspect", args=[membership.pk])
    for person in people:
        _to_vetter(verb, membership, person, address=address, reason=reason)


def _to_vetter(verb: Verb, membership: Membership, person: AbstractUser, *, address: str, reason: str) -> None:
    language = mail.language_of(person, otherwise=settings.LANGUAGE_CODE)
    subject, said = TO_VETTERS[verb]
    with mail.spoken(language):
        _write(
            person.email,
            subject=subject,
            language=language,
            name=person.get_full_name() or person.email,
            said=str(said) % {"name": membership.name},
            reason=reason,
            address=mail.own_address(address, language),
        )


def _write(to: str, *, subject: object, language: str, **values: object) -> None:
    text = render_to_string("network/mail/membership.txt", {"site_name": settings.WAGTAIL_SITE_NAME, **values})
    mail.send(to, subject=str(subject), text=text, language=language)
