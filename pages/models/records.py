"""Who and what do the works speak of? One row per person, organisation or topic, with its names per language.

As in library authority files and SKOS, the identity is one and the labels are many: a relation points at the
person, whichever language the page is written in.
"""

from typing import NamedTuple, Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TagBase
from wagtail.models import Orderable
from wagtail.search import index

from pages.cache.ledger import note
from pages.countries import CountryField
from pages.languages import languages, preference


class Label(NamedTuple):
    """A text and the language it is in, which is not always the reader's."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


class LabelledRecord(models.Model):
    """A record whose child rows hold its texts, one row per language."""

    labels_relation = "names"
    label_field = "name"

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args: object, **kwargs: object) -> Self:
        """Whatever is loaded while a response is made is noted as shown."""
        record = super().from_db(*args, **kwargs)
        note(f"record:{cls._meta.model_name}:{record.pk}")
        return record

    def texts(self, language: str | None = None) -> models.Model | None:
        """The row of `language`, or of the first language that has one; None when the record has no texts."""
        rows = {row.language: row for row in getattr(self, self.labels_relation).all()}
        return next((rows[code] for code in preference(language) if code in rows), None)

    def label(self, language: str | None = None) -> Label:
        row = self.texts(language)
        if row is None:
            return Label(self.slug, "en")
        return Label(getattr(row, self.label_field), row.language)

    def __str__(self) -> str:
        return self.label().text


class RecordText(Orderable):
    """What a record is called and said to be in one language."""

    language = models.CharField(_("language"), max_length=10, choices=languages)

    class Meta(Orderable.Meta):
        abstract = True


class Person(LabelledRecord, index.Indexed, ClusterableModel):
    slug = models.SlugField(_("address"), unique=True, help_text=_("Last part of the address of the person's page."))
    country = CountryField(blank=True)
    orcid = models.CharField(
        _("ORCID"),
        max_length=19,
        blank=True,
        validators=[RegexValidator(r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$", _("An ORCID looks like 0000-0002-1825-0097."))],
    )
    website = models.URLField(_("website"), blank=True)
    photo = models.ForeignKey(
        "library.LibraryImage",
        verbose_name=_("photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    search_fields = [
        index.SearchField("slug"),
        index.AutocompleteField("slug"),
        index.RelatedFields("names", [index.SearchField("name"), index.AutocompleteField("name")]),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["slug"]


class PersonName(RecordText):
    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    position = models.CharField(
        _("position"), max_length=300, blank=True, help_text=_("The office held, for instance “Minister of Justice”.")
    )
    biography = models.TextField(_("biography"), blank=True, max_length=5000)

    class Meta(RecordText.Meta):
        verbose_name = _("name of a person")
        unique_together = [("person", "language")]


class OrganisationKind(models.TextChoices):
    GOVERNMENT = "government", _("Government body")
    INTERGOVERNMENTAL = "intergovernmental", _("Intergovernmental organisation")
    RESEARCH = "research", _("Research centre")
    NETWORK = "network", _("Network")
    COMPANY = "company", _("Company")
    CIVIL_SOCIETY = "civil-society", _("Civil society organisation")
    OTHER = "other", _("Other organisation")


class Organisation(LabelledRecord, index.Indexed, ClusterableModel):
    slug = models.SlugField(
        _("address"), unique=True, help_text=_("Last part of the address of the organisation's page.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.OTHER)
    country = CountryField(blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "library.LibraryImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    search_fields = [
        index.SearchField("slug"),
        index.AutocompleteField("slug"),
        index.RelatedFields("names", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]


class OrganisationName(RecordText):
    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=250)
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    description = models.TextField(_("description"), blank=True, max_length=5000)

    class Meta(RecordText.Meta):
        verbose_name = _("name of an organisation")
        unique_together = [("organisation", "language")]


class Topic(LabelledRecord, index.Indexed, ClusterableModel, TagBase):
    """A subject, as a concept of SKOS: one preferred label and any alternatives per language."""

    labels_relation = "labels"
    label_field = "preferred"
    # Topics are chosen from the list; typing a new one is what the free keywords are for.
    free_tagging = False

    scheme = models.CharField(
        _("scheme"), max_length=20, blank=True, help_text=_("Where the topic comes from, for instance “iptc”.")
    )
    external_id = models.CharField(_("identifier in the scheme"), max_length=40, blank=True)
    wikidata = models.CharField(
        _("Wikidata item"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^Q\d+$", _("Looks like Q1668024."))],
    )
    broader = models.ForeignKey(
        "self",
        verbose_name=_("broader topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="narrower",
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.RelatedFields(
            "labels",
            [index.SearchField("preferred"), index.AutocompleteField("preferred"), index.SearchField("alternatives")],
        ),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "external_id"], condition=~models.Q(external_id=""), name="topic_once_per_scheme"
            )
        ]


class TopicLabel(RecordText):
    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="labels")
    preferred = models.CharField(_("preferred label"), max_length=200)
    alternatives = models.TextField(
        _("other labels"), blank=True, help_text=_("One per line: other spellings, synonyms, acronyms.")
    )
    definition = models.TextField(_("definition"), blank=True, max_length=2000)

    class Meta(RecordText.Meta):
        verbose_name = _("label of a topic")
        unique_together = [("topic", "language")]
