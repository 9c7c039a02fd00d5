"""Who did what: people and organisations in order, with the role in which they took part."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from pages.countries import CountryField
from pages.models.records import Organisation, Person


class PersonRoleKind(models.TextChoices):
    CHAIR = "chair", _("Chair")
    MODERATOR = "moderator", _("Moderator")
    OPENING = "opening", _("Opening speech")
    SPEAKER = "speaker", _("Speaker")
    DISCUSSANT = "discussant", _("Discussant")
    RAPPORTEUR = "rapporteur", _("Rapporteur")
    LAUNCHED = "launched", _("Launched by")
    HOST = "host", pgettext_lazy("role of a person", "Host")


class OrganisationRoleKind(models.TextChoices):
    ORGANISER = "organiser", _("Organiser")
    HOST = "host", pgettext_lazy("role of an organisation", "Host")
    PARTNER = "partner", _("Partner")
    TECHNICAL_PARTNER = "technical-partner", _("Technical partner")
    SPONSOR = "sponsor", _("Sponsor")
    SECRETARIAT = "secretariat", _("Secretariat")


class PersonRole(Orderable):
    """A person's part in a page: an edition, a session."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="person_roles")
    role = models.CharField(_("role"), max_length=20, choices=PersonRoleKind.choices)
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="roles")

    class Meta(Orderable.Meta):
        verbose_name = _("person and role")
        verbose_name_plural = _("people and roles")


class OrganisationRole(Orderable):
    """An organisation's part in a page: a series, an edition."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="organisation_roles")
    role = models.CharField(_("role"), max_length=20, choices=OrganisationRoleKind.choices)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="roles"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("organisation and role")
        verbose_name_plural = _("organisations and roles")


class PartyMixin(models.Model):
    """A country or an organisation, exactly one of them."""

    country = CountryField(blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if bool(self.country) == bool(self.organisation_id):
            message = _("Give a country or an organisation, one of the two.")
            raise ValidationError({"country": message})


class Delegation(PartyMixin, TranslatableMixin, Orderable):
    """Who came to an edition, led by whom, in which role."""

    page = ParentalKey("pages.ForumEditionPage", on_delete=models.CASCADE, related_name="delegations")
    head = models.ForeignKey(
        Person,
        verbose_name=_("head of delegation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="delegations",
    )
    role = models.CharField(
        _("role"),
        max_length=250,
        blank=True,
        help_text=_("In which capacity they came: “host country”, “observer”, or the office of the head."),
    )

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")


class FigureKind(models.TextChoices):
    PARTICIPANTS = "participants", _("Participants")
    COUNTRIES = "countries", _("Countries represented")
    ORGANISATIONS = "organisations", _("Organisations represented")
    DELEGATIONS = "delegations", _("Delegations")
    SPEAKERS = "speakers", _("Speakers")
    FOUNDING_MEMBERS = "founding-members", _("Founding members")


class Qualifier(models.TextChoices):
    EXACTLY = "exactly", _("exactly")
    ABOUT = "about", _("about")
    MORE_THAN = "more-than", _("more than")
    NEARLY = "nearly", _("nearly")
    AT_LEAST = "at-least", _("at least")


class Figure(Orderable):
    """How many, with the qualifier of the source: "more than 300 participants"."""

    page = ParentalKey("pages.ForumEditionPage", on_delete=models.CASCADE, related_name="figures")
    kind = models.CharField(_("what is counted"), max_length=20, choices=FigureKind.choices)
    qualifier = models.CharField(
        _("qualifier"),
        max_length=10,
        choices=Qualifier.choices,
        default=Qualifier.EXACTLY,
        help_text=_("As the source puts it: “about”, “more than”."),
    )
    number = models.PositiveIntegerField(pgettext_lazy("how many", "number"))

    class Meta(Orderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [models.UniqueConstraint(fields=["page", "kind"], name="figure_once_per_kind")]
