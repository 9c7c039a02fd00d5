"""The way to the importer, from listings and from a declaration's own page."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from pages.models import DeclarationPage


def import_buttons(
    page: Page, user: AbstractBaseUser, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    if page.specific_class is DeclarationPage and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Import the text…"), reverse("desk_import_text", args=[page.pk]), icon_name="upload", priority=56
        )
