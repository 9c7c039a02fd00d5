"""How are the parts of a text kept as blocks of a page?"""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pages.clauses.parts import Part, PartKind

Raw = dict[str, Any]

# Into which open lists a part may go, the best first.
_LISTS = {PartKind.SUBPARAGRAPH: ("subparagraphs",), PartKind.ITEM: ("items", "subparagraphs")}


def block_id(anchor: str) -> str:
    """The same in every language, so that a translation finds its clause."""
    return str(uuid5(NAMESPACE_URL, f"clause:{anchor}"))


def to_stream(parts: Iterable[Part]) -> list[Raw]:
    """The raw data of `DeclarationPage.clauses`: nested sub-paragraphs and items, with lasting block ids.

    A sub-paragraph without a paragraph before it becomes a paragraph; an item without a sub-paragraph moves up.
    """
    blocks: list[Raw] = []
    open_lists: dict[str, list[Raw]] = {}
    for part in parts:
        value = _value(part)
        place = next((name for name in _LISTS.get(part.kind, ()) if name in open_lists), None)
        if place:
            open_lists[place].append({"type": "item", "value": value, "id": block_id(part.anchor)})
        else:
            kind = PartKind.PARAGRAPH if part.kind in _LISTS else part.kind
            blocks.append({"type": kind.value, "value": value, "id": block_id(part.anchor)})
            open_lists.clear()
        if place == "subparagraphs":
            open_lists["items"] = value["items"] = []
        elif not place and blocks[-1]["type"] == PartKind.PARAGRAPH:
            open_lists["subparagraphs"] = value["subparagraphs"] = []
    return blocks


def _value(part: Part) -> Raw:
    value: Raw = {"anchor": part.anchor, "text": part.html}
    if part.kind not in {PartKind.TITLE, PartKind.RECITAL}:
        value["label"] = part.label
    if part.kind == PartKind.ANNEX:
        value["title"] = part.title
    return value
