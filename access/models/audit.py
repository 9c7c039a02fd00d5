"""What was changed about access, by whom, and when? Written once, never changed."""

from typing import NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class Unchangeable(Exception):
    """The audit log can only grow."""


class AuditQuerySet(models.QuerySet):
    def update(self, **kwargs: object) -> NoReturn:
        raise Unchangeable

    def delete(self) -> NoReturn:
        raise Unchangeable

    def bulk_update(self, *args: object, **kwargs: object) -> NoReturn:
        raise Unchangeable


class AuditEntry(models.Model):
    """Names are kept as words: the entry must be readable when the object and the person are gone."""

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    actor_id = models.PositiveBigIntegerField(null=True)
    actor = models.CharField(_("who"), max_length=200, blank=True)
    action = models.CharField(_("what"), max_length=40)
    object_kind = models.CharField(_("kind of object"), max_length=20)
    object_key = models.CharField(_("number of the object"), max_length=40)
    object_name = models.CharField(_("object"), max_length=255)
    before = models.CharField(_("before"), max_length=500, blank=True)
    after = models.CharField(_("after"), max_length=500, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of access")
        verbose_name_plural = _("changes of access")
        ordering = ["-at", "-pk"]
        default_permissions = ("add", "view")
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_name}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise Unchangeable
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise Unchangeable
