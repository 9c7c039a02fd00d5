"""The room of who may see and do what."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "access"
    verbose_name = _("Access")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import Page

        from access import moving, signals
        from access.desk import files, lists, mails, rights, shown, translating

        signals.connect(self)
        files.register()
        moving.register()
        mails.register()
        lists.register()
        shown.register()
        translating.register()
        # Views of the desk ask plain pages as well as those of a type, and there is no other place to tell them.
        Page.permissions_for_user = rights.permissions_for_user

        from access.surfaces.checks import check_surfaces

        register(check_surfaces)
