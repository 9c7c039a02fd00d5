"""What do the entries in the database answer, while no engine does? The same, only slower."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from django.db import connection
from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Replace, StrIndex

from search.engines.alike import is_alike
from search.engines.base import Answer, Best, Every, Hit, Near, Phrase, Question, Some, Term, Wanted, Without
from search.engines.comparing import nearest
from search.engines.evaluating import Evaluator, Words, values_of
from search.engines.rarity import Rarity, Seen
from search.entries import EXACT, Entry, Tier
from search.models import IndexEntry
from search.overlay import outdated
from search.projection.keys import KNOWN, WORK

# Beyond so many, comparing in Python is no slower than telling the database.
MOST_CLASSES, MOST_TOKENS = 100, 40
ROWS_AT_ONCE, MOST_READ = 500, 2000


class AsItIs:
    def write(self, entries: Iterable[Entry]) -> None:
        """They come from where they would be written to."""

    def swap(self) -> None:
        """There is nothing beside what answers already."""


class DatabaseEngine:
    """Entries are kept by who projects them; there is nothing to write here, and no index to build.

    `fresh` are entries as they are now, whatever is kept of them.
    """

    def __init__(self, fresh: Sequence[Entry] = ()) -> None:
        self._fresh = fresh

    def search(self, question: Question) -> Answer:
        evaluator = Evaluator(question)
        rarity = Rarity(question.wanted, self._count_open(question)) if question.wanted else None
        found: list[tuple[Hit, Entry, Seen]] = []
        for entry in chain(entries(self._kept(narrowed(question))), self._fresh):
            words = Words(entry.tokens)
            seen = rarity.note(words) if rarity and entry.tier == Tier.PUBLIC else {}
            if hit := evaluator.hit(entry, words):
                found.append((hit, replace(entry, tokens={}), seen))
        return answer([(_ranked(hit, seen, rarity), entry) for hit, entry, seen in found], question)

    def _kept(self, rows: QuerySet) -> QuerySet:
        return rows.exclude(key__in=[entry.key for entry in self._fresh]) if self._fresh else rows

    def _count_open(self, question: Question) -> int:
        fresh = sum(entry.tier == Tier.PUBLIC for entry in self._fresh)
        return self._kept(_of_tiers((Tier.PUBLIC,), question)).count() + fresh

    def nearest(self, vector: bytes, question: Question, limit: int) -> list[Near]:
        """None on a large site: to compare all its passages would take too long for a reader who waits."""
        if self._count_open(question) > MOST_READ:
            return []
        evaluator = Evaluator(replace(question, wanted=None))
        passing = [entry.key for entry in entries(self._kept(narrowed(question))) if evaluator.hit(entry)]
        return list(self.cosines(vector, passing).values())[:limit]

    def cosines(self, vector: bytes, keys: Iterable[str]) -> dict[str, Near]:
        """Of as many as are read on a small site."""
        wanted = list(keys)
        if len(wanted) > MOST_READ:
            return {}
        rows = self._kept(IndexEntry.objects.filter(key__in=wanted).exclude(key__in=outdated()))
        return {near.key: near for near in nearest(rows, vector)}

    def words_like(self, word: str, question: Question, limit: int) -> list[str]:
        """None on a large site: to read all its words would take too long for a reader who waits."""
        if self._count_open(question) > MOST_READ:
            return []
        rows = self._kept(_of_tiers((Tier.PUBLIC,), question))
        counted: Counter[str] = Counter()
        evaluator = Evaluator(question)
        for entry in chain(entries(rows), self._fresh):
            if entry.tier == Tier.PUBLIC and evaluator.passes(entry):
                counted.update(set(entry.tokens.get(EXACT, "").split()))
        alike = [(other, count) for other, count in counted.items() if other != word and is_alike(word, other)]
        return [other for other, _count in sorted(alike, key=lambda pair: (-pair[1], pair[0]))[:limit]]

    def write(self, entries: Iterable[Entry], gone: Iterable[str], version: int) -> dict[str, str]:
        return {}

    def held(self) -> Iterator[tuple[str, int, Tier]]:
        for key, version, tier in IndexEntry.objects.values_list("key", "version", "tier").iterator():
            yield key, version, Tier(tier)

    def close(self) -> None:
        """Nothing is open."""

    @contextmanager
    def build(self) -> Iterator["AsItIs"]:
        yield AsItIs()


def _ranked(hit: Hit, seen: Seen, rarity: Rarity | None) -> Hit:
    """Open entries by how rare their words are, others as they are evaluated."""
    return Hit(hit.key, rarity.share(seen)) if rarity and seen and hit.score else hit


def answer(found: list[tuple[Hit, Entry]], question: Question) -> Answer:
    """One page of what was found, and the counts of all of it."""
    ordered = sorted(found, key=lambda pair: order(pair[0], pair[1].day, question.sort))
    page = ordered[question.offset : question.offset + question.limit]
    return Answer(len(found), tuple(hit for hit, _entry in page), counts([entry for _hit, entry in found], question))


def order(hit: Hit, day: int | None, sort: str) -> tuple:
    """The best, newest or oldest first; undated last; what is the same by day, then key."""
    newest = (day is None, -(day or 0), hit.key)
    match sort:
        case "newest":
            return newest
        case "oldest":
            return (day is None, day or 0, hit.key)
    return (-hit.score, *newest)


def counts(entries: Iterable[Entry], question: Question) -> dict[str, dict[str, int]]:
    counted: dict[str, Counter[str]] = {name: Counter() for name in question.facets}
    for entry in entries:
        for name, of_values in counted.items():
            of_values.update(set(values_of(entry, name)))
    return {name: dict(of_values) for name, of_values in counted.items()}


def entries(rows: QuerySet) -> Iterator[Entry]:
    """Without passages."""
    fields = ("key", "tier", "version", "classes", "tokens", "values", "years", "day")
    for key, tier, version, classes, tokens, values, years, day in rows.values_list(*fields).iterator(ROWS_AT_ONCE):
        yield Entry(
            key,
            Tier(tier),
            version,
            frozenset(int(number) for number in classes.split(",") if number),
            tokens,
            {name: tuple(of_name) for name, of_name in values.items()},
            tuple(years),
            day,
        )


def narrowed(question: Question) -> QuerySet:
    """Rows among which all that answers is, and as few others as can be told without splitting their texts."""
    rows = _of_tiers(question.tiers, question)
    tokens = needed(question.wanted) if question.wanted else frozenset()
    if not tokens or len(tokens) > MOST_TOKENS:
        return rows
    held = Q(key__in=question.also)
    rows = rows.alias(held=Cast("tokens", TextField()))
    for place, token in enumerate(shortest(map(written, tokens))):
        rows = rows.alias(**{f"at_{place}": StrIndex("held", Value(token))})
        held |= Q(**{f"at_{place}__gt": 0})
    return rows.filter(held)


def _of_tiers(tiers: Iterable[str], question: Question) -> QuerySet:
    """No class finds nothing; nor does what is kept answer for what may be another by now."""
    of_work = Replace("key", Value(f"{KNOWN}:"), Value(f"{WORK}:"))
    rows = IndexEntry.objects.filter(tier__in=[str(tier) for tier in tiers]).alias(of_work=of_work)
    rows = rows.exclude(Q(key__in=outdated()) | Q(of_work__in=outdated()))
    if len(question.classes) > MOST_CLASSES:
        return rows
    open_to = Q(pk__in=())
    for number in question.classes:
        open_to |= Q(classes__contains=f",{number},")
    return rows.filter(open_to)


def needed(wanted: Wanted) -> frozenset[str]:
    """Tokens of which an answer has one at least; none when that can't be said."""
    match wanted:
        case Term(token=token):
            return frozenset({token})
        case Phrase(tokens=tokens):
            return frozenset(tokens[:1])
        case Every(parts):
            return min(filter(None, map(needed, parts)), key=len, default=frozenset())
        case Best(parts):
            return _of_each(list(map(needed, parts)))
        case Some(parts, at_least):
            # Who has most of them lacks few: of these few and one more, it has one.
            each = sorted(map(needed, parts), key=len)
            return _of_each(each[: len(each) - at_least + 1])
        case Without():
            return frozenset()


def _of_each(parts: list[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*parts) if all(parts) else frozenset()


def shortest(tokens: Iterable[str]) -> list[str]:
    """Without those in which another one stands."""
    kept: list[str] = []
    for token in sorted(tokens, key=lambda token: (len(token), token)):
        if not any(shorter in token for shorter in kept):
            kept.append(token)
    return kept


def written(token: str) -> str:
    """As it stands in what the database keeps: PostgreSQL as it is, others in JSON of plain letters."""
    return token if connection.vendor == "postgresql" else json.dumps(token)[1:-1]
