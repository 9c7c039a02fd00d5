"""What does every engine understand, and what does it answer? Nothing here is an engine's own syntax."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from search.entries import Entry, Tier


class EngineDown(Exception):
    """The engine does not answer now; the question or the writing may be tried again later."""


class EngineBusy(EngineDown):
    """Somebody else is writing."""


class NotBuilt(EngineDown):
    """There is no index yet."""


# BM25 saturates: however often a token stands in a text, it is worth less than this times its rarity; once in a text
# of usual length it is worth its rarity. Where tokens are worth their weight, the best possible is as far away, so
# that shares are comparable between tiers.
SATURATION = 2.2

# Wanted: a tree of tokens.


@dataclass(frozen=True)
class Term:
    """This token in this field; worth BM25 times `weight` among public entries, and `weight` among others."""

    field: str
    token: str
    weight: float = 1.0


@dataclass(frozen=True)
class Phrase:
    """These tokens one after the other in a field with positions (`exact`); scored like a term."""

    field: str
    tokens: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Some:
    """At least `at_least` of the parts; the scores of those that match are added."""

    parts: tuple["Wanted", ...]
    at_least: int = 1


@dataclass(frozen=True)
class Best:
    """One of the parts; the best score counts, and a share of the others."""

    parts: tuple["Wanted", ...]
    tie: float = 0.0


@dataclass(frozen=True)
class Every:
    """All of the parts; `bonus` adds to the score of what has it and is asked of nothing."""

    parts: tuple["Wanted", ...]
    bonus: tuple["Wanted", ...] = ()


@dataclass(frozen=True)
class Without:
    """Everything but what has the part; worth nothing."""

    part: "Wanted"


Wanted = Term | Phrase | Some | Best | Every | Without


# Filters: whole values, never scored.


@dataclass(frozen=True)
class OneOf:
    """One of the values in a field of whole values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Between:
    """A number (`year`, `day`) from `low` to `high`, both included; None is open."""

    field: str
    low: int | None
    high: int | None


Filter = OneOf | Between


@dataclass(frozen=True)
class Question:
    """`classes` are those whose entries the reader may find: none finds nothing. All else only narrows that.

    With no `wanted`, everything that passes the filters is found. `also` are keys found whatever their words.
    """

    tiers: tuple[Tier, ...]
    classes: frozenset[int]
    wanted: Wanted | None = None
    also: frozenset[str] = frozenset()
    filters: tuple[Filter, ...] = ()
    without: tuple[Wanted, ...] = ()
    excluded: frozenset[str] = frozenset()
    facets: tuple[str, ...] = ()
    sort: str = "relevance"  # or "newest", "oldest"
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True)
class Hit:
    """`score` is the share (0 to 1) of the best score that the question could give in the entry's tier."""

    key: str
    score: float


@dataclass(frozen=True)
class Near:
    """The passage of an entry that is nearest to a vector."""

    key: str
    address: str
    language: str
    cosine: float


@dataclass(frozen=True)
class Answer:
    """Hits of one page of the answer; totals and counts are of all of it. Ties are broken by day, then key."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)  # counts of 1 and more only


class Build(Protocol):
    """An index that is being built beside the live one."""

    def write(self, entries: Iterable[Entry]) -> None: ...

    def swap(self) -> None:
        """In one step, the new index answers; the old one goes."""


class Engine(Protocol):
    """Each method raises `EngineDown` (or a kind of it) when it cannot do its work, without details of the engine."""

    def search(self, question: Question) -> Answer: ...

    def nearest(self, vector: bytes, question: Question, limit: int) -> list[Near]:
        """The best passage of each of the nearest entries that pass all of the question but its words; best first."""

    def cosines(self, vector: bytes, keys: Iterable[str]) -> dict[str, Near]:
        """The best passage of each of these entries; those without a vector are left out."""

    def words_like(self, word: str, question: Question, limit: int) -> list[str]:
        """Words of `exact` in public entries that pass the question, one or two letters away; the commonest first."""

    def write(self, entries: Iterable[Entry], gone: Iterable[str], version: int) -> dict[str, str]:
        """Put entries in place of older versions of their keys in any tier; take away what is `gone`, up to `version`.

        An older version never replaces a newer one. Durable when it returns. Says per key what could not be written.
        """

    def held(self) -> Iterator[tuple[str, int, Tier]]:
        """Key, version and tier of every entry."""

    def build(self) -> AbstractContextManager[Build]:
        """Raises `EngineBusy` when somebody else is building. Left without `swap`, all of it is thrown away."""

    def close(self) -> None:
        """Lets go of what it holds open."""
