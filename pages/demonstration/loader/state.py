"""What shall a page hold in one language? Its fields and rows as the files say, before anything is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Field, ForeignKey, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.clauses.parts import Part, PartKind
from pages.clauses.stream import to_stream
from pages.demonstration.loader.checks import report_blocks, report_dates, report_row
from pages.demonstration.loader.clauses import imported, written
from pages.demonstration.loader.markdown import block, to_blocks, to_paragraph
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.values import in_language, scalar
from pages.demonstration.loader.works import Work
from pages.models import BasePage, DatedMixin, DeclarationPage, HomePage

Row = dict[str, Any]

_OF_EVERY_PAGE = ("title", "seo_title", "search_description", "show_in_menus")
# Set by the rules of translation and by the order of the rows.
_KEPT_BY_THE_MODEL = {"id", "sort_order", "translation_key", "locale"}


@dataclass
class State:
    """A page in one language: its fields, and the rows of its relations."""

    fields: Row = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)


def fields_of(model: type[BasePage]) -> dict[str, Field]:
    """The fields of a page that the files govern, by name."""
    own = [field for field in model._meta.concrete_fields if field.model is not Page and not field.primary_key]
    return {field.name: field for field in [*map(Page._meta.get_field, _OF_EVERY_PAGE), *own]}


def relations_of(model: type[BasePage]) -> dict[str, type[Model]]:
    """The relations whose rows the files govern, by name."""
    relations = {relation.name: relation.related_model for relation in get_all_child_relations(model)}
    return {name: rows for name, rows in relations.items() if rows._meta.app_label == "pages"}


def row_fields(model: type[Model]) -> dict[str, Field]:
    return {
        field.name: field
        for field in model._meta.concrete_fields
        if field.name not in _KEPT_BY_THE_MODEL and not isinstance(field, ParentalKey)
    }


class Reader:
    """Reads works into states; texts in files of their own are read once for all languages."""

    def __init__(self, folder: Path, works: Mapping[str, Work]) -> None:
        self.folder = folder
        self.works = works
        self._texts: dict[str, dict[str, list[Part]]] = {}

    def state(self, work: Work, language: str) -> State:
        fields, relations = fields_of(work.model), relations_of(work.model)
        data = self._renamed(work)
        for unknown in set(data) - set(fields) - set(relations):
            work.place.at(unknown).report("This key is not known here.")
        state = State()
        for name, field_ in fields.items():
            state.fields[name] = self._field(work, field_, data.get(name), language)
        for name, model in relations.items():
            state.rows[name] = list(_rows(model, data.get(name), language, work.place.at(name)))
        if issubclass(work.model, DatedMixin):
            report_dates(work.model, state.fields, work.place)
        return state

    def _renamed(self, work: Work) -> Row:
        """The keys that are named otherwise than the model's: topics, and the files of a declaration's text."""
        data = dict(work.data)
        if "topics" in data:
            data["topic_links"] = [{"tag": slug} for slug in data.pop("topics") or []]
        if work.model is DeclarationPage and "text" in data:
            data.pop("text")
        return data

    def _field(self, work: Work, field_: Field, value: Any, language: str) -> Any:
        place = work.place.at(field_.name)
        if isinstance(field_, StreamField):
            blocks = self._blocks(work, field_.name, value, language, place)
            report_blocks(field_, blocks, place)
            return blocks
        if work.model is HomePage and field_.name == "featured_clause":
            return self._address_of_clause(work, value, language, place)
        return scalar(field_, in_language(value, language, place), place)

    def _blocks(self, work: Work, name: str, value: Any, language: str, place: Place) -> list[Row]:
        if name == "clauses":
            return to_stream(self.parts(work, language))
        if name == "references":
            return list(_references(work, value, language, place))
        text = in_language(value, language, place)
        return to_blocks(str(text), name=f"{work.address}/{name}", place=place) if text else []

    def parts(self, work: Work, language: str) -> list[Part]:
        """The clauses of a declaration."""
        if "text" not in work.data:
            return written(work.data.get("clauses"), language, work.place.at("clauses"))
        if work.address not in self._texts:
            self._texts[work.address] = imported(work.data["text"], self.folder, work.place.at("text"))
        return self._texts[work.address].get(language, [])

    def _address_of_clause(self, work: Work, label: Any, language: str, place: Place) -> str:
        """Of the paragraph that carries the label, or the first one below the heading that does."""
        if not label:
            return ""
        declaration = self.works.get(str(work.data.get("featured_declaration")))
        is_found = False
        for part in self.parts(declaration, language) if declaration else []:
            is_found = is_found or part.label == str(label)
            if is_found and part.kind != PartKind.HEADING:
                return part.anchor
        place.report(f"The featured declaration has no clause “{label}”.")
        return ""


def _references(work: Work, rows: Any, language: str, place: Place) -> Iterator[Row]:
    for index, row in enumerate(rows or []):
        where = place.at(index + 1)
        if text := in_language(row, language, where):
            value = {"text": to_paragraph(str(text), place=where), "language": ""}
            yield block("reference", value, f"{work.address}/references/{index + 1}")


def _rows(model: type[Model], rows: Any, language: str, place: Place) -> Iterator[Row]:
    fields = row_fields(model)
    if rows is not None and not isinstance(rows, list):
        place.report("A list is expected.")
        return
    for index, given in enumerate(rows or []):
        where = place.at(index + 1)
        row = given if isinstance(given, dict) else _single(model, given)
        for unknown in set(row) - set(fields):
            where.at(unknown).report("This key is not known here.")
        values = {
            name: scalar(field_, in_language(row.get(name), language, where.at(name)), where.at(name))
            for name, field_ in fields.items()
        }
        report_row(model, values, where)
        yield values


def _single(model: type[Model], value: Any) -> Row:
    """A row that is written as its one reference."""
    name = next(field.name for field in row_fields(model).values() if isinstance(field, ForeignKey))
    return {name: value}
