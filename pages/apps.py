"""The room of what an institution publishes."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import pages.views  # noqa: F401  (each type's view registers itself)
        from pages import checks
        from pages.cache import signals
        from pages.desk import panels

        register(checks.check_page_types)
        register(checks.check_block_templates)
        signals.connect()
        panels.install()
