"""Has every clause an address, is every label and address used once, and has no published address changed?"""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.clauses.labels import core

Path = tuple[int | str, ...]
_LISTS = ("subparagraphs", "items")
_HEX = re.compile(r"^[0-9a-f]{32}$")


@dataclass(frozen=True)
class Place:
    """A clause where it stands in a value: `(3, "subparagraphs", 0)`, its block's id, its fields, its scope.

    Labels are unique within a scope: a paragraph's sub-paragraphs, or what stands under one heading.
    """

    path: Path
    id: str | None
    fields: Any
    scope: Path


def places(value: Iterable[Any]) -> Iterator[Place]:
    """Every clause of a stream value, nested ones included."""
    heading: Path = ()
    annex: Path = ()
    for index, block in enumerate(value):
        is_heading = block.block_type == "heading"
        scope = (*annex, *_sort_of_heading(block.value)) if is_heading else heading
        yield Place((index,), block.id, block.value, ("annex",) if block.block_type == "annex" else scope)
        if block.block_type == "annex":
            heading = annex = (index,)
        elif is_heading:
            heading = (index,)
        yield from _nested((index,), block.value)


def _sort_of_heading(fields: Any) -> Path:
    """Its first word: "Chapter 1" and "Article 1" may stand in one text."""
    return ("heading", *(fields.get("text") or "").casefold().split()[:1])


def _nested(path: Path, fields: Any) -> Iterator[Place]:
    for name in _LISTS:
        for index, child in enumerate(fields[name].bound_blocks if name in fields else ()):
            inner = (*path, name, index)
            yield Place(inner, child.id, child.value, (*path, name))
            yield from _nested(inner, child.value)


def fill_addresses(value: Iterable[Any]) -> None:
    """Give each clause without an address one that follows from its block's id: saving again gives the same."""
    found = list(places(value))
    taken = {place.fields.get("anchor") for place in found}
    for place in found:
        if place.fields.get("anchor"):
            continue
        digits = (place.id or "").replace("-", "").lower()
        if not _HEX.match(digits):
            digits = secrets.token_hex(16)
        anchor = next(name for length in range(6, 33) if (name := f"c-{digits[:length]}") not in taken)
        taken.add(anchor)
        place.fields["anchor"] = anchor


def duplicate_errors(value: Iterable[Any]) -> dict[int, ValidationError]:
    """Errors by block for labels and addresses used before, each at the very field; empty when there are none."""
    errors: dict[Path, str] = {}
    anchors: set[str] = set()
    labels: set[tuple[Path, str]] = set()
    for place in places(value):
        anchor = place.fields.get("anchor") or ""
        if anchor and anchor in anchors:
            errors[(*place.path, "anchor")] = _("“%s” is the address of another clause already.") % anchor
        anchors.add(anchor)
        label = core(place.fields.get("label") or "")
        if label and (place.scope, label) in labels:
            errors[(*place.path, "label")] = _("“%s” is the label of another clause beside this one.") % label
        labels.add((place.scope, label))
    return nested_errors(errors)


def changed_address_errors(published: Iterable[Any], edited: Iterable[Any]) -> dict[int, ValidationError]:
    """Errors by block for clauses whose published address is another now.

    A clause is the same while its block is; one that was removed, address and all, is no error.
    """
    known = {place.id: place.fields.get("anchor") for place in places(published) if place.id}
    message = _("Readers know this clause under the address “%s”. Put it back: addresses last.")
    return nested_errors(
        {
            (*place.path, "anchor"): message % was
            for place in places(edited)
            if place.id and (was := known.get(place.id)) and place.fields.get("anchor") != was
        }
    )


def nested_errors(errors: dict[Path, str]) -> dict[int, ValidationError]:
    """Messages by path as the errors that blocks show: a stream's by index, a struct's by field, a list's by index."""
    return _branch(errors, lambda rest: StructBlockValidationError(block_errors=_fields(rest)))


def _branch(errors: dict[Path, Any], build: Callable[[dict[Path, Any]], ValidationError]) -> dict[Any, Any]:
    grouped: dict[Any, dict[Path, Any]] = {}
    for path, message in errors.items():
        grouped.setdefault(path[0], {})[path[1:]] = message
    return {key: build(rest) for key, rest in grouped.items()}


def _fields(errors: dict[Path, str]) -> dict[str, ValidationError]:
    plain = {path[0]: ValidationError(message) for path, message in errors.items() if len(path) == 1}
    deep = {path: message for path, message in errors.items() if len(path) > 1}
    return {**plain, **_branch(deep, lambda rest: ListBlockValidationError(block_errors=nested_errors(rest)))}
