"""How does SQLite look for words at the desk? As Wagtail has it, with quotation marks taken for what they are.

Wagtail's query for SQLite puts each word between quotation marks as it was typed, so that one within a word ends the
search with an error, or makes the rest of it a query of its own (django-modelsearch 1.3.2).
"""

from typing import Any

from modelsearch.backends.database.sqlite.query import SearchQueryExpression
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import Phrase, PlainText, SearchQuery


class Quoting:
    """FTS5 writes a quotation mark within a string twice; no string may hold a NUL."""

    def build_search_query_content(self, query: SearchQuery, config: Any = None) -> SearchQueryExpression | None:
        if isinstance(query, PlainText):
            query = PlainText(quoted(query.query_string), operator=query.operator, boost=query.boost)
        elif isinstance(query, Phrase):
            query = Phrase(quoted(query.query_string))
        return super().build_search_query_content(query, config=config)  # type: ignore[misc]


def quoted(text: str) -> str:
    return text.replace("\0", "").replace('"', '""')


class QuotingCompiler(Quoting, SQLiteSearchQueryCompiler):
    pass


class QuotingAutocompleteCompiler(Quoting, SQLiteAutocompleteQueryCompiler):
    pass


class QuotingBackend(SQLiteSearchBackend):
    query_compiler_class = QuotingCompiler
    autocomplete_query_compiler_class = QuotingAutocompleteCompiler
