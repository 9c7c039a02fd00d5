"""How are keys that an engine found made into results? From the database, and only as far as it says that they may."""

from collections.abc import Sequence

from search.loading.passages import Passages
from search.loading.records import records
from search.loading.works import works
from search.projection.keys import WORK
from search.shown import Result

__all__ = ["Passages", "loaded"]


def loaded(keys: Sequence[str], passages: Passages, language: str) -> dict[str, Result]:
    """By key. A key is missing that no longer leads to anything the reader may see. A bounded number of queries."""
    passages.fetch(keys)
    of_works = [key for key in keys if key.startswith(f"{WORK}:")]
    others = [key for key in keys if key not in set(of_works)]
    return {**works(of_works, passages, language), **records(others, passages, language)}
