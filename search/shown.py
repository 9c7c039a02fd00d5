"""What is there to show of an answer? Plain facts for pages and JSON alike; no HTML, no scores, no engine."""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

from pages.models import Label
from pages.queries.rows import Row


class Segment(NamedTuple):
    """A piece of an excerpt; marked where it is what was looked for."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Excerpt:
    """A window of a text that the reader may read; `address` is where on the page it stands, without #."""

    segments: tuple[Segment, ...]
    language: str
    address: str = ""

    def __str__(self) -> str:
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Version:
    """The same work in another language."""

    language: str
    title: str
    url: str


@dataclass(frozen=True)
class Result:
    """A work or a record, once, in the reader's language where it exists.

    `url` leads to the place on the page where the words stand. `note` says which clause that is, or that the passage
    is near in meaning rather than in words. `row` has what a list shows of a work (seal, image); records have none.
    `number` is that of the clause in `note`, which is read from left to right.
    `heading` is the title with what was looked for marked in it.
    """

    key: str
    kind: str
    kind_name: str
    title: str
    language: str
    url: str
    others: tuple[Version, ...] = ()
    date: datetime.date | None = None
    facts: tuple[str, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    note: str = ""
    number: str = ""
    row: Row | None = None
    heading: tuple[Segment, ...] = ()


@dataclass(frozen=True)
class Option:
    """A value to narrow by: as it stands in an address, in words, and how many of the results have it."""

    value: str
    label: Label
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """`name` is the parameter of the address; chosen options stand first, then the commonest."""

    name: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Bar:
    """Results of a year or a span of years; `value` is that of the parameter `year`, `share` of the highest bar."""

    first: int
    last: int
    value: str
    count: int
    share: float
    is_chosen: bool


@dataclass(frozen=True)
class Spread:
    """The bars, how many results have no year, and the span of years: as it was chosen, or as far as results reach."""

    bars: tuple[Bar, ...] = ()
    undated: int = 0
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True)
class Chosen:
    """A filter in force, whether it came from the address or from the words typed: `type`, `paper`, «Paper»."""

    name: str
    value: str
    label: Label
    # What was typed for it, to be taken out of the words; empty when it came from the address.
    typed: str = ""


@dataclass(frozen=True)
class Results:
    """One page of the answer; totals, facets and bars are of all of it.

    `known` are works that this reader may know of and ask for; they count nowhere. `suggestion` is another question
    that would find more. `problems` are sentences in the reader's language about what was typed. `is_degraded`: the
    database answered in place of the engine.
    """

    total: int = 0
    rows: tuple[Result, ...] = ()
    page: int = 1
    pages: int = 1
    sort: str = "relevance"
    facets: tuple[Facet, ...] = ()
    spread: Spread = Spread()
    chosen: tuple[Chosen, ...] = ()
    known: tuple[Result, ...] = ()
    suggestion: str = ""
    problems: tuple[str, ...] = ()
    is_degraded: bool = False
    # Whether anything was asked at all: the empty box is no search without results.
    is_asked: bool = field(default=False)
