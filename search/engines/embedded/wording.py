"""How is what is wanted put to the library, and how much could it be worth at best?

Queries are built of tokens; no text is ever parsed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from search.engines.base import SATURATION, Best, Every, Phrase, Some, Term, Wanted, Without
from search.engines.embedded.schema import schema
from search.engines.rarity import rarity


@dataclass(frozen=True)
class Worth:
    """A query, and the score that it gives to what matches all of it as well as anything could."""

    query: Query
    best: float


class Wording:
    """Among public entries a token is worth BM25 times its weight; among others its weight, so that nothing leaks.

    `counted` is among how many public entries the library counts words.
    """

    def __init__(self, searcher: tantivy.Searcher, *, counted: int | None = None) -> None:
        self._searcher = searcher
        self._counted = counted

    def worth(self, wanted: Wanted) -> Worth:
        match wanted:
            case Term(field, token, weight):
                return self._leaf(Query.term_query(schema(), field, token), field, (token,), weight)
            case Phrase(field, tokens, weight):
                return self._leaf(_phrase(field, tokens), field, tokens, weight)
            case Some(parts, at_least):
                return self._some(parts, at_least)
            case Best(parts, tie):
                return self._best(parts, tie)
            case Every(parts, bonus):
                return self._every(parts, bonus)
            case Without(part):
                return Worth(_without(self.worth(part).query), 0.0)

    def _leaf(self, query: Query, field: str, tokens: Iterable[str], weight: float) -> Worth:
        if self._counted is not None:
            rarity = sum(self._rarity(field, token, self._counted) for token in tokens)
            return Worth(Query.boost_query(query, weight), weight * SATURATION * rarity)
        return Worth(Query.const_score_query(query, weight), weight * SATURATION)

    def _rarity(self, field: str, token: str, counted: int) -> float:
        """The library's own."""
        return rarity(self._searcher.doc_freq(field, token), among=counted)

    def _some(self, parts: tuple[Wanted, ...], at_least: int) -> Worth:
        found = [self.worth(part) for part in parts]
        query = Query.boolean_query([(Occur.Should, part.query) for part in found], at_least)
        return Worth(query, sum(part.best for part in found))

    def _best(self, parts: tuple[Wanted, ...], tie: float) -> Worth:
        found = [self.worth(part) for part in parts]
        top = max((part.best for part in found), default=0.0)
        query = Query.disjunction_max_query([part.query for part in found], tie)
        return Worth(query, top + tie * (sum(part.best for part in found) - top))

    def _every(self, parts: tuple[Wanted, ...], bonus: tuple[Wanted, ...]) -> Worth:
        needed, more = [self.worth(part) for part in parts], [self.worth(part) for part in bonus]
        clauses = [(Occur.Must, part.query) for part in needed] + [(Occur.Should, part.query) for part in more]
        if not needed:
            clauses.append((Occur.Must, _everything()))
        return Worth(Query.boolean_query(clauses), sum(part.best for part in needed + more))


def _everything() -> Query:
    return Query.const_score_query(Query.all_query(), 0.0)


def _without(query: Query) -> Query:
    return Query.boolean_query([(Occur.Must, _everything()), (Occur.MustNot, query)])


def _phrase(field: str, tokens: tuple[str, ...]) -> Query:
    if len(tokens) == 1:
        return Query.term_query(schema(), field, tokens[0])
    return Query.phrase_query(schema(), field, list(tokens))
