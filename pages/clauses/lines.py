"""How is a source cut into its lines: the paragraphs, headings and list items of HTML or plain text?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from pages.clauses.cleaning import clean
from pages.clauses.markers import begins_part

_HTML = re.compile(r"<(?:!doctype|html|body|p|div|h[1-6]|ol|ul|li|article|section|table|br)\b", re.IGNORECASE)
_BLOCKS = re.compile(r"^(?:h[1-6]|p|li|td|th|pre|dd|dt)$")
_MARKS = {"strong": "b", "em": "i", "b": "b", "i": "i", "sup": "sup", "a": "a"}
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_LETTERED = {"a", "A"}


@dataclass(frozen=True)
class Line:
    """One line: inline HTML, the level of a heading (0 for text), and for list items the depth and marker."""

    html: str
    text: str
    heading: int = 0
    depth: int = 0
    marker: str = ""


def lines(source: str) -> list[Line]:
    """The lines of `source`, HTML when it has block tags, plain text otherwise."""
    return list(_html_lines(source) if is_html(source) else _text_lines(source))


def is_html(source: str) -> bool:
    return bool(_HTML.search(source))


def _text_lines(source: str) -> Iterator[Line]:
    plain = source.replace("\r\n", "\n").replace("\r", "\n").strip()
    # Without an empty line in between, each line is a paragraph; with them, lines are only wrapped.
    is_wrapped = bool(re.search(r"\S[ \t]*\n[ \t]*\n[ \t]*\S", plain))
    paragraph: list[str] = []
    for raw in [*plain.split("\n"), ""]:
        text = _SPACES.sub(" ", raw).strip()
        if paragraph and (not text or not is_wrapped or begins_part(text)):
            yield _plain(" ".join(paragraph))
            paragraph = []
        if text:
            paragraph.append(text)


def _plain(text: str) -> Line:
    return Line(html=escape(text, quote=False), text=text)


def _html_lines(source: str) -> Iterator[Line]:
    yield from _of_block(BeautifulSoup(clean(source), "html.parser"), depth=0)


def _of_block(block: Tag, depth: int) -> Iterator[Line]:
    """Walk the blocks in order; text outside any block counts as a paragraph."""
    run: list[PageElement] = []
    for child in list(block.children):
        if not isinstance(child, Tag) or child.name in {*_MARKS, "br"}:
            run.append(child)
            continue
        yield from _of_run(run)
        run = []
        if child.name in {"ol", "ul"}:
            yield from _of_list(child, depth)
        elif _BLOCKS.match(child.name) and not child.find(_BLOCKS) and not child.find(["ol", "ul"]):
            yield from _of_run(list(child.children), heading=int(child.name[1]) if child.name[0] == "h" else 0)
        else:
            yield from _of_block(child, depth)
    yield from _of_run(run)


def _of_list(listing: Tag, depth: int) -> Iterator[Line]:
    start = str(listing.get("start"))
    number = int(start) if start.isdecimal() else 1
    for item in listing.find_all("li", recursive=False):
        value = str(item.get("value") or "")
        number = int(value) if value.isdecimal() else number
        marker = "" if listing.name == "ul" else _marker(number, depth, str(listing.get("type") or ""))
        for index, line in enumerate(_of_block(item, depth + 1)):
            own = Line(line.html, line.text, depth=depth + 1, marker="" if index else marker)
            yield line if line.depth else own
        number += 1


def _marker(number: int, depth: int, kind: str) -> str:
    if kind in _LETTERED or (depth == 1 and kind not in {"1", "i", "I"}):
        return chr(ord("a") + (number - 1) % 26)
    if kind in {"i", "I"} or depth == 2:
        return _small_roman(number)
    return str(number)


def _small_roman(number: int) -> str:
    numerals = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, sign in numerals:
        written += sign * (number // value)
        number %= value
    return written


def _of_run(nodes: list[PageElement], heading: int = 0) -> Iterator[Line]:
    """Inline nodes as lines: a break begins a new one only when what follows carries a marker."""
    pieces: list[list[str]] = [[]]
    for node in nodes:
        if isinstance(node, Tag) and node.name == "br":
            pieces.append([])
        else:
            pieces[-1].append(_inline(node))
    merged: list[str] = []
    for piece in (_SPACES.sub(" ", "".join(piece)).strip() for piece in pieces):
        if merged and not begins_part(_bare(piece)):
            merged[-1] = f"{merged[-1]} {piece}".strip()
        else:
            merged.append(piece)
    for html in filter(_bare, merged):
        yield Line(html=html, text=_bare(html), heading=heading)


def _inline(node: PageElement) -> str:
    if not isinstance(node, Tag):
        return escape(str(node), quote=False)
    if node.name == "br":
        return " "
    inner = "".join(_inline(child) for child in node.children)
    mark = _MARKS.get(node.name)
    if not mark or not inner.strip():
        return inner
    href = f' href="{escape(str(node["href"]))}"' if mark == "a" and node.get("href") else ""
    if mark == "a" and not href:
        return inner
    return f"<{mark}{href}>{inner}</{mark}>"


def _bare(html: str) -> str:
    return _SPACES.sub(" ", BeautifulSoup(html, "html.parser").get_text()).strip()
