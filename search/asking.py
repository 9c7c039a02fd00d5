"""Who answers a question, the engine or the database, and what is added that only the database knows so far?"""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from search.engines import engine
from search.engines.base import Answer, Engine, EngineDown, Hit, Question
from search.engines.database import DatabaseEngine, counts, order
from search.engines.evaluating import Evaluator
from search.entries import Entry
from search.models import IndexEntry
from search.overlay import Overlay, overlay

logger = logging.getLogger(__name__)
Given = TypeVar("Given")
# So far it is looked how the engine ranks what changed.
RANKED = 500


class Asking:
    """The questions of one search. An engine that did not answer the first one is not asked another."""

    def __init__(self) -> None:
        self.is_degraded = False

    @cached_property
    def overlay(self) -> Overlay:
        return overlay()

    def search(self, question: Question) -> Answer:
        return self.ask(lambda asked: asked.search(question) if self.is_degraded else self._merged(asked, question))

    def ask(self, ask: Callable[[Engine], Given]) -> Given:
        """`ask` is called with the engine, and once more with the database when the engine does not answer."""
        if not (self.overlay.is_beyond or self.is_degraded):
            try:
                return ask(engine())
            except EngineDown:
                logger.warning("The search engine does not answer; the database does.")
        self.is_degraded = True
        return ask(DatabaseEngine(self.overlay.entries()))

    def words_like(self, word: str, question: Question, limit: int) -> list[str]:
        return self.ask(lambda asked: asked.words_like(word, self.current(question), limit))

    def current(self, question: Question) -> Question:
        """Without what may be another by now; the database knows that by itself."""
        return question if self.is_degraded else replace(question, excluded=question.excluded | self.overlay.keys)

    def _merged(self, asked: Engine, question: Question) -> Answer:
        evaluator = Evaluator(question)
        fresh = [(hit, entry) for entry in self.overlay.entries() if (hit := evaluator.hit(entry))]
        if not fresh:
            return asked.search(self.current(question))
        found = asked.search(replace(self.current(question), offset=0, limit=question.offset + question.limit))
        return merged(found, self._as_ranked(asked, fresh, question), question)

    def _as_ranked(self, asked: Engine, fresh: list[tuple[Hit, Entry]], question: Question) -> list[tuple[Hit, Entry]]:
        """Where the engine ranks what it holds of them: a change that is nothing to this reader moves nothing."""
        if question.sort != "relevance" or question.wanted is None:
            return fresh
        keys = {hit.key for hit, _entry in fresh}
        current = self.current(question)
        before = replace(current, excluded=current.excluded - keys, facets=(), offset=0, limit=RANKED)
        shares = {hit.key: hit.score for hit in asked.search(before).hits}
        return [(replace(hit, score=shares.get(hit.key, hit.score)), entry) for hit, entry in fresh]


def merged(found: Answer, fresh: list[tuple[Hit, Entry]], question: Question) -> Answer:
    """`found` has all hits from the first up to the end of the page."""
    days = dict(IndexEntry.objects.filter(key__in=[hit.key for hit in found.hits]).values_list("key", "day"))
    days |= {entry.key: entry.day for _hit, entry in fresh}
    hits = [*found.hits, *(hit for hit, _entry in fresh)]
    hits.sort(key=lambda hit: order(hit, days.get(hit.key), question.sort))
    of_fresh = counts([entry for _hit, entry in fresh], question)
    return Answer(
        found.total + len(fresh),
        tuple(hits[question.offset : question.offset + question.limit]),
        {name: dict(Counter(found.facets.get(name, {})) + Counter(of_fresh[name])) for name in question.facets},
    )
