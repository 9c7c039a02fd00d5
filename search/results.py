"""What does a question find for this reader? One page of results, with all that can be counted and chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from django.core.paginator import EmptyPage
from django.utils.translation import override

from access.current import reading_as
from access.policy import search_filter
from access.principals import Principal
from search.asking import Asking
from search.engines.base import Answer
from search.excerpts import Marker
from search.facets import Labels, facets, in_words
from search.known import known
from search.loading import Passages, loaded
from search.meant import PER_PAGE, RELEVANCE, SORTS, Meant, meant, shown_language
from search.narrowing import FIELDS, Narrowed, narrowed
from search.query import Asked
from search.ranking import found
from search.shown import Result, Results
from search.spelling import suggestion
from search.spread import spread

__all__ = ["PARAMETERS", "PER_PAGE", "SORTS", "find"]

# The parameters of an address that narrow.
PARAMETERS = tuple(FIELDS)
# Nobody reads further, and no engine likes to count so far.
MOST_PAGES = 500
# How often a page is asked for again, when what was found is no longer there.
ATTEMPTS = 3


@dataclass(frozen=True)
class Read:
    """What was found for one page, and what is shown of it."""

    answer: Answer
    rows: tuple[Result, ...]


def find(
    asked: Asked,
    principal: Principal,
    *,
    language: str,
    sort: str = RELEVANCE,
    page: int = 1,
    filters: Mapping[str, Sequence[str]] | None = None,
) -> Results:
    """Raises django.core.paginator.EmptyPage beyond the last page.

    `filters` are the values of PARAMETERS as they stand in the address; whatever else it holds is not looked at.
    """
    if not 1 <= page <= MOST_PAGES:
        raise EmptyPage
    with reading_as(principal), override(language):
        chosen = narrowed(asked.filters, filters or {})
        what = meant(asked, chosen, search_filter(principal), language=language, sort=sort, page=page)
        if what is None:
            filters_alone = in_words(chosen, Labels({}, chosen))
            return Results(problems=asked.problems, chosen=filters_alone, is_asked=asked.is_asked or bool(chosen))
        return _results(asked, what, chosen, principal, shown_language(chosen, language))


def _results(asked: Asked, what: Meant, chosen: list[Narrowed], principal: Principal, language: str) -> Results:
    asking = Asking()
    read = _read(asking, what, language)
    total, page = read.answer.total, what.question.offset // PER_PAGE + 1
    pages = min(max(ceil(total / PER_PAGE), 1), MOST_PAGES)
    if page > pages:
        raise EmptyPage
    labels = Labels(read.answer.facets, chosen)
    return Results(
        total=total,
        rows=read.rows,
        page=page,
        pages=pages,
        sort=what.question.sort,
        facets=facets(chosen, labels),
        spread=spread(read.answer.facets, chosen),
        chosen=in_words(chosen, labels),
        known=known(asking, what.question, principal) if page == 1 else (),
        suggestion=suggestion(asked, what.question, total, asking),
        problems=asked.problems,
        is_degraded=asking.is_degraded,
        is_asked=True,
    )


def _read(asking: Asking, what: Meant, language: str) -> Read:
    """What is found and no longer open is asked for no more, so that it is not counted either."""
    marker, question = Marker(what.marks), what.question
    for _attempt in range(ATTEMPTS):
        page = found(asking, question, what.loosely, what.vector, what.reach)
        keys = [hit.key for hit in page.answer.hits]
        rows = loaded(keys, Passages(marker, fresh=asking.overlay.fresh, near=page.near), language)
        gone = frozenset(keys) - rows.keys()
        if not gone:
            break
        question = replace(question, excluded=question.excluded | gone)
    return Read(page.answer, tuple(rows[key] for key in keys if key in rows))
