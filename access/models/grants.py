"""Who is named? django-guardian's object permissions in tables of their own, with who gave them and until when.

`assign_perm("view_page", person_or_group, page)` writes here; a page stands for its work.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase


class Given(models.Model):
    """Who gave a grant, when, and when it ends."""

    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True


class UserGrant(UserObjectPermissionBase, Given):
    class Meta(UserObjectPermissionBase.Meta):
        abstract = True


class GroupGrant(GroupObjectPermissionBase, Given):
    class Meta(GroupObjectPermissionBase.Meta):
        abstract = True


class PageUserGrant(UserGrant):
    content_object = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE)


class PageGroupGrant(GroupGrant):
    content_object = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE)


class DocumentUserGrant(UserGrant):
    content_object = models.ForeignKey(settings.WAGTAILDOCS_DOCUMENT_MODEL, on_delete=models.CASCADE)


class DocumentGroupGrant(GroupGrant):
    content_object = models.ForeignKey(settings.WAGTAILDOCS_DOCUMENT_MODEL, on_delete=models.CASCADE)


class ImageUserGrant(UserGrant):
    content_object = models.ForeignKey(settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.CASCADE)


class ImageGroupGrant(GroupGrant):
    content_object = models.ForeignKey(settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.CASCADE)


class CollectionUserGrant(UserGrant):
    content_object = models.ForeignKey("wagtailcore.Collection", on_delete=models.CASCADE)


class CollectionGroupGrant(GroupGrant):
    content_object = models.ForeignKey("wagtailcore.Collection", on_delete=models.CASCADE)


# By the field of a rule that names its object.
USER_GRANTS: dict[str, type[UserGrant]] = {
    "work": PageUserGrant,
    "document": DocumentUserGrant,
    "image": ImageUserGrant,
    "collection": CollectionUserGrant,
}
GROUP_GRANTS: dict[str, type[GroupGrant]] = {
    "work": PageGroupGrant,
    "document": DocumentGroupGrant,
    "image": ImageGroupGrant,
    "collection": CollectionGroupGrant,
}
