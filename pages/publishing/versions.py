"""Publishing and unpublishing the other language versions of a work, one by one and on purpose.

Neither Wagtail nor the translation package carries a source's publication over to its translations.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from pages.models import BasePage
from pages.publishing.completeness import Missing, missing


class Incomplete(Exception):
    """The page lacks something that readers need; `lacks` says what."""

    def __init__(self, page: BasePage, lacks: list[Missing]) -> None:
        self.page = page
        self.lacks = lacks
        super().__init__(f"{page} lacks {', '.join(lack.field for lack in lacks)}")


def other_versions(page: Page) -> list[BasePage]:
    """The versions of the same work in the other languages, as last edited, in the order of the site's languages."""
    versions = Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk)
    return [version.get_latest_revision_as_object() for version in versions.select_related("locale").order_by("path")]


@transaction.atomic
def publish_version(page: BasePage, *, user: AbstractBaseUser | None) -> None:
    """Publish what was last edited of `page`. Raises `Incomplete`, or `PermissionDenied` when `user` may not."""
    if lacks := missing(page):
        raise Incomplete(page, lacks)
    revision = page.get_latest_revision() or page.save_revision(user=user)
    PublishPageRevisionAction(revision, user=user).execute()


@transaction.atomic
def unpublish_version(page: BasePage, *, user: AbstractBaseUser | None) -> None:
    """Take `page` from the readers, its subpages untouched. Raises `PermissionDenied` when `user` may not."""
    UnpublishPageAction(page, user=user).execute()
