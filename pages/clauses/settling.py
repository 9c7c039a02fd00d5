"""Where do the languages of a text differ, and what was decided about it?

A Rule is what an editor ticked in the preview, or what a file says. It names parts by the address they were first
read with, so that its decisions don't depend on each other's order.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pages.clauses.parts import Part, addressed


@dataclass(frozen=True)
class Rule:
    """`join`: per language, runs of parts that are one. `absent_before`: before which parts one of the other
    languages' parts is missing, once for each that is. `relabel`: labels put right.
    """

    join: Mapping[str, list[list[str]]] = field(default_factory=dict)
    absent_before: Mapping[str, list[str]] = field(default_factory=dict)
    relabel: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping] | None) -> "Rule":
        """From the mapping of a YAML file; raises ValueError for an entry that it doesn't know."""
        given = dict(data or {})
        if unknown := set(given) - {"join", "absent_before", "relabel"}:
            raise ValueError(f"unknown rule: {', '.join(sorted(unknown))}")
        return cls(**given)


class DifferenceKind(StrEnum):
    ABSENT = "absent"
    LABEL = "label"


@dataclass(frozen=True)
class Difference:
    """That the part at `anchor` is absent in `languages`, or carries another label there than in the first."""

    kind: DifferenceKind
    anchor: str
    languages: tuple[str, ...]


def settle(texts: Mapping[str, list[Part]], rule: Rule) -> dict[str, list[Part]]:
    """The texts with the rule carried out and addresses given anew. Raises ValueError when it names no such part."""
    return {language: _settled(parts, language, rule) for language, parts in texts.items()}


def _settled(parts: list[Part], language: str, rule: Rule) -> list[Part]:
    known = {part.anchor for part in parts}
    joins = {anchor: run[0] for run in rule.join.get(language, []) for anchor in run[1:]}
    gaps = rule.absent_before.get(language, [])
    labels = rule.relabel.get(language, {})
    if unknown := ({*joins, *joins.values(), *gaps, *labels} - known):
        raise ValueError(f"no such part in {language}: {', '.join(sorted(unknown))}")
    kept: list[Part] = []
    skipped: dict[int, int] = defaultdict(int)
    for part in parts:
        if part.anchor in joins and kept:
            kept[-1] = _joined(kept[-1], part)
            continue
        skipped[len(kept)] += gaps.count(part.anchor)
        kept.append(replace(part, label=labels.get(part.anchor, part.label)))
    return addressed(kept, skipped)


def _joined(first: Part, second: Part) -> Part:
    if first.html.startswith("<p>") or not first.html:
        added = second.html if second.html.startswith("<p>") else f"<p>{second.html}</p>"
        return replace(first, html=first.html + added)
    return replace(first, html=f"{first.html} {second.text}".strip())


def differences(texts: Mapping[str, list[Part]]) -> list[Difference]:
    """What is not the same in all languages, in the order of the texts; empty when they agree."""
    labels = {language: {part.anchor: part.code for part in parts} for language, parts in texts.items()}
    found: list[Difference] = []
    for anchor in dict.fromkeys(part.anchor for parts in texts.values() for part in parts):
        if absent := tuple(language for language in texts if anchor not in labels[language]):
            found.append(Difference(DifferenceKind.ABSENT, anchor, absent))
            continue
        first = next(iter(labels.values()))[anchor]
        if other := tuple(language for language in texts if labels[language][anchor] != first):
            found.append(Difference(DifferenceKind.LABEL, anchor, other))
    return found
