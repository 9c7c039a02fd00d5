"""How much is the best possible answer worth where words are counted?"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import SATURATION, Wanted
from search.engines.evaluating import Leaf, leaves_of, tokens_of
from search.engines.rarity import rarity


def worth(client: Elasticsearch, index: str, wanted: Wanted) -> Callable[[Leaf], float]:
    """What each leaf is worth at most where words are counted, by the same numbers that the server scores by."""
    texts: dict[str, set[str]] = defaultdict(set)
    for leaf in leaves_of(wanted):
        texts[leaf.field].update(tokens_of(leaf))
    answer = client.termvectors(
        index=index,
        doc={field: " ".join(sorted(tokens)) for field, tokens in texts.items()},
        fields=sorted(texts),
        term_statistics=True,
        field_statistics=True,
        offsets=False,
        positions=False,
        payloads=False,
    )
    fields = answer["term_vectors"]
    entries = max((_entries(found) for found in fields.values()), default=0)

    def of(leaf: Leaf) -> float:
        field = fields.get(leaf.field, {})
        return leaf.weight * SATURATION * sum(_rarity(field, token, entries) for token in tokens_of(leaf))

    return of


def _entries(field: dict[str, Any]) -> int:
    return max(field.get("field_statistics", {}).get("doc_count", 0), 0)


def _rarity(field: dict[str, Any], token: str, entries: int) -> float:
    """What is nowhere is as rare as can be: what has all else that was asked for is not the best possible."""
    having = field.get("terms", {}).get(token, {}).get("doc_freq", 0)
    among = _entries(field) if having else entries
    return rarity(having, among=among)
