"""Does this entry answer this question, and how well? Asked where no index is: of entries written only just now.

Every token is worth its weight, as among the entries that are not open to everybody.
"""

from collections.abc import Iterable
from functools import cached_property

from search.engines.base import Best, Between, Every, Filter, Hit, OneOf, Phrase, Question, Some, Term, Wanted
from search.entries import YEAR, Entry

# Scores that differ by less are the same: the order of summing leaves as much.
DIGITS = 5


class Words:
    """The tokens of an entry, each field split when it is first asked for."""

    def __init__(self, tokens: dict[str, str]) -> None:
        self._tokens = tokens
        self._split: dict[str, frozenset[str]] = {}

    def has(self, leaf: Term | Phrase) -> bool:
        if isinstance(leaf, Phrase):
            return f" {' '.join(leaf.tokens)} " in f" {self._tokens.get(leaf.field, '')} "
        if leaf.field not in self._split:
            self._split[leaf.field] = frozenset(self._tokens.get(leaf.field, "").split(" "))
        return leaf.token in self._split[leaf.field]


class Evaluator:
    """One question, asked of many entries."""

    def __init__(self, question: Question) -> None:
        self.question = question

    @cached_property
    def _most(self) -> float:
        return (most(self.question.wanted) if self.question.wanted else 0) or 1.0

    def hit(self, entry: Entry) -> Hit | None:
        """None for what does not answer. What is found whatever its words has none of the score of words."""
        if not self.passes(entry):
            return None
        words = Words(entry.tokens)
        if any(score(unwanted, words) is not None for unwanted in self.question.without):
            return None
        if self.question.wanted is None:
            return Hit(entry.key, 0.0)
        found = score(self.question.wanted, words)
        if found is None:
            return Hit(entry.key, 0.0) if entry.key in self.question.also else None
        return Hit(entry.key, round(found / self._most, DIGITS))

    def passes(self, entry: Entry) -> bool:
        """Whether the reader may find the entry and no filter keeps it away."""
        question = self.question
        return (
            entry.tier in question.tiers
            and not question.classes.isdisjoint(entry.classes)
            and entry.key not in question.excluded
            and all(is_kept(entry, each) for each in question.filters)
        )


def is_kept(entry: Entry, by: Filter) -> bool:
    if isinstance(by, OneOf):
        return not set(by.values).isdisjoint(values_of(entry, by.field))
    numbers = entry.years if by.field == YEAR else (entry.day,)
    return any(number is not None and _is_between(number, by) for number in numbers)


def values_of(entry: Entry, field: str) -> Iterable[str]:
    return map(str, entry.years) if field == YEAR else entry.values.get(field, ())


def _is_between(number: int, span: Between) -> bool:
    return (span.low is None or number >= span.low) and (span.high is None or number <= span.high)


def score(wanted: Wanted, words: Words) -> float | None:
    """None when it is not there."""
    match wanted:
        case Term() | Phrase():
            return wanted.weight if words.has(wanted) else None
        case Some(parts, at_least):
            found = _found(parts, words)
            return sum(found) if len(found) >= at_least else None
        case Best(parts, tie):
            found = _found(parts, words)
            return _best(found, tie) if found else None
        case Every(parts, bonus):
            found = _found(parts, words)
            return sum(found) + sum(_found(bonus, words)) if len(found) == len(parts) else None


def most(wanted: Wanted) -> float:
    """The score of an entry that has all of it."""
    match wanted:
        case Term() | Phrase():
            return wanted.weight
        case Some(parts):
            return sum(map(most, parts))
        case Best(parts, tie):
            return _best([most(part) for part in parts], tie)
        case Every(parts, bonus):
            return sum(map(most, (*parts, *bonus)))


def _found(parts: tuple[Wanted, ...], words: Words) -> list[float]:
    return [found for part in parts if (found := score(part, words)) is not None]


def _best(scores: list[float], tie: float) -> float:
    best = max(scores)
    return best + tie * (sum(scores) - best)
