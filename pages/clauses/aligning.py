"""Which clauses of a text's languages stand side by side?"""

from collections.abc import Mapping
from dataclasses import dataclass

from pages.clauses.flat import Clause
from pages.clauses.parts import PartKind


@dataclass(frozen=True)
class Cell:
    """What one language has at a row; `clause` is None where it has nothing."""

    language: str
    clause: Clause | None


@dataclass(frozen=True)
class Row:
    """One address in every language, shown with the first language's number that has it."""

    anchor: str
    kind: PartKind
    label: str
    number: str
    depth: int
    cells: tuple[Cell, ...]

    @property
    def is_heading(self) -> bool:
        return self.kind in {PartKind.TITLE, PartKind.HEADING, PartKind.ANNEX}

    @property
    def is_complete(self) -> bool:
        return all(cell.clause for cell in self.cells)


def align(texts: Mapping[str, list[Clause]]) -> list[Row]:
    """The clauses of all languages by address, in the first language's order.

    What the first lacks follows the clause that it follows in its own language.
    """
    by_anchor = {language: {clause.anchor: clause for clause in clauses} for language, clauses in texts.items()}
    return [_row(anchor, by_anchor) for anchor in _merged(texts)]


def _merged(texts: Mapping[str, list[Clause]]) -> list[str]:
    order: list[str] = []
    for clauses in texts.values():
        known = set(order)
        place = 0
        for clause in clauses:
            if clause.anchor in known:
                place = order.index(clause.anchor) + 1
            else:
                order.insert(place, clause.anchor)
                known.add(clause.anchor)
                place += 1
    return order


def _row(anchor: str, by_anchor: Mapping[str, Mapping[str, Clause]]) -> Row:
    cells = tuple(Cell(language, clauses.get(anchor)) for language, clauses in by_anchor.items())
    first = next(cell.clause for cell in cells if cell.clause)
    return Row(anchor, first.kind, first.label, first.number, first.depth, cells)
