"""What is kept of foreign markup? The few marks that a clause may carry, and nothing of Word or of a browser."""

import nh3

_BLOCKS = {
    "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
_MARKS = {"a", "b", "br", "em", "i", "strong", "sup"}
_NEVER_TEXT = {"script", "style", "title", "noscript", "template", "head"}
_SCHEMES = {"http", "https", "mailto"}


def clean(html: str) -> str:
    """`html` with its blocks and marks only, no attribute but those of links and numbered lists."""
    return nh3.clean(
        html,
        tags=_BLOCKS | _MARKS,
        clean_content_tags=_NEVER_TEXT,
        attributes={"a": {"href"}, "ol": {"start", "type"}, "li": {"value"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
