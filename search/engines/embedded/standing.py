"""What stands in the index, in which version and where?"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import tantivy
from tantivy import Query

from search.engines.embedded.filtering import of_keys
from search.engines.embedded.folder import Generation
from search.engines.embedded.schema import KEY, VERSION, WRITING
from search.entries import Tier

CHUNK = 1000

Versions = dict[str, dict[Tier, int]]


def versions(generation: Generation, keys: Collection[str]) -> Versions:
    """Of each key that was ever written, those that are gone included; `write` leaves each in one tier."""
    found: Versions = defaultdict(dict)
    for tier, shelf in generation.shelves.items():
        searcher = shelf.searcher()
        for address, key in _keys(searcher, of_keys(keys), 2 * len(keys)):
            (version,) = searcher.fast_field_values(VERSION, [address])
            found[key][tier] = max(int(version or 0), found[key].get(tier, 0))
    return found


def everything(generation: Generation) -> Iterator[tuple[str, int, Tier]]:
    searchers = {tier: shelf.searcher() for tier, shelf in generation.shelves.items()}
    return _everything(searchers)


def _everything(searchers: dict[Tier, tantivy.Searcher]) -> Iterator[tuple[str, int, Tier]]:
    entries = Query.exists_query(WRITING)
    for tier, searcher in searchers.items():
        for address, key in _keys(searcher, entries, searcher.num_docs):
            (version,) = searcher.fast_field_values(VERSION, [address])
            yield key, int(version or 0), tier


def _keys(searcher: tantivy.Searcher, query: Query, limit: int) -> Iterator[tuple[tantivy.DocAddress, str]]:
    for _score, address in searcher.search(query, max(limit, 1), count=False).hits:
        yield address, key_at(searcher, address)


def key_at(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> str:
    return searcher.doc(address)[KEY][0]


def total(found: Any) -> int:
    """The library counts, but does not say so to who checks types."""
    return found.count
