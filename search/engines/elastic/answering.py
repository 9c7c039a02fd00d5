"""One question to several tiers, and their answers as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import Answer, EngineDown, Hit, Question
from search.engines.elastic.asking import Query, search
from search.engines.elastic.failing import refused
from search.engines.elastic.indexes import alias
from search.engines.elastic.scoring import worth
from search.engines.evaluating import most, of_weight
from search.entries import Tier

# Day and key of a hit, as it is sorted by.
Place = tuple[int, str]


def answered(client: Elasticsearch, prefix: str, question: Question) -> Answer:
    parts = several(client, [(alias(prefix, tier), search(question, tier)) for tier in question.tiers])
    found: list[tuple[Hit, Place]] = []
    for tier, part in zip(question.tiers, parts, strict=True):
        top = best(client, prefix, question, tier) if part["hits"]["hits"] else 0.0
        found += [_hit(one, top) for one in part["hits"]["hits"]]
    found.sort(key=lambda pair: _order(pair[0], pair[1], question.sort))
    return Answer(
        sum(part["hits"]["total"]["value"] for part in parts),
        tuple(hit for hit, _place in found[question.offset : question.offset + question.limit]),
        {name: _counts(name, parts) for name in question.facets},
    )


def several(client: Elasticsearch, asked: Iterable[tuple[str, Query]]) -> list[dict[str, Any]]:
    """The answers to several queries in one go; all of them whole, or none."""
    lines: list[Query] = []
    for index, query in asked:
        lines += [{"index": index, "allow_partial_search_results": False}, query]
    parts: Sequence[dict[str, Any]] = client.msearch(searches=lines)["responses"] if lines else []
    for part in parts:
        if "error" in part:
            raise refused(part)
        if part["timed_out"]:
            raise EngineDown("The search engine does not answer.")
    return list(parts)


def best(client: Elasticsearch, prefix: str, question: Question, tier: Tier) -> float:
    if question.wanted is None:
        return 0.0
    is_counted = tier == Tier.PUBLIC
    return most(question.wanted, worth(client, alias(prefix, tier), question.wanted) if is_counted else of_weight)


def _hit(found: dict[str, Any], most: float) -> tuple[Hit, Place]:
    day, key = found["sort"][-2:]
    return Hit(key, min(found["_score"] / most, 1.0) if most else 0.0), (day, key)


def _order(hit: Hit, place: Place, sort: str) -> tuple[float, float, str]:
    """As each tier was sorted."""
    day, key = place
    match sort:
        case "newest":
            return 0.0, -day, key
        case "oldest":
            return 0.0, day, key
    return -hit.score, -day, key


def _counts(name: str, parts: Iterable[dict[str, Any]]) -> dict[str, int]:
    """A key stands in one tier only, so they add up."""
    counted: Counter[str] = Counter()
    for part in parts:
        counted.update({str(each["key"]): each["doc_count"] for each in part["aggregations"][name]["buckets"]})
    return dict(counted)
