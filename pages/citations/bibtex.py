"""The citation for LaTeX: a CSL-JSON item as one BibTeX entry, in Unicode, with LaTeX's specials escaped."""

import re
from collections.abc import Iterator

from pages.citations.csl import Item

ENTRY_TYPES = {"report": "techreport", "article": "article", "webpage": "online"}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
_FIELDS = {
    "collection-title": "series",
    "collection-number": "number",
    "container-title": "booktitle",
    "event-place": "address",
    "language": "language",
    "abstract": "abstract",
}


def bibtex(item: Item, key: str) -> str:
    """One entry with the citation key `key`, of which only letters, digits, `-` and `:` are kept."""
    fields = [f"  {name} = {value}" for name, value in _entry(item)]
    clean = re.sub(r"[^A-Za-z0-9:-]+", "", key) or item["id"].rsplit(":", 1)[-1]
    return f"@{_entry_type(item)}{{{clean},\n" + ",\n".join(fields) + "\n}\n"


def _entry_type(item: Item) -> str:
    if item["type"] == "article" and not item.get("collection-title"):
        return "unpublished"
    return ENTRY_TYPES.get(item["type"], "misc")


def escaped(text: str) -> str:
    """`text` as LaTeX prints it; letters of any script stay as they are."""
    return "".join(_SPECIALS.get(character, character) for character in " ".join(text.split()))


def _entry(item: Item) -> Iterator[tuple[str, str]]:
    if authors := item.get("author"):
        yield "author", "{" + " and ".join("{" + escaped(name["literal"]) + "}" for name in authors) + "}"
    # The second braces keep the capitals of the title.
    yield "title", "{{" + escaped(item["title"]) + "}}"
    yield from _issued(item)
    if "publisher" in item:
        name = "institution" if item["type"] == "report" else "publisher"
        yield name, "{" + escaped(item["publisher"]) + "}"
    names = {**_FIELDS, "collection-title": "journal" if item["type"] == "article" else "series"}
    for key, name in names.items():
        if key in item:
            yield name, "{" + escaped(item[key]) + "}"
    if note := " ".join(item[key] for key in ("genre", "number") if key in item):
        yield "note", "{" + escaped(note) + "}"
    # Addresses are read verbatim.
    if "DOI" in item:
        yield "doi", "{" + item["DOI"] + "}"
    yield "url", "{" + item.get("URL", "") + "}"


def _issued(item: Item) -> Iterator[tuple[str, str]]:
    parts = item.get("issued", {}).get("date-parts")
    if not parts:
        return
    yield "year", str(parts[0][0])
    if len(parts[0]) > 1:
        yield "month", MONTHS[parts[0][1] - 1]
