"""In which order do names stand in an alphabetical list, and under which letter?"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from pages.models import Label
from pages.models.records import LabelledRecord


class Entry(NamedTuple):
    record: LabelledRecord
    label: Label


class Letter(NamedTuple):
    letter: str
    entries: list[Entry]


def sort_key(text: str) -> str:
    """Letters without case, accents and hamzas: É with E, أ with ا. Signs before the first letter don't count."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return bare.lstrip("«»\"'“”‘’ ").replace("ـ", "")


def alphabetical(records: Iterable[LabelledRecord], language: str) -> list[Entry]:
    entries = [Entry(record, record.label(language)) for record in records]
    return sorted(entries, key=lambda entry: (sort_key(entry.label.text), entry.record.pk))


def by_letter(entries: Iterable[Entry]) -> list[Letter]:
    """The entries under their first letter; names in another script than the reader's keep their own."""
    grouped = groupby(entries, key=lambda entry: sort_key(entry.label.text)[:1].upper())
    return [Letter(letter, list(same)) for letter, same in grouped]
