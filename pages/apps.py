"""The room of what an institution publishes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import pages.views  # noqa: F401  (each type's view registers itself)
        from pages.cache import signals
        from pages.desk import panels

        signals.connect()
        panels.install()
