"""How are the blocks of a text set, and where do the links in it lead?"""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from pages.languages import current
from pages.rich_text import in_readers_language
from pages.text.typography import typography

register = template.Library()


@register.simple_tag(takes_context=True)
def body_block(context: template.Context, block: StreamValue.StreamChild, level: int | str = "") -> SafeString:
    """One block by its template; `level` is that of a section's heading, when the page has taken some already."""
    return block.render_as_block({**context.flatten(), "section_level": int(level or 2)})


@register.filter
def rich_text(value: RichText) -> SafeString:
    """Rich text with its links leading to the reader's language, and the spaces of it."""
    source = getattr(value, "source", value) or ""
    return mark_safe(typography(in_readers_language(source, current()), current()))  # noqa: S308


@register.simple_tag(takes_context=True)
def heading_level(context: template.Context, level: str) -> int:
    """A heading's level on this page: the block says whether it is a section or a sub-section."""
    return context.get("section_level", 2) + int(level) - 2
