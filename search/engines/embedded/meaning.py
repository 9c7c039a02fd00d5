"""Which entries mean something near to a vector? Those that the index says the reader may find, and no others."""

from collections.abc import Iterable

import numpy as np
import tantivy
from tantivy import Query

from search.engines.base import Near, Question
from search.engines.embedded.filtering import among, of_keys, of_writings, passing
from search.engines.embedded.folder import Generation
from search.engines.embedded.schema import WRITING
from search.engines.embedded.standing import key_at, total
from search.engines.embedded.vectors import segment
from search.engines.embedded.vectors.segment import Numbers, Segment, Vector

# Up to so many entries, each passage of them is compared. Among more, first so many that look near, then times MORE.
FEW, CANDIDATES, MORE = 3000, 2000, 4
# How many writings the index is asked about at once.
AT_ONCE = 2000

Place = tuple[tantivy.Searcher, tantivy.DocAddress]


class Asked:
    """A question as the tiers see it, at one moment."""

    def __init__(self, question: Question, generation: Generation) -> None:
        searchers = [generation.shelves[tier].searcher() for tier in question.tiers]
        self._parts = [(searcher, passing(question, searcher)) for searcher in searchers]

    def count(self) -> int:
        return sum(total(searcher.search(query, 1)) for searcher, query in self._parts)

    def all(self, limit: int) -> dict[int, Place]:
        return _writings(self._parts, limit)

    def among(self, writings: Iterable[int]) -> dict[int, Place]:
        """Those of `writings` that pass, and where they are."""
        wanted = list(writings)
        parts = [(searcher, among(query, of_writings(wanted))) for searcher, query in self._parts]
        return _writings(parts, len(wanted))


def nearest(vector: bytes, question: Question, limit: int, generation: Generation) -> list[Near]:
    asked, wanted = Asked(question, generation), _vector(vector)
    segments = _comparable(generation, wanted)
    if not segments or not (count := asked.count()) or limit < 1:
        return []
    if count <= FEW:
        return _best(asked.all(count), segments, wanted)[:limit]
    rows = sum(map(len, segments))
    candidates = max(CANDIDATES, MORE * limit)
    while True:
        passed = _first(asked, _looking_near(segments, wanted, candidates), wanted, limit)
        if len(passed) >= limit or candidates >= rows:
            return _best(passed, segments, wanted)[:limit]
        candidates *= MORE


def cosines(vector: bytes, keys: Iterable[str], generation: Generation) -> dict[str, Near]:
    wanted = list(keys)
    parts = [(shelf.searcher(), of_keys(wanted)) for shelf in generation.shelves.values()]
    places = _writings(parts, len(wanted)) if wanted else {}
    asked = _vector(vector)
    return {near.key: near for near in _best(places, _comparable(generation, asked), asked)}


def alive(generation: Generation, writings: Numbers) -> Numbers:
    """Those that stand in the index."""
    found: list[int] = []
    for start in range(0, len(writings), AT_ONCE):
        some = writings[start : start + AT_ONCE].tolist()
        parts = [(shelf.searcher(), of_writings(some)) for shelf in generation.shelves.values()]
        found += _writings(parts, len(some))
    return np.array(found, np.uint64)


def _looking_near(segments: list[Segment], vector: Vector, count: int) -> list[tuple[Segment, segment.Rows]]:
    """The `count` rows of all segments whose signs differ least."""
    differences = [part.differences(vector) for part in segments]
    every = np.concatenate(differences)
    most = np.partition(every, count - 1)[count - 1] if count < len(every) else vector.size
    return [(part, np.flatnonzero(of_part <= most)) for part, of_part in zip(segments, differences, strict=True)]


def _first(
    asked: Asked, candidates: list[tuple[Segment, segment.Rows]], vector: Vector, limit: int
) -> dict[int, Place]:
    """The nearest of the candidates that pass, until there are enough."""
    near = sorted((one for part, rows in candidates for one in part.near(rows, vector)), key=lambda one: -one.cosine)
    passed: dict[int, Place] = {}
    for start in range(0, len(near), size := max(limit, 64)):
        if len(passed) >= limit:
            break
        passed |= asked.among(one.writing for one in near[start : start + size])
    return passed


def _best(places: dict[int, Place], segments: list[Segment], vector: Vector) -> list[Near]:
    """The best passage of each; best first."""
    writings = np.sort(np.fromiter(places, np.uint64, len(places)))
    found = [one for part in segments for one in part.near(part.rows_of(writings), vector)]
    near = [Near(key_at(*places[one.writing]), *one.segment.place(one.row), one.cosine) for one in found]
    return sorted(near, key=lambda one: (-one.cosine, one.key))


def _comparable(generation: Generation, vector: Vector) -> list[Segment]:
    """Another encoder may have made some; those count again when they are made anew."""
    return [part for part in generation.vectors.segments() if part.width == vector.size]


def _writings(parts: Iterable[tuple[tantivy.Searcher, Query]], limit: int) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for searcher, query in parts:
        addresses = [address for _score, address in searcher.search(query, max(limit, 1), count=False).hits]
        numbers = searcher.fast_field_values(WRITING, addresses)
        found |= {int(number): (searcher, at) for number, at in zip(numbers, addresses, strict=True) if number}
    return found


def _vector(written: bytes) -> Vector:
    return np.frombuffer(written, np.float16).astype(np.float32)
