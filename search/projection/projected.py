"""What is made of a work or a record: everything of its entry but the version."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from search.entries import Tier


class Text(TypedDict):
    """What stands at an address of a page (without #; empty for the page itself), in the language of that version."""

    address: str
    language: str
    text: str


@dataclass(frozen=True)
class Projected:
    """The first two texts of a language are its title and its summary, which may be empty."""

    key: str
    tier: Tier
    classes: frozenset[int]
    tokens: dict[str, str] = field(default_factory=dict)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    day: int | None = None
    texts: Sequence[Text] = ()
    mentions: tuple[str, ...] = ()
