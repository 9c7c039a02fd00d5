"""How is the key of an entry written and read?"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model
from wagtail.models import Page

from pages.models.records import LabelledRecord

WORK, KNOWN, COUNTRY, DESK = "work", "known", "country", "desk"


def work_key(work: UUID) -> str:
    return f"{WORK}:{work}"


def known_key(work: UUID) -> str:
    return f"{KNOWN}:{work}"


def country_key(code: str) -> str:
    return f"{COUNTRY}:{code}"


def record_key(model: type[LabelledRecord], pk: int) -> str:
    return f"{model._meta.model_name}:{pk}"


def desk_key(model: type[Model], pk: int) -> str:
    """A page of any type is `desk:page:<pk>`."""
    return f"{DESK}:{(Page if issubclass(model, Page) else model)._meta.model_name}:{pk}"


def by_kind(keys: Iterable[str]) -> dict[str, list[str]]:
    """What follows the colon, under what precedes it; `desk:page:5` is under `desk:page`."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        kind, _colon, rest = key.rpartition(":")
        found[kind].append(rest)
    return found


def uuids(texts: Iterable[str]) -> list[UUID]:
    """Those that are what they should be: a key that nothing has is one of something that is gone."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def numbers(texts: Iterable[str]) -> list[int]:
    return [int(text) for text in texts if text.isascii() and text.isdigit()]
