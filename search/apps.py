"""The room of what is found."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from modelsearch.index import Indexed

        import search.indexing  # noqa: F401  (it takes the jobs of its kind)
        from search import signals, turns

        # Before Wagtail's search is ready: it then follows no saving with a second index.
        Indexed.search_auto_update = False
        signals.connect()
        turns.register()
