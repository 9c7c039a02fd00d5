"""What shall a page hold in one language? Its fields and rows as the files say, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Field
from wagtail.fields import StreamField

from pages.clauses.parts import Part, PartKind
from pages.clauses.stream import to_stream
from pages.demonstration.loader.access import KEY as ACCESS
from pages.demonstration.loader.checks import report_blocks, report_dates
from pages.demonstration.loader.clauses import imported, written
from pages.demonstration.loader.markdown import to_blocks
from pages.demonstration.loader.model_fields import KEYS, fields_of, relations_of
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.rows import Row, read_references, read_rows
from pages.demonstration.loader.values import said, scalar
from pages.demonstration.loader.works import Work
from pages.models import DatedMixin, DeclarationPage, HomePage


@dataclass
class State:
    """A page in one language: its fields, and the rows of its relations."""

    fields: Row = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)


class Reader:
    """Reads works into states; texts in files of their own are read once for all languages."""

    def __init__(self, folder: Path, works: Mapping[str, Work]) -> None:
        self.folder = folder
        self.works = works
        self._texts: dict[str, dict[str, list[Part]]] = {}

    def state(self, work: Work, language: str) -> State:
        fields, relations = fields_of(work.model), relations_of(work.model)
        known = {KEYS.get(name, name) for name in [*fields, *relations]}
        known |= {ACCESS} | ({"text"} if work.model is DeclarationPage else set())
        work.place.report_unknown(work.data, known)
        state = State()
        for name, field_ in fields.items():
            state.fields[name] = self._field(work, field_, work.data.get(name), language)
        for name, model in relations.items():
            key = KEYS.get(name, name)
            state.rows[name] = list(read_rows(model, work.data.get(key), language, work.place.at(key)))
        if issubclass(work.model, DatedMixin):
            report_dates(work.model, state.fields, work.place)
        return state

    def parts(self, work: Work, language: str) -> list[Part]:
        """The clauses of a declaration, which stand in its own file or in one for each language."""
        if "text" not in work.data:
            return written(work.data.get("clauses"), language, work.place.at("clauses"))
        if work.address not in self._texts:
            self._texts[work.address] = imported(work.data["text"], self.folder, work.place.at("text"))
        return self._texts[work.address].get(language, [])

    def _field(self, work: Work, field_: Field, value: Any, language: str) -> Any:
        place = work.place.at(field_.name)
        if isinstance(field_, StreamField):
            blocks = self._blocks(work, field_.name, value, language, place)
            report_blocks(field_, blocks, place)
            return blocks
        if work.model is HomePage and field_.name == "featured_clause":
            return self._address_of_clause(work, value, language, place)
        return scalar(field_, *said(value, language, place))

    def _blocks(self, work: Work, name: str, value: Any, language: str, place: Place) -> list[Row]:
        if name == "clauses":
            return to_stream(self.parts(work, language))
        if name == "references":
            return list(read_references(value, language, f"{work.address}/{name}", place))
        text, at = said(value, language, place)
        return to_blocks(str(text), name=f"{work.address}/{name}", place=at) if text else []

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
