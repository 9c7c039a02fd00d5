"""What do the lists inside a page say: roles, figures, delegations, references?"""

from collections.abc import Iterator
from typing import Any

from django.db.models import ForeignKey, Model

from pages.demonstration.loader.checks import report_row
from pages.demonstration.loader.markdown import block, to_paragraph
from pages.demonstration.loader.model_fields import fields_of_row
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.values import said, scalar

Row = dict[str, Any]


def read_rows(model: type[Model], rows: Any, language: str, place: Place) -> Iterator[Row]:
    """The values of each row, by field."""
    fields = fields_of_row(model)
    for where, given in _listed(rows, place):
        row = given if isinstance(given, dict) else _single(model, given)
        where.report_unknown(row, fields)
        values = {
            name: scalar(field, *said(row.get(name), language, where.at(name))) for name, field in fields.items()
        }
        report_row(model, values, where)
        yield values


def read_references(rows: Any, language: str, name: str, place: Place) -> Iterator[Row]:
    """The blocks of a paper's references."""
    for number, (where, row) in enumerate(_listed(rows, place), start=1):
        text, at = said(row, language, where)
        if text:
            value = {"text": to_paragraph(str(text), place=at), "language": ""}
            yield block("reference", value, f"{name}/{number}")


def _listed(rows: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    if rows is not None and not isinstance(rows, list):
        place.report("A list is expected.")
        return
    for number, row in enumerate(rows or [], start=1):
        yield place.at(number), row


def _single(model: type[Model], value: Any) -> Row:
    """A row that is written as its one reference."""
    name = next(field.name for field in fields_of_row(model).values() if isinstance(field, ForeignKey))
    return {name: value}
