"""How is much taken a part at a time? A database, or an engine, takes only so much at once."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")


def parts(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Each part is taken when it is its turn."""
    remaining = iter(things)
    while part := list(islice(remaining, size)):
        yield part
