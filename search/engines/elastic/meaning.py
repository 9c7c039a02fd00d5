"""Which passages are nearest to a vector? The best one of each entry, compared with all that pass the filters."""

from collections.abc import Iterable
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import Near, Question
from search.engines.elastic.answering import several
from search.engines.elastic.asking import DEPTH, Query, allowed, of_keys
from search.engines.elastic.indexes import alias, aliases
from search.engines.elastic.mapping import PASSAGES, VECTOR, in_bytes

_SHOWN = {
    "size": 1,
    "_source": False,
    "docvalue_fields": [f"{PASSAGES}.address", f"{PASSAGES}.language"],
}


def nearest(client: Elasticsearch, prefix: str, vector: bytes, question: Question, limit: int) -> list[Near]:
    query = _near(vector, allowed(question), limit)
    return _best(several(client, [(alias(prefix, tier), query) for tier in question.tiers]))[:limit]


def cosines(client: Elasticsearch, prefix: str, vector: bytes, keys: Iterable[str]) -> dict[str, Near]:
    wanted = frozenset(keys)
    if not wanted:
        return {}
    query = _near(vector, of_keys(wanted), len(wanted))
    return {near.key: near for near in _best(several(client, [(index, query) for index in aliases(prefix)]))}


def _near(vector: bytes, passing: Query, limit: int) -> Query:
    count = max(min(limit, DEPTH), 1)
    return {
        "knn": {
            "field": VECTOR,
            "query_vector": in_bytes(vector),
            "k": count,
            "num_candidates": count,
            "filter": passing,
            "inner_hits": _SHOWN,
        },
        "size": count,
        "_source": False,
    }


def _best(parts: Iterable[dict[str, Any]]) -> list[Near]:
    found = [_passage(hit) for part in parts for hit in part["hits"]["hits"]]
    return sorted(found, key=lambda near: (-near.cosine, near.key))


def _passage(hit: dict[str, Any]) -> Near:
    best = hit["inner_hits"][PASSAGES]["hits"]["hits"][0]
    shown = {name: values[0] for name, values in best["fields"].items()}
    cosine = 2 * best["_score"] - 1
    return Near(hit["_id"], shown[f"{PASSAGES}.address"], shown[f"{PASSAGES}.language"], cosine)
