"""What do the blocks of a page say, in plain words, and at which address on the page?

They are read as they are stored: made into values, they would ask the database for every picture and document.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

from pages.clauses.flat import Clause, as_stored, without_title
from pages.clauses.parts import PartKind

_ENDS = re.compile(r"</(?:p|li|h[1-6]|div)>|<br ?/?>")
# Between two items of which the first says nowhere that it ends.
_ITEMS = re.compile(r"(?<=[^\s>.!?؟…:;؛،,])\s*</li>\s*(?=<li)")
# In the fields of a block that a reader sees, in the order in which the page shows them.
_SHOWN = ("text", "source", "alternative", "caption", "title")


class Said(NamedTuple):
    address: str
    text: str


def plain(html: str) -> str:
    """The words of a rich text: what ends a paragraph, an item or a line parts words, as a space does."""
    if "<" in html:
        html = strip_tags(_ENDS.sub(" ", _ITEMS.sub(" · ", html)))
    return " ".join(unescape(html).split())


def said_in_body(value: StreamValue) -> Iterator[Said]:
    """The blocks of a body; none has an address of its own."""
    for block in value.raw_data:
        if text := _text(block["value"]):
            yield Said("", text)


def said_in_references(value: StreamValue) -> Iterator[Said]:
    """The works referred to, each at its number."""
    for place, block in enumerate(value.raw_data, start=1):
        if text := plain(block["value"].get("text", "")):
            yield Said(f"r{place}", text)


def said_in_clauses(value: StreamValue, title: str) -> Iterator[Said]:
    """The clauses in order, each with what is printed beside it; not the title, where it is that of the page."""
    for clause in without_title(as_stored(value), title):
        parts = (_beside(clause), clause.title, plain(clause.html))
        if text := " ".join(part for part in parts if part):
            yield Said(clause.anchor, text)


def _beside(clause: Clause) -> str:
    """A heading says its number itself."""
    return "" if clause.kind in {PartKind.HEADING, PartKind.ANNEX} else clause.label


def _text(value: Any) -> str:
    """Only what stands by itself is rich text; the fields of a block are plain."""
    if isinstance(value, str):
        return plain(value)
    said = [value.get(field) or "" for field in _SHOWN]
    return " ".join(part for part in [*said, *_cells(value.get("rows", ()))] if part)


def _cells(rows: Iterable[Any]) -> Iterator[str]:
    for row in rows:
        for cell in row["value"]["cells"]:
            yield cell["value"]
