"""In one or two sentences, what is on the page?"""

import re
from textwrap import shorten

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

from pages.models import BasePage

_ENDS = re.compile(r"</(?:p|li|h[1-6]|div)>|<br */?>")
LONGEST = 200
# The fields that say it best, first the ones written for the purpose.
FIELDS = ("search_description", "summary", "abstract", "subject", "text", "theme")


def description_of(page: BasePage) -> str:
    """What the editor wrote for search engines, else the summary, else the beginning of the text."""
    written = (getattr(page, field, "") for field in FIELDS)
    return shortened(next((text for text in written if text), "") or first_paragraph(getattr(page, "body", None)))


def shortened(text: str) -> str:
    return shorten(text, width=LONGEST, placeholder="…")


def first_paragraph(body: StreamValue | None) -> str:
    if not body:
        return ""
    found = next((block.value for block in body if block.block_type == "paragraph"), None)
    return plain(found.source) if found else ""


def plain(html: str) -> str:
    """The words of a rich text; what ends a paragraph, an item or a line parts words, as a space does."""
    return " ".join(strip_tags(_ENDS.sub(" ", html)).split())
