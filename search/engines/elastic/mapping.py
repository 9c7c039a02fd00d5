"""How is an entry kept in one tier's index?"""

from typing import Any

import numpy

from search.entries import BEGINS, DAY, DECADE, EXACT, TOKEN_FIELDS, VALUE_FIELDS, YEAR, Entry, Passage, Tier

# Grows with any change below: an index of another format is as good as none.
FORMAT = 2

KEY, CLASSES, PASSAGES = "key", "classes", "passages"
VECTOR = f"{PASSAGES}.vector"

SETTINGS: dict[str, Any] = {
    # One shard: counts and document frequencies are exact.
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # How long the version of what was deleted is remembered, so that nothing older brings it back.
    "gc_deletes": "24h",
    # Nobody looks while it is built; what is written later says itself that it is to be seen.
    "refresh_interval": "-1",
}
ONCE_LIVE = {"refresh_interval": "1s"}


def mapping(tier: Tier) -> dict[str, Any]:
    """Classes are opaque words. The content is not kept: it is read from the database."""
    properties: dict[str, Any] = {name: {"type": "keyword"} for name in (KEY, CLASSES, *VALUE_FIELDS, DECADE)}
    properties |= {name: _tokens(name, tier) for name in TOKEN_FIELDS}
    properties |= {name: {"type": "integer"} for name in (YEAR, DAY)}
    properties[PASSAGES] = {
        "type": "nested",
        "properties": {
            "address": {"type": "keyword", "index": False},
            "language": {"type": "keyword", "index": False},
            # Compared one by one: exact, and filters cost no neighbours.
            "vector": {
                "type": "dense_vector",
                "element_type": "byte",
                "similarity": "cosine",
                "index_options": {"type": "flat"},
            },
        },
    }
    return {"dynamic": "strict", "_source": {"enabled": False}, "properties": properties}


def _tokens(name: str, tier: Tier) -> dict[str, Any]:
    """Positions where there are phrases; how often a token stands there only where that counts."""
    counted = "freqs" if tier == Tier.PUBLIC and name != BEGINS else "docs"
    return {
        "type": "text",
        "analyzer": "whitespace",
        "index_options": "positions" if name == EXACT else counted,
        "norms": tier == Tier.PUBLIC,
    }


def document(entry: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {name: text for name, text in entry.tokens.items() if text}
    fields |= {name: list(values) for name, values in entry.values.items() if values}
    fields |= {
        KEY: entry.key,
        CLASSES: sorted(map(str, entry.classes)),
        YEAR: sorted(set(entry.years)),
        DECADE: list(entry.decades),
        DAY: entry.day,
    }
    passages = [(passage, in_bytes(passage.vector)) for passage in entry.passages]
    return fields | {PASSAGES: [_passage(passage, vector) for passage, vector in passages if any(vector)]}


def _passage(passage: Passage, vector: list[int]) -> dict[str, Any]:
    return {"address": passage.address, "language": passage.language, "vector": vector}


def in_bytes(vector: bytes) -> list[int]:
    """As whole numbers from -127 to 127, the largest as large as can be: angles stay as they are to three digits."""
    numbers = numpy.frombuffer(vector, dtype=numpy.float16).astype(numpy.float32)
    most = float(numpy.abs(numbers).max(initial=0.0))
    return numpy.rint(numbers / (most or 1.0) * 127).astype(int).tolist()
