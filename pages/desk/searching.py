"""By which backend does the desk search? Wagtail's for the database there is, and ours where that is SQLite."""

from typing import Any

from modelsearch.backends.base import BaseSearchBackend
from modelsearch.backends.database import SearchBackend as of_this_database


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """By this name Wagtail asks a module for its backend."""
    backend = of_this_database(params)
    if type(backend).__name__ != "SQLiteSearchBackend":
        return backend
    # With another database, its modules cannot be imported.
    from pages.desk.sqlite_search import QuotingBackend

    return QuotingBackend(params)
