"""How much is the best possible answer worth in a tier?"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import SATURATION, Best, Every, Phrase, Some, Term, Wanted, Without

Worth = Callable[[str, str], float]


def best_possible(wanted: Wanted, worth: Worth) -> float:
    match wanted:
        case Term(field, token, weight):
            return weight * worth(field, token)
        case Phrase(field, tokens, weight):
            return weight * sum(worth(field, token) for token in tokens)
        case Some(parts):
            return sum(best_possible(part, worth) for part in parts)
        case Best(parts, tie):
            return _best([best_possible(part, worth) for part in parts], tie)
        case Every(parts, bonus):
            return sum(best_possible(part, worth) for part in (*parts, *bonus))
        case Without():
            return 0.0


def best_of_weights(wanted: Wanted) -> float:
    """Where each token and each phrase is worth its weight."""
    match wanted:
        case Term() | Phrase():
            return wanted.weight * SATURATION
        case Some(parts):
            return sum(map(best_of_weights, parts))
        case Best(parts, tie):
            return _best(list(map(best_of_weights, parts)), tie)
        case Every(parts, bonus):
            return sum(map(best_of_weights, (*parts, *bonus)))
        case Without():
            return 0.0


def _best(scores: list[float], tie: float) -> float:
    best = max(scores, default=0.0)
    return best + tie * (sum(scores) - best)


def rarity(client: Elasticsearch, index: str, wanted: Wanted) -> Worth:
    """The inverse document frequency, from the same numbers that the server scores by."""
    texts = defaultdict(set)
    for field, token in leaves(wanted):
        texts[field].add(token)
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
    return lambda field, token: _inverse(fields.get(field, {}), token, entries)


def _entries(field: dict[str, Any]) -> int:
    return max(field.get("field_statistics", {}).get("doc_count", 0), 0)


def _inverse(field: dict[str, Any], token: str, entries: int) -> float:
    """What is nowhere is as rare as can be: what has all else that was asked for is not the best possible."""
    having = field.get("terms", {}).get(token, {}).get("doc_freq", 0)
    among = _entries(field) if having else entries
    return SATURATION * math.log1p((max(among - having, 0) + 0.5) / (having + 0.5))


def leaves(wanted: Wanted) -> Iterator[tuple[str, str]]:
    match wanted:
        case Term(field, token):
            yield field, token
        case Phrase(field, tokens):
            yield from ((field, token) for token in tokens)
        case Some(parts) | Best(parts):
            for part in parts:
                yield from leaves(part)
        case Every(parts, bonus):
            for part in (*parts, *bonus):
                yield from leaves(part)
