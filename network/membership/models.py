"""Who is a member, since when, until when, and by whose word?"""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.membership.states import STATES, VERBS, State
from pages.languages import languages


class Membership(models.Model):
    """One person's, from the application or invitation on; `state` is what the last event made of it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="membership",
    )
    name = models.CharField(_("name"), max_length=310)
    email = models.EmailField(_("e-mail address"))
    organisation = models.CharField(_("organisation"), max_length=250, blank=True)
    statement = models.TextField(_("why this person wishes to join"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=languages)
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sponsor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sponsored_memberships",
    )
    state = models.CharField(_("state"), max_length=10, choices=STATES, db_index=True)
    until = models.DateField(_("member until"), null=True, blank=True, help_text=_("The last day; empty for no end."))

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["name", "pk"]
        default_permissions = ("view",)
        permissions = [("vet_members", "Can vet members")]

    def __str__(self) -> str:
        return self.name

    def is_over(self) -> bool:
        return self.until is not None and self.until < today()

    def is_current(self) -> bool:
        return self.state == State.MEMBER and not self.is_over()


class Invitation(models.Model):
    """A link that was mailed; only a digest is kept, so that nobody can take it from the database."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def is_open(self) -> bool:
        return self.used_at is None and self.expires_at > timezone.now()


class AppendOnly(models.QuerySet):
    """Rows are added and read."""

    def update(self, **values: Any) -> int:
        raise TypeError("What was logged stays as it is.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("What was logged stays.")

    bulk_update = update


class MembershipEvent(models.Model):
    """What was done, by whom, and why."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=10, choices=VERBS)
    before = models.CharField(max_length=10, choices=STATES, blank=True)
    after = models.CharField(max_length=10, choices=STATES)
    reason = models.TextField(blank=True)
    until = models.DateField(null=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField(max_length=310, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = AppendOnly.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def save(self, **options: Any) -> None:
        if self.pk is not None:
            raise TypeError("What was logged stays as it is.")
        super().save(**options)

    def delete(self, **options: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("What was logged stays.")


def today() -> datetime.date:
    """The day it is where the institution is."""
    return timezone.localdate()
