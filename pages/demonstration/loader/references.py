"""What do the files refer to, before it has a number in the database?"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.db.models import Model
from wagtail.models import Page

_PAGE_LINK = re.compile(r'linktype="page" id="page:([^"]*)"')


class PageReference(NamedTuple):
    """A page of a model, named by its address below the home page."""

    name: str
    model: type[Model] = Page


class RecordReference(NamedTuple):
    """A person, an organisation or a topic, named by its slug."""

    name: str
    model: type[Model]


Reference = PageReference | RecordReference


def references_in(value: Any) -> Iterator[Reference]:
    """All that `value` refers to, at any depth."""
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from references_in(inner)
    elif isinstance(value, str):
        yield from (PageReference(address) for address in _PAGE_LINK.findall(value))


def resolved(value: Any, number: Callable[[Reference], int | None]) -> Any:
    """`value` with the primary keys that `number` knows in the place of references."""
    if isinstance(value, Reference):
        return number(value)
    if isinstance(value, dict):
        return {key: resolved(inner, number) for key, inner in value.items()}
    if isinstance(value, list):
        return [resolved(inner, number) for inner in value]
    if isinstance(value, str) and "page:" in value:
        return _PAGE_LINK.sub(lambda link: f'linktype="page" id="{number(PageReference(link[1]))}"', value)
    return value
