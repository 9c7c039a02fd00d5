"""How are facts written into a page for machines? As JSON-LD in a block of data, which no browser runs."""

import json

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

CONTEXT = {"@vocab": "https://schema.org/"}
# As `json_script` does: nothing in a title can end the block or open another element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def json_ld(facts: list[dict[str, object]]) -> SafeString:
    """One block for all facts of the page; the context names the vocabulary, so that nothing need be fetched."""
    if not facts:
        return SafeString()
    document = {"@context": CONTEXT, "@graph": [known(fact) for fact in facts]}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


def known(value: object) -> object:
    """`value` without what is empty, at every depth: what is not known is not stated."""
    if isinstance(value, dict):
        kept = {key: known(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in ("", None, [], {})}
    if isinstance(value, list):
        return [inner for inner in map(known, value) if inner not in ("", None, [], {})]
    return value if isinstance(value, (int, float)) or value is None else str(value)
