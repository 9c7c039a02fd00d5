"""What research was published, by whom, and how is it cited?"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField

from pages.blocks.body import BodyBlock, ReferencesBlock
from pages.fields import BlocksField
from pages.kinds import Kind
from pages.models.base import BasePage
from pages.models.dates import DatedMixin
from pages.models.records import Organisation, Person


class PaperKind(models.TextChoices):
    PAPER = "paper", _("Research paper")
    BRIEF = "brief", _("Policy brief")
    REPORT = "report", _("Report")
    STUDY = "study", _("Study")
    ARTICLE = "article", _("Article")


class Licence(models.TextChoices):
    CC_BY = "CC-BY-4.0", "CC BY 4.0"
    CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    CC_BY_NC = "CC-BY-NC-4.0", "CC BY-NC 4.0"
    CC_BY_ND = "CC-BY-ND-4.0", "CC BY-ND 4.0"
    CC_BY_NC_ND = "CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0"
    CC0 = "CC0-1.0", "CC0 1.0"
    RESERVED = "reserved", _("All rights reserved")


class ResearchPaperPage(DatedMixin, BasePage):
    """A paper; its dates are those of publication."""

    kind = Kind.PAPER
    parent_page_types = ["pages.IndexPage", "pages.ForumEditionPage", "pages.SessionPage"]
    subpage_types: ClassVar[list[str]] = []

    paper_kind = models.CharField(_("kind"), max_length=10, choices=PaperKind.choices, default=PaperKind.PAPER)
    abstract = models.TextField(_("abstract"), blank=True, max_length=3000)
    body = BlocksField(BodyBlock(), verbose_name=_("text"), blank=True)
    references = BlocksField(ReferencesBlock(), verbose_name=_("references"), blank=True)
    doi = models.CharField(
        "DOI",
        max_length=100,
        blank=True,
        validators=[
            RegexValidator(r"^10\.\d{4,9}/\S+$", _("A DOI looks like 10.1000/182, without the address before it."))
        ],
    )
    publisher = models.ForeignKey(
        Organisation,
        verbose_name=_("publisher"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="published_papers",
    )
    series_title = models.CharField(_("series"), max_length=200, blank=True)
    series_number = models.CharField(_("number in the series"), max_length=20, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, blank=True)

    override_translatable_fields = [SynchronizedField("doi"), SynchronizedField("series_number")]

    class Meta:
        verbose_name = _("research paper")
        verbose_name_plural = _("research papers")


class Authorship(Orderable):
    """An author in order: a person with an affiliation, or an organisation."""

    page = ParentalKey(ResearchPaperPage, on_delete=models.CASCADE, related_name="authorships")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), null=True, blank=True, on_delete=models.PROTECT, related_name="authorships"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("affiliation, or the organisation as author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorships",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def clean(self) -> None:
        super().clean()
        if not self.person_id and not self.organisation_id:
            raise ValidationError({"person": _("Give a person, or an organisation as the author.")})
