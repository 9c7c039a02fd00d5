"""How is a clause set in its own language?"""

from django import template
from django.utils.safestring import SafeString, mark_safe

from pages.clauses.flat import Clause
from pages.text.typography import typography

register = template.Library()


@register.filter
def set_in(clause: Clause, language: str) -> SafeString:
    """The clause's text, cleaned when it was typed or imported, with the spaces of its language."""
    return mark_safe(typography(clause.html, language))  # noqa: S308


@register.filter
def in_spacing_of(text: str, language: str) -> str:
    """Plain text with the spaces of `language`; the template escapes it."""
    return typography(text, language)
