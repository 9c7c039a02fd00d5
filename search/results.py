"""What does a question find for this reader? One page of results, with all that can be counted and chosen."""

from collections.abc import Mapping, Sequence

from access.principals import Principal
from search.query import Asked
from search.shown import Results

PER_PAGE = 20
SORTS = ("relevance", "newest", "oldest")
# The parameters of an address that narrow.
PARAMETERS = ("type", "series", "year", "country", "topic", "language", "organisation")


def find(
    asked: Asked,
    principal: Principal,
    *,
    language: str,
    sort: str = "relevance",
    page: int = 1,
    filters: Mapping[str, Sequence[str]] | None = None,
) -> Results:
    """Raises django.core.paginator.EmptyPage beyond the last page.

    `filters` are the values of PARAMETERS as they stand in the address; whatever else it holds is not looked at.
    """
    return Results(problems=asked.problems, is_asked=asked.is_asked or bool(filters))
