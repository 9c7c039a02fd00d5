"""Which entries mean something near to a vector? Those that the index says the reader may find, and no others."""

from collections.abc import Iterable, Sequence

import numpy as np
import tantivy
from tantivy import Query

from search.engines.base import Near, Question
from search.engines.embedded.filtering import among, of_keys, of_writings, passing
from search.engines.embedded.folder import Generation
from search.engines.embedded.schema import WRITING
from search.engines.embedded.standing import key_at, total
from search.engines.embedded.vectors import scanning
from search.engines.embedded.vectors.scanning import Matches
from search.engines.embedded.vectors.segment import Numbers, Segment, Vector
from search.entries import READING

# Up to so many entries, only their passages are looked at; among more, all passages, and then who may find them.
FEW = 20_000
# So many passages that look near, at least, and for each entry that is wanted, are compared in full.
CANDIDATES, FOR_EACH = 2000, 8
# When too few of those may be found, so many times more.
MORE = 4
# How many writings the index is asked about at once.
AT_ONCE = 2000

Place = tuple[tantivy.Searcher, tantivy.DocAddress]


class Asked:
    """A question as the tiers see it, at one moment."""

    def __init__(self, question: Question, generation: Generation) -> None:
        searchers = [generation.shelves[tier].searcher() for tier in question.tiers]
        asked = [(searcher, passing(question, searcher)) for searcher in searchers]
        counts = [total(searcher.search(query, 1)) for searcher, query in asked]
        self.count = sum(counts)
        self._parts = [part for part, count in zip(asked, counts, strict=True) if count]
        self.share = self.count / max(sum(searcher.num_docs for searcher in searchers), 1)

    def all(self) -> dict[int, Place]:
        return _places(self._parts, self.count)

    def among(self, writings: list[int]) -> dict[int, Place]:
        """Those of `writings` that pass, and where they are."""
        parts = [(searcher, among(query, of_writings(writings))) for searcher, query in self._parts]
        return _places(parts, len(writings))


def nearest(vector: bytes, question: Question, limit: int, generation: Generation) -> list[Near]:
    asked, wanted = Asked(question, generation), _vector(vector)
    segments = _comparable(generation, wanted)
    if not segments or not asked.count or limit < 1:
        return []
    enough = max(CANDIDATES, FOR_EACH * limit)
    if asked.count <= FEW:
        places = asked.all()
        rows = scanning.looking_near(segments, scanning.of_writings(segments, _numbers(places)), wanted, enough)
        return _named(scanning.matches(segments, rows, wanted), places, segments, limit)
    return _nearest_of_many(asked, segments, wanted, limit, int(enough / asked.share))


def _nearest_of_many(
    asked: Asked, segments: Sequence[Segment], vector: Vector, limit: int, candidates: int
) -> list[Near]:
    everything = [scanning.ALL] * len(segments)
    while True:
        rows = scanning.looking_near(segments, everything, vector, candidates)
        found = scanning.matches(segments, rows, vector)
        places = _first(asked, found, limit)
        if len(places) >= limit or candidates >= sum(map(len, segments)):
            return _named(found, places, segments, limit)
        candidates *= MORE


def cosines(vector: bytes, keys: Iterable[str], generation: Generation) -> dict[str, Near]:
    wanted, asked = list(keys), _vector(vector)
    segments = _comparable(generation, asked)
    if not wanted or not segments:
        return {}
    # Nothing else has passages.
    places = _places([(generation.shelves[tier].searcher(), of_keys(wanted)) for tier in READING], len(wanted))
    found = scanning.matches(segments, scanning.of_writings(segments, _numbers(places)), asked)
    return {near.key: near for near in _named(found, places, segments, len(found))}


def alive(generation: Generation, writings: Numbers) -> Numbers:
    """Those that stand in the index."""
    found: list[int] = []
    for start in range(0, len(writings), AT_ONCE):
        some = writings[start : start + AT_ONCE].tolist()
        parts = [(shelf.searcher(), of_writings(some)) for shelf in generation.shelves.values()]
        found += _places(parts, len(some))
    return np.array(found, np.uint64)


def _first(asked: Asked, found: Matches, limit: int) -> dict[int, Place]:
    """The first that pass, until there are enough."""
    places: dict[int, Place] = {}
    size = CANDIDATES // FOR_EACH + int(limit / asked.share)
    for start in range(0, len(found), size):
        if len(places) >= limit:
            break
        places |= asked.among(found.writings[start : start + size].tolist())
    return places


def _named(found: Matches, places: dict[int, Place], segments: Sequence[Segment], limit: int) -> list[Near]:
    """Those that are in one of the places."""
    at = np.flatnonzero(np.isin(found.writings, _numbers(places)))[:limit]
    rows = zip(*(each[at].tolist() for each in (found.cosines, found.writings, found.parts, found.rows)), strict=True)
    near = [_near(cosine, places[writing], segments[part], row) for cosine, writing, part, row in rows]
    return sorted(near, key=lambda one: (-one.cosine, one.key))


def _near(cosine: float, place: Place, segment: Segment, row: int) -> Near:
    address, language = segment.places[row].tolist()
    return Near(key_at(*place), address.decode(), language.decode(), cosine)


def _comparable(generation: Generation, vector: Vector) -> list[Segment]:
    """Another encoder may have made some; those count again when they are made anew."""
    return [part for part in generation.vectors.segments() if part.width == vector.size]


def _places(parts: Iterable[tuple[tantivy.Searcher, Query]], limit: int) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for searcher, query in parts:
        addresses = [address for _score, address in searcher.search(query, max(limit, 1), count=False).hits]
        numbers = searcher.fast_field_values(WRITING, addresses)
        found |= {int(number): (searcher, at) for number, at in zip(numbers, addresses, strict=True) if number}
    return found


def _numbers(places: dict[int, Place]) -> Numbers:
    return np.fromiter(places, np.uint64, len(places))


def _vector(written: bytes) -> Vector:
    return np.frombuffer(written, np.float16).astype(np.float32)
