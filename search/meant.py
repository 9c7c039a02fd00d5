"""What is asked of the engine: made of what was typed and chosen, and of what this reader may read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from access.assigning import OPEN
from access.models import AccessClass
from search.engines.base import Question, Wanted
from search.entries import FACETS, READING, Tier
from search.narrowing import Narrowed, filters_of
from search.query import Asked
from search.ranking import Reach, reach_of
from search.semantic.questions import meaning
from search.synonyms import groups_in_force
from search.wording import terms_of, wanted

PER_PAGE = 20
RELEVANCE, NEWEST, OLDEST = SORTS = ("relevance", "newest", "oldest")


@dataclass(frozen=True)
class Meant:
    """`loosely` is what is wanted when nothing has most of the words; `vector`, what the words mean together,
    and `reach`, how far from it is looked.
    """

    question: Question
    loosely: Wanted | None
    vector: bytes | None
    reach: Reach
    marks: frozenset[str]


def meant(
    asked: Asked,
    chosen: Sequence[Narrowed],
    classes: frozenset[int],
    *,
    language: str,
    sort: str = RELEVANCE,
    page: int = 1,
) -> Meant | None:
    """None where nothing was asked that can be looked for."""
    synonyms = groups_in_force()
    words = wanted(asked.words, asked.phrases, synonyms=synonyms)
    without = tuple(tree for text in asked.without if (tree := unwanted(text)))
    is_told = bool(asked.words or asked.phrases)
    if is_told != (words is not None) or not (words or without or chosen):
        return None
    question = Question(
        tiers=tiers_of(classes),
        classes=classes,
        wanted=words,
        without=without,
        filters=filters_of(chosen),
        facets=FACETS,
        sort=sort if words or sort != RELEVANCE else NEWEST,
        offset=(page - 1) * PER_PAGE,
        limit=PER_PAGE,
    )
    # Who puts words between quotation marks wants these very words.
    is_free = bool(asked.words) and not asked.phrases
    return Meant(
        question,
        loosely=wanted(asked.words, asked.phrases, synonyms=synonyms, loosely=True),
        vector=meaning(" ".join(asked.words), language) if is_free else None,
        reach=reach_of(asked.words, sort),
        marks=terms_of(asked.words, asked.phrases, synonyms=synonyms),
    )


def unwanted(text: str) -> Wanted | None:
    return wanted((), (text,)) if " " in text.strip() else wanted((text,))


def tiers_of(classes: frozenset[int]) -> tuple[Tier, ...]:
    """Those in which the reader may find anything."""
    is_public = len(classes) == 1 and AccessClass.objects.filter(pk__in=classes, key=OPEN).exists()
    return (Tier.PUBLIC,) if is_public else READING


def shown_language(chosen: Iterable[Narrowed], language: str) -> str:
    """Who asks for works that exist in a language wants to see that version; else the reader's own."""
    return next((value for each in chosen if each.name == "language" for value in each.values), language)
