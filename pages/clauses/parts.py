"""What is read from a text: its parts in order, flat, each with the address that follows from its place."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from html import unescape

from pages.clauses.labels import code, item_code

_TAGS = re.compile(r"<[^>]+>")


class PartKind(StrEnum):
    TITLE = "title"
    RECITAL = "recital"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    ITEM = "item"
    ANNEX = "annex"


@dataclass(frozen=True)
class Part:
    """A part of a text.

    `html` is plain text for titles and headings (`text` is the same), paragraphs `<p>…</p>` for the others.
    `division` names an unnumbered heading of a known sort: `preamble`, `part-2`, `ch-1`.
    """

    kind: PartKind
    html: str
    label: str = ""
    anchor: str = ""
    title: str = ""
    division: str = ""

    @property
    def text(self) -> str:
        """Without marks; paragraphs on lines of their own."""
        if self.kind in {PartKind.TITLE, PartKind.HEADING}:
            return self.html
        return unescape(_TAGS.sub("", self.html.replace("</p><p>", "\n")))

    @property
    def code(self) -> str:
        """The label as it counts in comparing languages."""
        return item_code(self.label) if self.kind == PartKind.ITEM else code(self.label)


class _Addresses:
    """Gives addresses in reading order: numbered parts by their number, others by their place among their like."""

    def __init__(self) -> None:
        self.places: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.article = self.paragraph = self.subparagraph = ""

    def of(self, part: Part, skipped: int = 0) -> str:
        stem, own = self._parent(part)
        if not own:
            self.places[stem] += 1 + skipped
            own = str(self.places[stem])
        anchor = self._free(f"{stem}-{own}" if stem else own)
        self._enter(part, anchor)
        return anchor

    def _parent(self, part: Part) -> tuple[str, str]:
        own = part.code
        match part.kind:
            case PartKind.TITLE:
                return "", "title"
            case PartKind.HEADING:
                return ("art", own) if own else ("", part.division) if part.division else ("h", "")
            case PartKind.RECITAL:
                return "rec", ""
            case PartKind.ANNEX:
                return "annex", own
            case PartKind.SUBPARAGRAPH:
                return self.paragraph or "par", own
            case PartKind.ITEM:
                return self.subparagraph or self.paragraph or "par", own
            case _:
                return self.article or ("c" if own else "par"), own

    def _free(self, anchor: str) -> str:
        self.taken[anchor] += 1
        return anchor if self.taken[anchor] == 1 else f"{anchor}-bis-{self.taken[anchor]}"

    def _enter(self, part: Part, anchor: str) -> None:
        match part.kind:
            case PartKind.HEADING:
                self.article, self.paragraph = (anchor if part.label else ""), ""
            case PartKind.PARAGRAPH:
                self.paragraph, self.subparagraph = anchor, ""
            case PartKind.SUBPARAGRAPH:
                self.subparagraph = anchor
            case PartKind.RECITAL | PartKind.ANNEX:
                self.article = self.paragraph = self.subparagraph = ""


def addressed(parts: Iterable[Part], skipped: dict[int, int] | None = None) -> list[Part]:
    """The parts with their addresses. `skipped` says before which index how many places stay empty."""
    addresses = _Addresses()
    return [
        replace(part, anchor=addresses.of(part, (skipped or {}).get(index, 0))) for index, part in enumerate(parts)
    ]
