"""What was adopted, clause by clause, and who adhered to it?"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from pages.blocks.body import BodyBlock
from pages.blocks.clauses import ClausesBlock
from pages.countries import CountryField
from pages.fields import BlocksField
from pages.kinds import Kind
from pages.languages import languages
from pages.models.base import BasePage
from pages.models.dates import DatedMixin
from pages.models.roles import PartyMixin


class DeclarationStatus(models.TextChoices):
    EXPECTED = "expected", _("expected")
    DRAFT = "draft", pgettext_lazy("status of a declaration", "draft")
    ADOPTED = "adopted", _("adopted")
    OPEN = "open", _("adopted, open for adherence")
    REPLACED = "replaced", _("replaced")


class TextStatus(models.TextChoices):
    FULL = "full", _("Full text as adopted")
    SUMMARY = "summary", _("Summary, not the adopted text")
    NONE = "none", _("The text is not available")


class DeclarationPage(DatedMixin, BasePage):
    """An adopted text in clauses; its dates are those of adoption."""

    kind = Kind.DECLARATION
    parent_page_types = ["pages.ForumEditionPage", "pages.ForumSeriesPage", "pages.IndexPage"]
    subpage_types = ["pages.RecommendationPage"]

    short_title = models.CharField(_("short title"), max_length=120, blank=True)
    reference = models.CharField(
        _("reference"), max_length=80, blank=True, help_text=_("For instance “A/RES/217(III)”.")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=DeclarationStatus.choices, default=DeclarationStatus.ADOPTED
    )
    text_status = models.CharField(
        _("what the text is"), max_length=10, choices=TextStatus.choices, default=TextStatus.FULL
    )
    place = models.CharField(_("place of adoption"), max_length=120, blank=True)
    country = CountryField(blank=True)
    adopted_by = models.CharField(
        _("adopted by"), max_length=250, blank=True, help_text=_("The body or meeting that adopted it.")
    )
    authentic_languages = models.JSONField(
        _("authentic languages"), default=list, blank=True, help_text=_("In which the text is equally binding.")
    )
    subject = models.TextField(_("subject"), blank=True, max_length=800)
    eligibility = models.TextField(
        _("who may adhere"), blank=True, max_length=800, help_text=_("In words. Leave empty when nobody can.")
    )
    edition = models.ForeignKey(
        "pages.ForumEditionPage",
        verbose_name=_("adopted at"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only when the declaration does not lie below the edition that adopted it."),
    )
    introduction = BlocksField(BodyBlock(), verbose_name=_("introduction"), blank=True)
    clauses = BlocksField(ClausesBlock(), verbose_name=_("clauses"), blank=True)

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")

    def clean(self) -> None:
        super().clean()
        known = {code for code, _name in languages()}
        if unknown := [code for code in self.authentic_languages or [] if code not in known and len(code) > 3]:
            raise ValidationError({"authentic_languages": _("Unknown language: %s.") % ", ".join(unknown)})


class Capacity(models.TextChoices):
    FOUNDER = "founder", _("Founder")
    FOUNDER_HOST = "founder-host", _("Founder and host")
    ADHERENT = "adherent", _("Adherent")
    SIGNATORY = "signatory", _("Signatory")
    OBSERVER = "observer", _("Observer")


class Adherence(DatedMixin, PartyMixin, TranslatableMixin, Orderable):
    """That a country or organisation adhered to a declaration, when, and as what."""

    page = ParentalKey(DeclarationPage, on_delete=models.CASCADE, related_name="adherences")
    capacity = models.CharField(_("as"), max_length=12, choices=Capacity.choices, default=Capacity.ADHERENT)
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("A reservation or a statement made on adhering.")
    )

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("adherence")
        verbose_name_plural = _("adherences")
