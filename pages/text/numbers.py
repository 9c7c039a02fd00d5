"""How are numbers and lists of things written in each language?"""

from collections.abc import Iterable

from babel.lists import format_list
from babel.numbers import format_decimal
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from pages.text.locales import cldr


def number(value: int, language: str) -> str:
    """Grouped as the language does: `1 200` with a narrow space in French."""
    return format_decimal(value, locale=cldr(language))


def joined(items: Iterable[object], language: str) -> SafeString:
    """`A, B et C`, with the separators of the language; items that are no safe HTML are escaped."""
    escaped = [conditional_escape(str(item) if not hasattr(item, "__html__") else item) for item in items]
    return mark_safe(format_list(escaped, locale=cldr(language)))  # noqa: S308
