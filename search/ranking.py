"""What answers a question, by its words and by what it means, and what of it comes first?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from search.engines.base import Answer, Engine, Hit, Near, Question, Wanted
from search.semantic.fusing import fused
from search.wording import reading

# So many of the first hits are put in order by their meaning; those behind stand as the engine ranked them.
WINDOW = 500

SUBJECTS = ("topic:", "country:")

Given = TypeVar("Given")


@dataclass(frozen=True)
class Reach:
    """How near a passage has to be to be found without the words of a question, and how many are found so at most.

    `further`: how much further away than the nearest of all it may be.
    """

    near: float
    further: float
    most: int


# A word or two that nothing is about must not bring whatever is least far away. The meaning of more words is clearer,
# and in another language what answers them may be far behind the nearest.
OF_WORDS, OF_A_SENTENCE = Reach(0.25, 0.2, 20), Reach(0.1, 1.0, 50)
# So many words, small ones not counted, are a sentence.
SENTENCE = 3


def reach_of(words: Sequence[str], sort: str) -> Reach:
    """By date, what has only a little to do with a sentence would stand before what answers it."""
    is_sentence = sort == "relevance" and len(reading(words).words) >= SENTENCE
    return OF_A_SENTENCE if is_sentence else OF_WORDS


class Asking(Protocol):
    """Who answers, and what is left out of every answer."""

    def search(self, question: Question) -> Answer: ...

    def ask(self, ask: Callable[[Engine], Given]) -> Given: ...

    def current(self, question: Question) -> Question: ...


@dataclass(frozen=True)
class Found:
    """One page, with the passage of each hit that says best what was asked, as far as that is known."""

    answer: Answer
    near: dict[str, Near] = field(default_factory=dict)


def found(asking: Asking, question: Question, loosely: Wanted | None, vector: bytes | None, reach: Reach) -> Found:
    """`loosely` is what is wanted where nothing has most of the words or means the same; `vector`, what was meant."""
    question = replace(question, also=related(asking, question, vector, reach))
    page = _page(asking, question, vector)
    if page.answer.total or loosely is None:
        return page
    return _page(asking, replace(question, wanted=loosely), vector)


def related(asking: Asking, question: Question, vector: bytes | None, reach: Reach) -> frozenset[str]:
    """What says clearly what is asked, in whatever words. The same whatever else is chosen: filters only take away, so
    that each leaves as many as were counted of it.
    """
    if vector is None:
        return frozenset()
    wordless = replace(asking.current(question), wanted=None, filters=())
    near = asking.ask(lambda engine: engine.nearest(vector, wordless, reach.most))
    enough = max([reach.near, *(one.cosine - reach.further for one in near)])
    return frozenset(one.key for one in near if one.cosine >= enough)


def _page(asking: Asking, question: Question, vector: bytes | None) -> Found:
    if vector is None:
        return Found(asking.search(question))
    if question.sort != "relevance" or question.offset >= WINDOW:
        answer = asking.search(question)
        return Found(answer, _near(asking, answer, vector))
    window = asking.search(replace(question, offset=0, limit=WINDOW))
    near = _near(asking, window, vector)
    hits = best_first(window.hits, near)[question.offset : question.offset + question.limit]
    return Found(replace(window, hits=hits), {hit.key: near[hit.key] for hit in hits if hit.key in near})


def _near(asking: Asking, answer: Answer, vector: bytes) -> dict[str, Near]:
    return asking.ask(lambda engine: engine.cosines(vector, [hit.key for hit in answer.hits]))


def best_first(hits: tuple[Hit, ...], near: dict[str, Near]) -> tuple[Hit, ...]:
    """A name alone says nothing of what is looked for, however near it is: works about a subject come before it."""
    by_key = {hit.key: hit for hit in hits}
    shares = {key: hit.score for key, hit in by_key.items()}
    cosines = {key: one.cosine for key, one in near.items() if not key.startswith(SUBJECTS)}
    return tuple(by_key[key] for key in fused(shares, cosines))
