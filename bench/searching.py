"""What does the project's search find among the passages of a judged set?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bench.judged import Judged
from search.analysis.fields import fields_of
from search.engines import engine
from search.engines.base import Answer, Engine, OneOf, Question
from search.entries import LANGUAGE, Entry, Passage, Tier
from search.projection.projected import Text
from search.query import understand
from search.ranking import Given, found, reach_of
from search.semantic import encoder, passages
from search.semantic.centring import Means, measured_means, shipped_means
from search.semantic.encoding import meant
from search.semantic.questions import asked, language_of
from search.wording import wanted

OPEN = 1
# Everything that is found is looked at, and not the first page only.
ALL = 10_000


@dataclass(frozen=True)
class Directly:
    """Nothing waits to be indexed."""

    engine: Engine

    def search(self, question: Question) -> Answer:
        return self.engine.search(question)

    def ask(self, ask: Callable[[Engine], Given]) -> Given:
        return ask(self.engine)

    def current(self, question: Question) -> Question:
        return question


class Searching:
    def __init__(self, judged: Judged) -> None:
        self._model = encoder()
        self._means = self._means_of_model()
        self._asking = Directly(engine())
        entries = list(self._entries(judged))
        with self._asking.engine.build() as build:
            build.write(entries)
            build.swap()

    @property
    def ways(self) -> list[str]:
        return ["lexical", "semantic", "fused"] if self._model else ["lexical"]

    def ranked(self, text: str, language: str, read: str | None) -> dict[str, list[str]]:
        """Keys by way; passages of one language, or of all of them."""
        understood = understand(text, language=language)
        pool = Question(
            tiers=(Tier.PUBLIC,),
            classes=frozenset([OPEN]),
            filters=(OneOf(LANGUAGE, (read,)),) if read else (),
            limit=ALL,
        )
        words = (understood.words, understood.phrases)
        question, loosely = replace(pool, wanted=wanted(*words)), wanted(*words, loosely=True)
        reach = reach_of(understood.words, pool.sort)
        by_words = found(self._asking, question, loosely, None, reach)
        ranked = {"lexical": [hit.key for hit in by_words.answer.hits]}
        if vector := self._meaning(text, language):
            ranked["semantic"] = [near.key for near in self._asking.engine.nearest(vector, pool, ALL)]
            both = found(self._asking, question, loosely, vector, reach)
            ranked["fused"] = [hit.key for hit in both.answer.hits]
        return ranked

    @lru_cache(maxsize=10_000)  # noqa: B019 - it lives as long as the process
    def _meaning(self, text: str, language: str) -> bytes | None:
        if self._model is None or self._means is None:
            return None
        return asked(self._model, self._means, text, language_of(text, language))

    def _means_of_model(self) -> Means | None:
        return (shipped_means(self._model.name) or measured_means(self._model)) if self._model else None

    def _entries(self, judged: Judged) -> Iterator[Entry]:
        for language, texts in judged.passages.items():
            for name, text in texts.items():
                yield Entry(
                    key=f"{name}:{language}",
                    tier=Tier.PUBLIC,
                    version=1,
                    classes=frozenset([OPEN]),
                    tokens=fields_of({}, {language: [text]}),
                    values={LANGUAGE: (language,)},
                    passages=self._passages({"address": "", "language": language, "text": text}),
                )

    def _passages(self, text: Text) -> tuple[Passage, ...]:
        if self._model is None or self._means is None:
            return ()
        chunks = passages([text])
        vectors = self._model.passages([chunk.text for chunk in chunks])
        return meant(chunks, {chunk.text: vector for chunk, vector in zip(chunks, vectors, strict=True)}, self._means)
