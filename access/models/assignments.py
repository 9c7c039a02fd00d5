"""To which class does each object belong? A class is a set of rules, each of which must let the reader in.

Most sets hold one rule, the nearest above. They hold more where language versions of a work lie in different places,
and for an alias, which nobody may read who may not read its source. The empty set lets everyone in. An object without
an assignment is read by nobody. All versions of a work have the same class; each has a row, so that a listing looks it
up by the number of the page.
"""

from django.conf import settings
from django.db import models

from access.models.rules import AccessRule


class AccessClass(models.Model):
    # The numbers of the rules, in order.
    key = models.CharField(max_length=255, unique=True)
    rules = models.ManyToManyField(AccessRule, through="ClassRule", related_name="classes")

    def __str__(self) -> str:
        return self.key


class ClassRule(models.Model):
    """One rule of a class. It stays when the rule is gone: what nobody can pass lets nobody in."""

    access_class = models.ForeignKey(AccessClass, on_delete=models.CASCADE, related_name="parts")
    rule = models.ForeignKey(AccessRule, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["access_class", "rule"], name="rule_once_in_class")]


class Assignment(models.Model):
    access_class = models.ForeignKey(AccessClass, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class PageAssignment(Assignment):
    page = models.OneToOneField("wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="+")


class DocumentAssignment(Assignment):
    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )


class ImageAssignment(Assignment):
    image = models.OneToOneField(
        settings.WAGTAILIMAGES_IMAGE_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )


class CollectionAssignment(Assignment):
    collection = models.OneToOneField(
        "wagtailcore.Collection", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
