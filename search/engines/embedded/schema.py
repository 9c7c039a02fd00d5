"""How is an entry kept in one tier's index? Fields of ready tokens, split at white space; whole values; numbers."""

from functools import cache
from secrets import randbits
from typing import Any

import tantivy

from search.entries import BEGINS, DAY, DECADE, EXACT, TOKEN_FIELDS, VALUE_FIELDS, YEAR, Entry

# Grows with any change below: an index of another format is as good as none.
FORMAT = 2

KEY, CLASSES, VERSION = "key", "classes", "version"
# Of this writing of the entry: what lies beside the index (vectors) counts while its number stands in the index.
WRITING = "writing"
# The order by date, ties and missing dates included, as texts that sort the same in every tier.
ORDERS = {"newest": "by_newest", "oldest": "by_oldest"}
SPLIT = "words"
# Bytes of a number of a vector.
HALF = 2
# Days lie between the years 1 and 9999, which makes seven digits of them all; the last ones have none.
FIRST_DAY, UNDATED = -1_000_000, 9_999_999


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(KEY, stored=True, tokenizer_name="raw", index_option="basic")
    for name in TOKEN_FIELDS:
        builder.add_text_field(name, tokenizer_name=SPLIT, index_option=_kept_of(name))
    for name in (*VALUE_FIELDS, DECADE):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ORDERS.values():
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(CLASSES, indexed=True)
    builder.add_unsigned_field(WRITING, indexed=True, fast=True)
    builder.add_integer_field(VERSION, fast=True)
    builder.add_integer_field(YEAR, indexed=True, fast=True)
    builder.add_integer_field(DAY, indexed=True, fast=True)
    return builder.build()


def _kept_of(name: str) -> str:
    """Positions where there are phrases; how often a token stands in a text, but for beginnings."""
    return {EXACT: "position", BEGINS: "basic"}.get(name, "freq")


def register(index: tantivy.Index) -> None:
    """An index forgets how to split its texts whenever it is opened."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(SPLIT, words)


def new_writing() -> int:
    return randbits(63)


def document(entry: Entry, writing: int) -> tantivy.Document:
    """Raises `ValueError` when a text or a number cannot be kept, or there is no such field."""
    if unknown := (entry.tokens.keys() - TOKEN_FIELDS) | (entry.values.keys() - VALUE_FIELDS):
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
    if any(len(passage.vector) % HALF or not passage.vector for passage in entry.passages):
        raise ValueError("a vector is no row of numbers")
    fields: dict[str, Any] = {name: [text] for name, text in entry.tokens.items() if text}
    fields |= {name: list(entry.values.get(name, ())) for name in VALUE_FIELDS}
    fields |= {KEY: [entry.key], VERSION: [entry.version], WRITING: [writing], CLASSES: sorted(entry.classes)}
    fields |= {YEAR: sorted(set(entry.years)), DECADE: list(entry.decades)}
    fields |= {DAY: [] if entry.day is None else [entry.day]}
    fields |= {ORDERS["newest"]: [place(entry, is_newest_first=True)], ORDERS["oldest"]: [place(entry)]}
    return tantivy.Document.from_dict({name: values for name, values in fields.items() if values}, schema())


def tombstone(key: str, version: int) -> tantivy.Document:
    """What stays of a key that is gone, so that nothing older brings it back; no class, so nobody finds it."""
    return tantivy.Document.from_dict({KEY: [key], VERSION: [version]}, schema())


def place(entry: Entry, *, is_newest_first: bool = False) -> str:
    if entry.day is None:
        number = UNDATED
    else:
        number = (UNDATED - 1 - (entry.day - FIRST_DAY)) if is_newest_first else entry.day - FIRST_DAY
    return f"{number:07d} {entry.key}"


def key_in(place: str) -> str:
    return place.partition(" ")[2]
