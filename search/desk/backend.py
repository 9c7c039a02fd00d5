"""By what does the desk search? Wagtail asks this backend, and it asks the engine of the site.

So an editor finds الإفريقي however it is typed, and nothing is written to a second index. Models that do not stand in
ours are looked for in their own rows.
"""

from functools import cached_property
from typing import Any

from django.db.models import FloatField, Model, QuerySet, Value
from modelsearch.backends.base import BaseSearchBackend, BaseSearchResults, SearchFieldError
from modelsearch.backends.database.fallback import (
    DatabaseSearchBackend,
    DatabaseSearchQueryCompiler,
    DatabaseSearchResults,
)
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from pages.models import Organisation, Person, Topic
from search.desk.finding import rows
from search.desk.meaning import EVERYTHING, NOTHING, Reader
from search.engines.base import Wanted

# Fields that are no title nor name.
SAID = {"summary", "description"}


def stands_in_our_index(model: type[Model]) -> bool:
    return issubclass(model, Page | get_document_model() | get_image_model() | Person | Organisation | Topic)


class Looking(DatabaseSearchQueryCompiler):
    """A query, and the rows that answer it."""

    begins = False

    def check(self) -> None:
        """Whatever the rows are narrowed by is asked of the database, which can be asked anything."""
        searchable = {field.field_name for field in self.queryset.model.get_searchable_search_fields()}
        for name in self.fields or ():
            if name not in searchable:
                raise SearchFieldError(f"{name} is no field to search in.", field_name=name)

    @cached_property
    def wanted(self) -> Wanted:
        return Reader(self.begins, bool(self.fields) and SAID.isdisjoint(self.fields)).wanted(self.query)

    @cached_property
    def found(self) -> list[int]:
        return rows(self.queryset.model, self.wanted)

    @cached_property
    def ranked(self) -> list[int]:
        """Of what was found, the rows that the queryset leaves, the best first."""
        kept = set(self.queryset.filter(pk__in=self.found).order_by().values_list("pk", flat=True))
        return [pk for pk in self.found if pk in kept]


class LookingForBeginnings(Looking):
    begins = True


class Results(DatabaseSearchResults):
    query_compiler: Looking

    @property
    def is_ranked(self) -> bool:
        asked = self.query_compiler
        return asked.order_by_relevance and asked.wanted not in (EVERYTHING, NOTHING)

    def get_queryset(self) -> QuerySet:
        asked = self.query_compiler
        queryset = asked.queryset
        if asked.wanted == NOTHING:
            queryset = queryset.none()
        elif asked.wanted != EVERYTHING:
            queryset = queryset.filter(pk__in=asked.found)
        if not asked.order_by_relevance and not queryset.query.order_by:
            # Pages of results must not overlap.
            queryset = queryset.order_by("-pk")
        return queryset[self.start : self.stop]

    def _do_count(self) -> int:
        if not self.is_ranked:
            return super()._do_count()
        return len(self.query_compiler.ranked[self.start : self.stop])

    def _do_search(self) -> list[Model]:
        if not self.is_ranked:
            return list(super()._do_search())
        shown = self.query_compiler.ranked[self.start : self.stop]
        queryset = self.query_compiler.queryset.filter(pk__in=shown).order_by()
        if self._score_field:
            queryset = queryset.annotate(**{self._score_field: Value(None, output_field=FloatField())})
        by_key = {row.pk: row for row in queryset}
        return [by_key[pk] for pk in shown if pk in by_key]


class SearchBackend(BaseSearchBackend):
    """By this name Wagtail asks a module for its backend. It indexes nothing: entries are kept up to date by jobs."""

    query_compiler_class = Looking
    autocomplete_query_compiler_class = LookingForBeginnings
    results_class = Results

    def _search(
        self, query_compiler_class: type, query: Any, model_or_queryset: Any, **kwargs: Any
    ) -> BaseSearchResults:
        model = model_or_queryset.model if isinstance(model_or_queryset, QuerySet) else model_or_queryset
        if stands_in_our_index(model):
            return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)
        return DatabaseSearchBackend({}).search(query, model_or_queryset, **kwargs)
