"""What was recommended, to whom, where it came from and what came of it?"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from pages.blocks.body import BodyBlock
from pages.countries import CountryField
from pages.fields import BlocksField
from pages.kinds import Kind
from pages.models.base import BasePage
from pages.models.dates import DatedMixin
from pages.models.records import Organisation


class Progress(models.TextChoices):
    UNKNOWN = "unknown", _("No information")
    NOT_STARTED = "not-started", _("Not started")
    UNDER_WAY = "under-way", _("Under way")
    CARRIED_OUT = "carried-out", _("Carried out")
    ABANDONED = "abandoned", _("Abandoned")


class RecommendationPage(BasePage):
    """One recommendation of a meeting or a text."""

    kind = Kind.RECOMMENDATION
    shows_neighbours = True
    parent_page_types = ["pages.ForumEditionPage", "pages.DeclarationPage", "pages.ForumSeriesPage"]
    subpage_types: ClassVar[list[str]] = []

    code = models.CharField(_("code"), max_length=20, blank=True, help_text=_("For instance “R 9”."))
    text = models.TextField(_("text"), max_length=4000, help_text=_("The recommendation itself, as adopted."))
    source = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="recommendations",
        help_text=_("The declaration, session or edition it comes from."),
    )
    source_clause = models.CharField(
        _("clause of the source"),
        max_length=40,
        blank=True,
        help_text=_("The address of the clause, the part after # in its link, for instance “c3a”."),
    )
    due_date = models.DateField(_("due by"), null=True, blank=True)
    progress = models.CharField(_("progress"), max_length=12, choices=Progress.choices, default=Progress.UNKNOWN)
    body = BlocksField(BodyBlock(), verbose_name=_("explanation"), blank=True)

    override_translatable_fields = [SynchronizedField("code"), SynchronizedField("source_clause")]

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")


class Addressee(TranslatableMixin, Orderable):
    """To whom a recommendation speaks: a country, an organisation, or a group in words."""

    page = ParentalKey(RecommendationPage, on_delete=models.CASCADE, related_name="addressees")
    country = CountryField(blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="addressee_set",
    )
    group = models.CharField(
        _("group, in words"), max_length=200, blank=True, help_text=_("For instance “the participating states”.")
    )

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")

    def clean(self) -> None:
        super().clean()
        if sum(map(bool, (self.country, self.organisation_id, self.group))) != 1:
            raise ValidationError({"group": _("Give a country, an organisation or a group, one of the three.")})


class ProgressRecord(DatedMixin, TranslatableMixin, Orderable):
    """A step in carrying a recommendation out: when, by whom, what, on which evidence."""

    page = ParentalKey(RecommendationPage, on_delete=models.CASCADE, related_name="progress_records")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("by whom"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="progress_records",
    )
    text = models.TextField(_("what was done"), max_length=1000)
    evidence_url = models.URLField(_("evidence"), blank=True)

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
