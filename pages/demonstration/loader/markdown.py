"""How does a text written in CommonMark become blocks of a page?

Of CommonMark, paragraphs, headings of two levels, lists, quotations, emphasis and links are used; what a page has
no place for is reported. A link to `page:address` is kept as a reference to that page.
"""

from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import unquote
from uuid import NAMESPACE_URL, uuid5

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pages.demonstration.loader.problems import Place

Raw = dict[str, Any]

_TAGS = {"bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "em": "i", "strong": "b"}
_LEVELS = {"h2": "2", "h3": "3"}
_SCHEMES = ("http:", "https:", "mailto:")
_WORDS = {
    "image": "An image can't stand in a text.",
    "code_inline": "Code can't stand in a text.",
    "code_block": "Code can't stand in a text (is a line indented?).",
    "fence": "Code can't stand in a text.",
    "hr": "A rule can't stand in a text.",
}
_markdown = MarkdownIt("commonmark", {"html": False})


def to_blocks(text: str, *, name: str, place: Place) -> list[Raw]:
    """The raw body blocks of `text`; their ids follow from `name` and their place, in every language the same."""
    blocks: list[Raw] = []
    counts: dict[str, int] = {}
    for kind, tokens in _sections(_markdown.parse(text)):
        counts[kind] = counts.get(kind, 0) + 1
        blocks.append(block(kind, _value(kind, tokens, place), f"{name}/{kind}/{counts[kind]}"))
    return blocks


def block(kind: str, value: Any, name: str) -> Raw:
    """A block whose id follows from its name."""
    return {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, name))}


def to_paragraph(text: str, *, place: Place) -> str:
    """`text`, which is one paragraph, as rich text."""
    tokens = _markdown.parse(text)
    if [token.type for token in tokens] not in ([], ["paragraph_open", "inline", "paragraph_close"]):
        place.report("One paragraph is expected.")
    return _html(tokens, place)


def _sections(tokens: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Headings and quotations alone, what stands between them together."""
    run: list[Token] = []
    kind = ""
    for token in tokens:
        opens = {"heading_open": "heading", "blockquote_open": "quote"}.get(token.type) if token.level == 0 else None
        if opens:
            if run:
                yield "paragraph", run
            kind, run = opens, []
        run.append(token)
        if kind and token.level == 0 and token.type in {"heading_close", "blockquote_close"}:
            yield kind, run
            kind, run = "", []
    if run:
        yield "paragraph", run


def _value(kind: str, tokens: list[Token], place: Place) -> Any:
    if kind == "paragraph":
        return _html(tokens, place)
    texts = [_plain(token.children or []) for token in tokens if token.type == "inline"]
    if kind == "heading":
        if tokens[0].tag not in _LEVELS:
            place.report(f"Headings begin with ## or ###: “{texts[0]}”.")
        return {"text": texts[0], "level": _LEVELS.get(tokens[0].tag, "2")}
    source = texts.pop().lstrip("— ") if len(texts) > 1 and texts[-1].startswith("—") else ""
    return {"text": "\n".join(texts), "source": source}


def _plain(tokens: list[Token]) -> str:
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens)


def _html(tokens: list[Token], place: Place) -> str:
    return "".join(_tag(token, place) for token in tokens)


def _tag(token: Token, place: Place) -> str:
    name = token.type.removesuffix("_open").removesuffix("_close")
    match name:
        case "inline":
            return _html(token.children or [], place)
        case "text":
            return escape(token.content, quote=False)
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br/>"
        case "paragraph":
            is_in_list = token.level > 0
            return "" if is_in_list else f"<{'/' * (token.nesting < 0)}p>"
        case "link":
            return _link(token, place) if token.nesting > 0 else "</a>"
        case _ if name in _TAGS:
            return f"<{'/' * (token.nesting < 0)}{_TAGS[name]}>"
    if token.nesting >= 0:
        place.report(_WORDS.get(name, f"This can't stand in a text: {name}."))
    return ""


def _link(token: Token, place: Place) -> str:
    target = unquote(str(token.attrs["href"]))
    if target.startswith("page:"):
        return f'<a linktype="page" id="{escape(target)}">'
    if not target.startswith(_SCHEMES):
        place.report(f"A link leads to “page:…” or begins with https: “{target}”.")
    return f'<a href="{escape(target)}">'
