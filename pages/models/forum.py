"""Which forums are there, when did they meet, and what was on the programme?"""

import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.blocks.body import BodyBlock
from pages.countries import CountryField
from pages.fields import BlocksField
from pages.kinds import Kind
from pages.models.base import BasePage
from pages.models.dates import DatedMixin


class SeriesKind(models.TextChoices):
    FORUM = "forum", pgettext_lazy("kind of a forum series", "Forum")
    CONFERENCE = "conference", _("Conference")
    PLATFORM = "platform", _("Platform")
    NETWORK = "network", _("Network")


class ForumSeriesPage(BasePage):
    """A forum that meets again and again: what it is, who convenes it, its editions."""

    parent_page_types = ["pages.IndexPage"]
    subpage_types = [
        "pages.ForumEditionPage",
        "pages.DeclarationPage",
        "pages.RecommendationPage",
        "pages.StandardPage",
    ]

    series_kind = models.CharField(_("kind"), max_length=12, choices=SeriesKind.choices, default=SeriesKind.FORUM)
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    founded = models.PositiveSmallIntegerField(
        _("year of foundation"), null=True, blank=True, validators=[MinValueValidator(1600), MaxValueValidator(2200)]
    )
    seat = models.CharField(_("seat"), max_length=120, blank=True)
    country = CountryField(_("country of the seat"), blank=True)
    website = models.URLField(_("website"), blank=True)
    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        verbose_name = _("forum series")
        verbose_name_plural = _("forum series")

    @property
    def kind(self) -> Kind:  # type: ignore[override]  # of a page what is elsewhere of a type
        """A network has a colour and a pattern of its own."""
        return Kind.NETWORK if self.series_kind == SeriesKind.NETWORK else Kind.FORUM


class EditionFormat(models.TextChoices):
    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class Level(models.TextChoices):
    HEADS_OF_STATE = "heads-of-state", _("Heads of state or government")
    MINISTERS = "ministers", _("Ministers")
    HEADS_OF_AGENCY = "heads-of-agency", _("Heads of agency")
    HIGH = "high", _("High level")
    EXPERTS = "experts", _("Experts")
    OPEN = "open", _("Open to the public")


def timezones() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones())]


class ForumEditionPage(DatedMixin, BasePage):
    """One meeting of a forum: number, theme, dates, place, who took part and what came out of it."""

    kind = Kind.FORUM
    shows_neighbours = True
    parent_page_types = ["pages.ForumSeriesPage"]
    subpage_types = [
        "pages.SessionPage",
        "pages.DeclarationPage",
        "pages.RecommendationPage",
        "pages.ResearchPaperPage",
    ]

    number = models.PositiveSmallIntegerField(
        _("number"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("11 for the eleventh edition. Leave empty when the source does not say."),
    )
    theme = models.CharField(_("theme"), max_length=300, blank=True)
    length_days = models.PositiveSmallIntegerField(
        _("length in days"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("City or town."))
    country = CountryField(blank=True)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    timezone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=timezones,
        blank=True,
        help_text=_("In which the programme's hours are given."),
    )
    edition_format = models.CharField(_("format"), max_length=10, choices=EditionFormat.choices, blank=True)
    level = models.CharField(_("level"), max_length=16, choices=Level.choices, blank=True)
    level_text = models.CharField(
        _("who took part, in words"),
        max_length=300,
        blank=True,
        help_text=_("For instance “civil and military officials, heads of international organisations”."),
    )
    patronage = models.CharField(_("under the patronage of"), max_length=200, blank=True)
    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")


class SessionKind(models.TextChoices):
    OPENING = "opening", _("Opening")
    PLENARY = "plenary", _("Plenary session")
    PANEL = "panel", _("Panel")
    WORKSHOP = "workshop", _("Workshop")
    KEYNOTE = "keynote", _("Keynote")
    SIDE_EVENT = "side-event", _("Side event")
    CLOSING = "closing", _("Closing")
    SESSION = "session", _("Session")


class SessionPage(BasePage):
    """One item of an edition's programme."""

    kind = Kind.FORUM
    shows_neighbours = True
    parent_page_types = ["pages.ForumEditionPage"]
    subpage_types = ["pages.ResearchPaperPage"]

    session_kind = models.CharField(_("kind"), max_length=12, choices=SessionKind.choices, default=SessionKind.SESSION)
    day = models.PositiveSmallIntegerField(
        _("day"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("1 for the first day of the edition. Leave empty when the source does not say."),
    )
    starts_at = models.TimeField(_("begins at"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    time_text = models.CharField(
        _("time in words"), max_length=80, blank=True, help_text=_("When no hour is known: “afternoon”.")
    )
    room = models.CharField(_("room"), max_length=120, blank=True)
    video_url = models.URLField(_("video link"), blank=True)
    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def clean(self) -> None:
        super().clean()
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": _("An end needs a beginning: give the hour it begins too.")})
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("This ends before it begins. Check both hours.")})
