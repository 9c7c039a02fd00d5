"""How is a passage set in its own language, with what was looked for marked in it?"""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from pages.languages import current, direction
from pages.text.typography import typography
from search.shown import Result, Segment

register = template.Library()


@register.simple_tag
def passage(segments: Iterable[Segment], language: str) -> SafeString:
    """Marks its language when that is not the reader's."""
    html = "".join(
        format_html("<mark>{}</mark>", text) if is_marked else conditional_escape(text) for text, is_marked in segments
    )
    spaced = mark_safe(typography(html, language))  # noqa: S308  (escaped above)
    if language == current():
        return spaced
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), spaced)


@register.simple_tag
def place_of(result: Result) -> SafeString:
    """What is said of a passage; the number of its clause is in the order of Latin letters: 2(a)."""
    before, number, after = result.note.rpartition(result.number) if result.number else (result.note, "", "")
    code = format_html('<bdi dir="ltr">{}</bdi>', number) if number else ""
    return format_html("{}{}{}", typography(before, current()), code, typography(after, current()))
