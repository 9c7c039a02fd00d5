"""What did an editor set on one object? Everything below follows until another object has a rule of its own."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Setting(models.TextChoices):
    """Who is let in. An object without a rule inherits."""

    EVERYONE = "everyone", _("Everyone")
    MEMBERS = "members", _("Members")
    NAMED = "named", _("Named groups and persons")


class Discovery(models.TextChoices):
    """Who may know that the object exists, beyond those who may read it."""

    READERS = "", _("Only those who may read it")
    MEMBERS = "members", _("Members")
    EVERYONE = "everyone", _("Everyone")


class AccessRule(models.Model):
    """A rule on one work (a page in all its languages), document, image or collection."""

    work = models.UUIDField(_("work"), unique=True, null=True, editable=False)
    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, null=True, on_delete=models.CASCADE, related_name="access_rule"
    )
    image = models.OneToOneField(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, on_delete=models.CASCADE, related_name="access_rule"
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", null=True, on_delete=models.CASCADE, related_name="access_rule"
    )
    setting = models.CharField(_("who may read it"), max_length=10, choices=Setting)
    discovery = models.CharField(
        _("who may know that it exists"), max_length=10, choices=Discovery, blank=True, default=Discovery.READERS
    )
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("access rule")
        verbose_name_plural = _("access rules")
        permissions = [("widen_access", "Can let more people read")]
        constraints = [
            models.CheckConstraint(
                name="rule_of_one_object",
                condition=(
                    Q(work__isnull=False, document=None, image=None, collection=None)
                    | Q(work=None, document__isnull=False, image=None, collection=None)
                    | Q(work=None, document=None, image__isnull=False, collection=None)
                    | Q(work=None, document=None, image=None, collection__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="rule_begins_before_it_ends",
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(starts_at__lt=F("ends_at")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_setting_display())
