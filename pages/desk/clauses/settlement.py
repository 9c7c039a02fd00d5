"""What did the editor tick in the preview, and what is shown there?"""

from collections.abc import Mapping
from dataclasses import dataclass

from pages.clauses.labels import core
from pages.clauses.parts import Part
from pages.clauses.settling import Rule

Texts = Mapping[str, list[Part]]
_MOST_GAPS = 9
_LONGEST_LABEL = 10


@dataclass(frozen=True)
class Cell:
    """One part as it would be saved, `read` being the parts of the source that it was made of."""

    language: str
    part: Part
    read: list[Part]
    gaps: int
    is_first: bool

    @property
    def key(self) -> str:
        """The ending of the names of its controls."""
        return f"{self.language}-{self.read[0].anchor}"

    @property
    def joined(self) -> list[tuple[str, str]]:
        """The parts joined to the first, as (key, beginning of the text)."""
        return [(f"{self.language}-{part.anchor}", part.text[:60]) for part in self.read[1:]]


@dataclass(frozen=True)
class Line:
    """The cells of one address in the order of the languages, None where one has nothing."""

    anchor: str
    cells: list[Cell | None]

    @property
    def is_complete(self) -> bool:
        return None not in self.cells


def rule_from(data: Mapping[str, str], texts: Texts) -> Rule:
    """The editor's decisions; those about parts that are no longer in the texts are forgotten."""
    return Rule(
        join={language: _joins(data, language, parts) for language, parts in texts.items()},
        absent_before={
            language: [
                part.anchor for part in parts for _ in range(_gaps(data.get(f"gap-{language}-{part.anchor}", "")))
            ]
            for language, parts in texts.items()
        },
        relabel={language: _labels(data, language, parts) for language, parts in texts.items()},
    )


def _joins(data: Mapping[str, str], language: str, parts: list[Part]) -> list[list[str]]:
    runs: list[list[str]] = []
    for index, part in enumerate(parts):
        if index and f"join-{language}-{part.anchor}" in data:
            runs[-1].append(part.anchor)
        else:
            runs.append([part.anchor])
    return [run for run in runs if len(run) > 1]


def _gaps(value: str) -> int:
    return min(int(value), _MOST_GAPS) if value.isdecimal() else 0


def _labels(data: Mapping[str, str], language: str, parts: list[Part]) -> dict[str, str]:
    typed = {part.anchor: data.get(f"label-{language}-{part.anchor}") for part in parts}
    return {
        part.anchor: label.strip()[:_LONGEST_LABEL]
        for part in parts
        if (label := typed[part.anchor]) is not None and core(label) != core(part.label)
    }


def lines(read: Texts, settled: Texts, rule: Rule) -> list[Line]:
    """The preview: every address with each language's part beside the others."""
    cells = {language: _cells(language, read[language], settled[language], rule) for language in read}
    order: list[str] = []
    for parts in settled.values():
        place = 0
        for part in parts:
            if part.anchor in order:
                place = order.index(part.anchor) + 1
            else:
                order.insert(place, part.anchor)
                place += 1
    return [Line(anchor, [found.get(anchor) for found in cells.values()]) for anchor in order]


def _cells(language: str, read: list[Part], settled: list[Part], rule: Rule) -> dict[str, Cell]:
    joined = {anchor for run in rule.join.get(language, []) for anchor in run[1:]}
    groups: list[list[Part]] = []
    for part in read:
        if part.anchor in joined:
            groups[-1].append(part)
        else:
            groups.append([part])
    gaps = rule.absent_before.get(language, [])
    return {
        part.anchor: Cell(language, part, group, gaps.count(group[0].anchor), index == 0)
        for index, (part, group) in enumerate(zip(settled, groups, strict=True))
    }
