"""How does a new edition begin from an earlier one? ("Start the 12th from the 11th.")"""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.coreutils import find_available_slug

from access.moving import carry_rules
from access.policy import readable
from access.principals import principal_of
from pages.models import ForumEditionPage, OrganisationRole, SessionPage


@dataclass(frozen=True)
class Taken:
    """What a new edition takes from the earlier one; outcomes, dates and figures are never among it."""

    organisations: bool = True
    topics: bool = True
    programme: bool = True
    place: bool = False


@transaction.atomic
def start_edition_from(
    edition: ForumEditionPage,
    *,
    title: str,
    number: int | None,
    user: AbstractBaseUser | None = None,
    taken: Taken = Taken(),
) -> ForumEditionPage:
    """A draft of a new edition below the series of `edition`, with what is `taken` and nothing it brought about.

    Left behind whatever is chosen: dates, theme, figures, delegations, people, summary, text, image, declarations,
    recommendations, papers. Rules go with what is taken. Raises `ValidationError` when the title is empty.
    """
    new = ForumEditionPage(
        title=title,
        number=number,
        slug=_free_slug(edition, number),
        locale_id=edition.locale_id,
        owner=user,
        live=False,
        timezone=edition.timezone,
        edition_format=edition.edition_format,
        level=edition.level,
        **_place(edition, taken),
    )
    edition.get_parent().add_child(instance=new)
    if taken.organisations:
        new.organisation_roles = [
            OrganisationRole(role=part.role, organisation_id=part.organisation_id, sort_order=part.sort_order)
            for part in edition.organisation_roles.all()
        ]
    if taken.topics:
        new.topics.add(*edition.topics.all())
    new.save_revision(user=user, log_action=True)
    made = {edition.translation_key: new.translation_key}
    if taken.programme:
        made |= _copy_programme(edition, new, user=user)
    carry_rules(made)
    return new


def next_number(edition: ForumEditionPage) -> int | None:
    """The number after the highest of the series; None when none of its editions has one."""
    numbers = ForumEditionPage.objects.sibling_of(edition).exclude(number=None).values_list("number", flat=True)
    return max(numbers, default=0) + 1 if numbers else None


def _free_slug(edition: ForumEditionPage, number: int | None) -> str:
    return str(find_available_slug(edition.get_parent(), str(number) if number else "edition"))


def _place(edition: ForumEditionPage, taken: Taken) -> dict[str, str]:
    if not taken.place:
        return {}
    return {"place": edition.place, "country": edition.country, "venue": edition.venue}


def _copy_programme(
    edition: ForumEditionPage, new: ForumEditionPage, *, user: AbstractBaseUser | None
) -> dict[UUID, UUID]:
    """The sessions in their order: kind, day, hours and title; speakers, texts and videos belong to the old one.

    What is closed to `user` is left out. Says which work was made from which.
    """
    sessions = SessionPage.objects.child_of(edition)
    made = {}
    for session in readable(principal_of(user), sessions) if user else sessions:
        draft = SessionPage(
            title=session.draft_title,
            slug=session.slug,
            locale_id=new.locale_id,
            owner=user,
            live=False,
            session_kind=session.session_kind,
            day=session.day,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            time_text=session.time_text,
        )
        new.add_child(instance=draft)
        draft.save_revision(user=user, log_action=True)
        made[session.translation_key] = draft.translation_key
    return made
