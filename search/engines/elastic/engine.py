"""The engine that is asked by the rest of the site."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from typing import TypeVar

from elasticsearch import Elasticsearch

from search.engines.base import Answer, Near, NotBuilt, Question
from search.engines.elastic import meaning, spelling
from search.engines.elastic.address import address
from search.engines.elastic.answering import answered
from search.engines.elastic.breaker import PAUSE
from search.engines.elastic.building import ElasticBuild, building, make_first
from search.engines.elastic.connecting import ANSWER, Connection
from search.engines.elastic.holding import held
from search.engines.elastic.indexes import alias
from search.engines.elastic.writing import replacing, take_away, written
from search.entries import Entry, Tier

T = TypeVar("T")


class Elastic:
    def __init__(self, url: str, *, answer: float = ANSWER, pause: float = PAUSE) -> None:
        """In seconds: how long a reader waits at most, and how long a server that fails is not asked."""
        self.url = url
        self._connection = Connection(address(url), answer=answer, pause=pause)
        self._prefix = self._connection.prefix

    def search(self, question: Question) -> Answer:
        if not question.classes:
            return Answer(0, (), {name: {} for name in question.facets})
        return self._asked(lambda client: answered(client, self._prefix, question))

    def nearest(self, vector: bytes, question: Question, limit: int) -> list[Near]:
        if not question.classes:
            return []
        return self._asked(lambda client: meaning.nearest(client, self._prefix, vector, question, limit))

    def cosines(self, vector: bytes, keys: Iterable[str]) -> dict[str, Near]:
        wanted = frozenset(keys)
        return self._asked(lambda client: meaning.cosines(client, self._prefix, vector, wanted))

    def words_like(self, word: str, question: Question, limit: int) -> list[str]:
        if Tier.PUBLIC not in question.tiers or not question.classes:
            return []
        return self._asked(lambda client: spelling.words_like(client, self._prefix, word, question, limit))

    def _asked(self, ask: Callable[[Elasticsearch], T]) -> T:
        """Once more when the index went away in between: another has taken its place."""
        try:
            with self._connection.asking() as client:
                return ask(client)
        except NotBuilt:
            with self._connection.asking() as client:
                return ask(client)

    def write(self, entries: Iterable[Entry], gone: Iterable[str], version: int) -> dict[str, str]:
        """Found by whoever asks after it returns."""
        coming, going = list(entries), list(gone)
        try:
            return self._written(coming, going, version)
        except NotBuilt:
            make_first(self._connection)
            return self._written(coming, going, version)

    def _written(self, entries: list[Entry], gone: list[str], version: int) -> dict[str, str]:
        live = {tier: alias(self._prefix, tier) for tier in Tier}
        put = chain.from_iterable(replacing(entry, live) for entry in entries)
        taken = (take_away(key, index, version) for key in gone for index in live.values())
        with self._connection.writing() as client:
            # Deleting with a version makes an index where there is none.
            if not client.indices.exists_alias(name=list(live.values())):
                raise NotBuilt("There is no index yet.")
            return written(client, chain(put, taken), refresh=True, require_alias=True)

    def held(self) -> Iterator[tuple[str, int, Tier]]:
        return held(self._connection)

    def build(self) -> AbstractContextManager[ElasticBuild]:
        return building(self._connection)

    def close(self) -> None:
        self._connection.close()
