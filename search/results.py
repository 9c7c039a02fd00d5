"""What does a question find for this reader? One page of results, with all that can be counted and chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from django.core.paginator import EmptyPage
from django.utils.translation import override

from access.assigning import OPEN
from access.classes import Reach
from access.current import reading_as
from access.models import AccessClass
from access.principals import Principal
from search.asking import Asking
from search.engines.base import Answer, Filter, Near, Question, Wanted
from search.entries import FACETS, READING, Tier
from search.excerpts import Marker
from search.facets import Labels, facets, histogram, in_words
from search.known import known
from search.loading import Passages, loaded
from search.narrowing import FIELDS, Narrowed, filters_of, narrowed
from search.query import Asked
from search.shown import Result, Results
from search.spelling import suggestion
from search.wording import terms_of, wanted

PER_PAGE = 20
RELEVANCE, NEWEST, OLDEST = SORTS = ("relevance", "newest", "oldest")
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
    with reading_as(principal), override(language):
        chosen = narrowed(asked.filters, filters or {})
        question = _question(asked, principal.reach, filters_of(chosen), sort)
        if question is None:
            return Results(problems=asked.problems, is_asked=asked.is_asked or bool(chosen))
        return _results(asked, principal, language, chosen, replace(question, offset=(page - 1) * PER_PAGE))


def _question(asked: Asked, reach: Reach, kept: tuple[Filter, ...], sort: str) -> Question | None:
    """None where nothing that can be looked for was asked."""
    words = wanted(asked.words, asked.phrases)
    without = tuple(tree for text in asked.without if (tree := _unwanted(text)))
    is_told = bool(asked.words or asked.phrases)
    if is_told != (words is not None) or not (words or without or kept):
        return None
    return Question(
        tiers=_tiers(reach),
        classes=reach.view,
        wanted=words,
        without=without,
        filters=kept,
        facets=FACETS,
        sort=sort if words or sort != RELEVANCE else NEWEST,
        limit=PER_PAGE,
    )


def _shown_language(chosen: Iterable[Narrowed]) -> str | None:
    """Who asks for works that exist in a language wants to see that version."""
    return next((value for each in chosen if each.name == "language" for value in each.values), None)


def _unwanted(text: str) -> Wanted | None:
    return wanted((), (text,)) if " " in text.strip() else wanted((text,))


def _tiers(reach: Reach) -> tuple[Tier, ...]:
    """Those in which the reader may find anything."""
    is_public = len(reach.view) == 1 and AccessClass.objects.filter(pk__in=reach.view, key=OPEN).exists()
    return (Tier.PUBLIC,) if is_public else READING


def _results(asked: Asked, principal: Principal, language: str, chosen: list[Narrowed], question: Question) -> Results:
    asking = Asking()
    language = _shown_language(chosen) or language
    near: dict[str, Near] = {}
    page = question.offset // PER_PAGE + 1
    if not 1 <= page <= MOST_PAGES:
        raise EmptyPage
    read = _read(asking, question, asked, language, near)
    pages = min(max(ceil(read.answer.total / PER_PAGE), 1), MOST_PAGES)
    if page > pages:
        raise EmptyPage
    labels = Labels(read.answer.facets, chosen)
    return Results(
        total=read.answer.total,
        rows=read.rows,
        page=page,
        pages=pages,
        sort=question.sort,
        facets=facets(read.answer.facets, chosen, labels),
        histogram=histogram(read.answer.facets, chosen),
        chosen=in_words(chosen, labels),
        known=known(asking, question.wanted, question.without, principal) if page == 1 else (),
        suggestion=suggestion(asked, question, read.answer.total, asking),
        problems=asked.problems,
        is_degraded=asking.is_degraded,
        is_asked=True,
    )


def _read(asking: Asking, question: Question, asked: Asked, language: str, near: Mapping[str, Near]) -> Read:
    """What is found and no longer open is asked for no more, so that it is not counted either."""
    passages = Passages(Marker(terms_of(asked.words, asked.phrases).has), fresh=asking.overlay.fresh, near=near)
    for _attempt in range(ATTEMPTS):
        answer = asking.search(question)
        keys = [hit.key for hit in answer.hits]
        found = loaded(keys, passages, language)
        gone = frozenset(keys) - found.keys()
        if not gone:
            break
        question = replace(question, excluded=question.excluded | gone)
    return Read(answer, tuple(found[key] for key in keys if key in found))
