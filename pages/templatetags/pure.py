"""Parts of a page that depend on nothing but the values they are given: made once for the same values.

`{% pure "components/breadcrumb.html" crumbs=crumbs %}` sees those values and the language being spoken, never the rest
of the context. Values are compared whole (frozen rows, plain texts, tuples), so nothing stale is ever shown; a value
marked as safe must not stand beside plain ones, since the two compare as equal.
"""

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template.loader import get_template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

from pages.languages import current
from pages.queries.rows import Row

register = template.Library()
# Some 1 kB each for rows; the clauses of a long text take 40 kB.
MOST_KEPT = 512


@register.simple_tag
def pure(name: str, **values: Hashable) -> SafeString:
    return _made_once(name, current(), get_script_prefix(), tuple(values.items()))


@register.simple_tag
def row(work: Row, level: int | str = 3) -> SafeString:
    """One work in a list. A photograph is looked up each time: it can change and keep its key."""
    make = _made if work.listing_image else _made_once
    values = (("work", work), ("level", level or 3))
    return make("components/row.html", current(), get_script_prefix(), values)


def _made(name: str, language: str, prefix: str, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return get_template(name).template.render(template.Context(dict(values)))


_made_once = lru_cache(maxsize=MOST_KEPT)(_made)
