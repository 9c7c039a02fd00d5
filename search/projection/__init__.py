"""What would stand in the index, were it made now? The present state of the database, as its readers read it.

A change of a work changes, besides its own entry (`work:`, and `known:` where some may only know of it): what lies
below it, which has its date, place and forum; and the records and countries it speaks of, before and after. A change
of a record changes the works that speak of it.
"""

from collections.abc import Callable, Iterable

from search.projection.keys import KNOWN, WORK, by_kind, uuids
from search.projection.projected import Projected, Text
from search.projection.works import known, works

__all__ = ["Projected", "Text", "project"]

_OF_KIND: dict[str, Callable[[list[str]], dict[str, Projected]]] = {
    WORK: lambda texts: works(uuids(texts)),
    KNOWN: lambda texts: known(uuids(texts)),
}


def project(keys: Iterable[str]) -> dict[str, Projected]:
    """By key; one that is missing in the answer is gone. The number of queries does not grow with the keys."""
    found: dict[str, Projected] = {}
    for kind, texts in by_kind(keys).items():
        if kind in _OF_KIND:
            found |= _OF_KIND[kind](texts)
    return found
