"""What does the index answer to a question? Each tier is asked by itself, and the answers are merged."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import tantivy
from tantivy import Order, Query

from search.engines.base import Answer, Hit, Question
from search.engines.embedded.filtering import among, of_keys, passing, unscored_too
from search.engines.embedded.folder import Generation
from search.engines.embedded.schema import ORDERS, UNDATED, key_in
from search.engines.embedded.standing import key_at, total
from search.engines.embedded.wording import Wording
from search.engines.evaluating import share
from search.entries import DAY, FACETS, Tier

# So many hits more than the page shows, to see whether those around its end are worth the same; then times so many.
BEYOND, MORE = 64, 8
# More than any field has values; counts of fewer would not be exact.
ALL_VALUES = 60_000


@dataclass(frozen=True)
class Asked:
    """One tier's part of a question."""

    searcher: tantivy.Searcher
    query: Query
    best: float
    # How many hits of this tier the page could show, were it the only one.
    needed: int


def answer(question: Question, generation: Generation) -> Answer:
    asked = [_asked(question, tier, generation) for tier in question.tiers] if question.classes else []
    rank = _by_date if question.sort in ORDERS else _by_relevance
    ranked = [rank(part, question.sort) for part in asked]
    hits = sorted((hit for _count, hits in ranked for hit in hits), key=lambda hit: hit[0])
    having = [part for part, (count, _hits) in zip(asked, ranked, strict=True) if count]
    return Answer(
        sum(count for count, _hits in ranked),
        tuple(hit for _place, hit in hits[question.offset : question.offset + question.limit]),
        _counts(having, question.facets),
    )


def _asked(question: Question, tier: Tier, generation: Generation) -> Asked:
    shelf = generation.shelves[tier]
    searcher = shelf.searcher()
    may, needed = passing(question, searcher), question.offset + question.limit
    if question.wanted is None:
        return Asked(searcher, may, 0.0, needed)
    counted = shelf.counted if tier == Tier.PUBLIC else None
    worth = Wording(searcher, counted=counted).worth(question.wanted)
    words = unscored_too(worth.query, of_keys(question.also)) if question.also else worth.query
    return Asked(searcher, among(words, may), worth.best, needed)


Ranked = tuple[int, list[tuple[tuple, Hit]]]


def _by_date(asked: Asked, sort: str) -> Ranked:
    found = asked.searcher.search(asked.query, max(asked.needed, 1), order_by_field=ORDERS[sort], order=Order.Asc)
    return total(found), [((place,), Hit(key_in(place), 0.0)) for place, _address in found.hits]


def _by_relevance(asked: Asked, _sort: str) -> Ranked:
    """Best first, then newest, then by key, although the library knows of scores only."""
    count, shares, addresses = _best_first(asked)
    days = asked.searcher.fast_field_values(DAY, addresses)
    newest_first = [UNDATED if day is None else -int(day) for day in days]
    rows = sorted((-best, day, at) for at, (best, day) in enumerate(zip(shares, newest_first, strict=True)))
    ranked: list[tuple[tuple, Hit]] = []
    for (falling, day), same in groupby(rows, key=lambda row: row[:2]):
        if len(ranked) >= asked.needed:
            break
        keys = sorted(key_at(asked.searcher, addresses[at]) for *_rest, at in same)
        ranked += [((falling, day, key), Hit(key, -falling)) for key in keys]
    return count, ranked


def _best_first(asked: Asked) -> tuple[int, list[float], list[tantivy.DocAddress]]:
    """As many hits as are needed, and all that are worth the same as the last of them."""
    limit = asked.needed + BEYOND
    while True:
        found = asked.searcher.search(asked.query, limit)
        shares = [share(score, asked.best) for score, _address in found.hits]
        is_all = len(shares) < limit
        if is_all or not asked.needed or shares[-1] < shares[asked.needed - 1]:
            return total(found), shares, [address for _score, address in found.hits]
        limit *= MORE


def _counts(asked: Iterable[Asked], facets: tuple[str, ...]) -> dict[str, dict[str, int]]:
    wanted = {name: {"terms": {"field": name, "size": ALL_VALUES}} for name in facets if name in FACETS}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for part in asked if wanted else ():
        for name, found in part.searcher.aggregate(part.query, wanted).items():
            for bucket in found["buckets"]:
                counts[name][_value(bucket["key"])] += bucket["doc_count"]
    return {name: dict(counts[name]) for name in wanted}


def _value(key: str | float) -> str:
    return key if isinstance(key, str) else str(int(key))
