"""The citation for reference managers: a CSL-JSON item as one RIS record (two-letter tags, CRLF lines)."""

from collections.abc import Iterator

from pages.citations.csl import Item

TYPES = {"report": "RPRT", "article": "JOUR", "webpage": "ELEC", "event": "CONF"}
_TAGS = {
    "title": "TI",
    "title-short": "ST",
    "container-title": "T2",
    "collection-title": "T3",
    "collection-number": "IS",
    "number": "M1",
    "publisher": "PB",
    "event-place": "CY",
    "language": "LA",
    "DOI": "DO",
    "URL": "UR",
    "abstract": "AB",
    "genre": "M3",
}


def ris(item: Item) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _tagged(item)]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tagged(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(item["type"], "GEN")
    for name in item.get("author", []):
        yield "AU", name["literal"]
    yield from _issued(item)
    for key, tag in _TAGS.items():
        if key in item:
            yield tag, item[key]
    yield "ID", item["id"]


def _issued(item: Item) -> Iterator[tuple[str, str]]:
    parts = item.get("issued", {}).get("date-parts")
    if not parts:
        return
    first = parts[0]
    yield "PY", f"{first[0]:04d}"
    padded = [f"{number:02d}" for number in first] + [""] * (3 - len(first))
    yield "DA", "/".join([*padded, ""])
