"""A question as Elasticsearch is asked it. Who may find what is a filter of each question, and no part of a score."""

from typing import Any

from search.engines.base import Best, Between, Every, Filter, OneOf, Phrase, Question, Some, Term, Wanted, Without
from search.engines.elastic.mapping import CLASSES, KEY
from search.entries import DAY, YEAR, Tier

Query = dict[str, Any]

# Beyond any number of values of a field there will be: what is cut off would be counted wrong.
VALUES = 10_000
# The server goes no deeper.
DEPTH = 10_000
WHOLE = 2**31 - 1
# The server splits what is longer, and refuses to be asked for what is much longer.
LONGEST = 255

_KEY = {KEY: {"order": "asc"}}
_NEWEST = [{DAY: {"order": "desc", "missing": "_last"}}, _KEY]
SORTS: dict[str, list[Any]] = {
    "relevance": [{"_score": {"order": "desc"}}, *_NEWEST],
    "newest": _NEWEST,
    "oldest": [{DAY: {"order": "asc", "missing": "_last"}}, _KEY],
}


def search(question: Question, tier: Tier) -> Query:
    """All pages up to the one asked for: which hits of which tier stand on it is only known afterwards."""
    return {
        "query": whole(question, tier),
        "size": max(min(question.offset + question.limit, DEPTH), 0),
        "sort": SORTS[question.sort],
        "aggs": {name: {"terms": {"field": name, "size": VALUES, "min_doc_count": 1}} for name in question.facets},
        "track_total_hits": True,
        "track_scores": True,
        "_source": False,
    }


def whole(question: Question, tier: Tier) -> Query:
    query = allowed(question)
    if question.wanted is not None:
        query["bool"]["must"] = [_wanted_or_also(question.wanted, question.also, is_scored=tier == Tier.PUBLIC)]
    query["bool"]["must_not"] += [tree(unwanted) for unwanted in question.without]
    return query


def allowed(question: Question) -> Query:
    """What passes all of the question but its words."""
    return {
        "bool": {
            "filter": [{"terms": {CLASSES: sorted(map(str, question.classes))}}, *map(narrowing, question.filters)],
            "must_not": [of_keys(question.excluded)],
        }
    }


def of_keys(keys: frozenset[str]) -> Query:
    return {"terms": {KEY: sorted(filter(can_stand, keys))}}


def narrowing(by: Filter) -> Query:
    match by:
        case OneOf(field, values):
            return {"terms": {field: [value for value in values if (is_year if field == YEAR else can_stand)(value)]}}
        case Between(field, low, high):
            ends = {"gte": low, "lte": high}
            return {"range": {field: {end: _whole(number) for end, number in ends.items() if number is not None}}}


def _wanted_or_also(wanted: Wanted, also: frozenset[str], *, is_scored: bool) -> Query:
    found = tree(wanted, is_scored=is_scored)
    return _some([found, _worth(of_keys(also), 0.0)]) if also else found


def tree(wanted: Wanted, *, is_scored: bool = False) -> Query:
    """Scored by BM25, or each token worth its weight."""
    match wanted:
        case Term(token=token) if not can_stand(token):
            return {"match_none": {}}
        case Term(field, token, weight):
            return {"term": {field: {"value": token, "boost": weight}}} if is_scored else _term(field, token, weight)
        case Phrase(field, tokens, weight):
            phrase = {"match_phrase": {field: {"query": " ".join(tokens), "boost": weight if is_scored else 1.0}}}
            return phrase if is_scored else _worth(phrase, weight)
        case Some(parts, at_least):
            return _some([tree(part, is_scored=is_scored) for part in parts], at_least)
        case Best(parts, tie):
            queries = [tree(part, is_scored=is_scored) for part in parts]
            return {"dis_max": {"queries": queries, "tie_breaker": tie}} if queries else {"match_none": {}}
        case Every(parts, bonus):
            must = [tree(part, is_scored=is_scored) for part in parts] or [{"match_all": {"boost": 0.0}}]
            return {"bool": {"must": must, "should": [tree(part, is_scored=is_scored) for part in bonus]}}
        case Without(part):
            return _worth({"bool": {"must_not": [tree(part)]}}, 0.0)


def _term(field: str, token: str, weight: float) -> Query:
    return _worth({"term": {field: token}}, weight)


def _worth(query: Query, score: float) -> Query:
    return {"constant_score": {"filter": query, "boost": score}}


def _some(parts: list[Query], at_least: int = 1) -> Query:
    """An empty `bool` would find everything."""
    return {"bool": {"should": parts, "minimum_should_match": at_least}} if parts else {"match_none": {}}


def can_stand(token: str) -> bool:
    """Whether there could be such a token, or such a value."""
    return len(token) <= LONGEST


def is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 5


def _whole(number: int) -> int:
    return max(-WHOLE, min(number, WHOLE))
