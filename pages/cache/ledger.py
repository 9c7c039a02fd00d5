"""What has the response that is being made shown so far, and may it be shared?

A tag names something whose change would change the response:
`work:<key>` a work in any language, `record:<model>:<id>` a person, an organisation, a topic,
`below:<key>` the list of what lies below a work, `about:<key>` the list of what refers to a work or a record,
`list:<model>` a list of all of a kind, `menu` the main menu.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Ledger:
    tags: set[str] = field(default_factory=set)
    # Closed by default: a response is private until the view that made it says that everyone may read it.
    is_public: bool = False
    # Or that all may who read the same classes.
    is_settled: bool = False
    # When a date will change who may read something.
    good_until: datetime | None = None


_current: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def opened() -> Iterator[Ledger]:
    """Note what is shown from here on; yields the ledger."""
    ledger = Ledger()
    token = _current.set(ledger)
    try:
        yield ledger
    finally:
        _current.reset(token)


def note(*tags: str) -> None:
    """Say that the response shows what `tags` name."""
    if ledger := _current.get():
        ledger.tags.update(tags)


def settle(*, is_public: bool, until: datetime | None) -> None:
    """Say that up to a moment the response is the same for all who read the same, or even for everyone."""
    if ledger := _current.get():
        ledger.is_settled, ledger.is_public, ledger.good_until = True, is_public, until
