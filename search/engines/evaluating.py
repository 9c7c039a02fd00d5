"""Does this entry answer this question, and how well? Asked where no index is: of entries written only just now.

Every token is worth its weight, as among the entries that are not open to everybody.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from search.engines.base import (
    SATURATION,
    Best,
    Between,
    Every,
    Filter,
    Hit,
    OneOf,
    Phrase,
    Question,
    Some,
    Term,
    Wanted,
    Without,
)
from search.entries import DECADE, YEAR, Entry

# Scores that differ by less are the same: the order of summing leaves as much.
DIGITS = 5

Leaf = Term | Phrase
# What each token or phrase is worth in an entry that has it; those that it lacks are missing.
Worths = Mapping[Leaf, float]


class Words:
    """The tokens of an entry, each field split when it is first asked for."""

    def __init__(self, tokens: dict[str, str]) -> None:
        self._tokens = tokens
        self._counted: dict[str, Counter[str]] = {}

    def length(self, field: str) -> int:
        """How many tokens there are in a field."""
        text = self._tokens.get(field, "")
        return text.count(" ") + 1 if text else 0

    def times(self, leaf: Leaf) -> int:
        """How often it is there."""
        counted = self._in_field(leaf.field)
        if isinstance(leaf, Term):
            return counted[leaf.token]
        if not all(token in counted for token in leaf.tokens):
            return 0
        return f" {self._tokens[leaf.field]} ".replace(" ", "  ").count(f" {'  '.join(leaf.tokens)} ")

    def _in_field(self, field: str) -> Counter[str]:
        if field not in self._counted:
            self._counted[field] = Counter(self._tokens.get(field, "").split())
        return self._counted[field]


class Evaluator:
    """One question, asked of many entries."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.leaves = frozenset(leaves_of(question.wanted)) if question.wanted else frozenset()
        self._unwanted = [(unwanted, frozenset(leaves_of(unwanted))) for unwanted in question.without]

    @cached_property
    def _most(self) -> float:
        return most(self.question.wanted, of_weight) if self.question.wanted else 0.0

    def hit(self, entry: Entry, words: Words | None = None) -> Hit | None:
        """None for what does not answer. What is found whatever its words has none of the score of words."""
        if not self.passes(entry):
            return None
        words = words or Words(entry.tokens)
        if any(score(unwanted, _weights(leaves, words)) is not None for unwanted, leaves in self._unwanted):
            return None
        if self.question.wanted is None:
            return Hit(entry.key, 0.0)
        found = score(self.question.wanted, _weights(self.leaves, words))
        if found is None:
            return Hit(entry.key, 0.0) if entry.key in self.question.also else None
        return Hit(entry.key, share(found, self._most))

    def passes(self, entry: Entry) -> bool:
        """Whether the reader may find the entry and no filter keeps it away."""
        question = self.question
        return (
            entry.tier in question.tiers
            and not question.classes.isdisjoint(entry.classes)
            and entry.key not in question.excluded
            and all(is_kept(entry, each) for each in question.filters)
        )


def share(score: float, best: float) -> float:
    return round(min(max(score / best, 0.0), 1.0), DIGITS) if best else 0.0


def _weights(leaves: Iterable[Leaf], words: Words) -> Worths:
    return {leaf: leaf.weight for leaf in leaves if words.times(leaf)}


def of_weight(leaf: Leaf) -> float:
    """What a leaf is worth at most where words are not counted."""
    return leaf.weight * SATURATION


def is_kept(entry: Entry, by: Filter) -> bool:
    if isinstance(by, OneOf):
        return not set(by.values).isdisjoint(values_of(entry, by.field))
    numbers = entry.years if by.field == YEAR else (entry.day,)
    return any(number is not None and _is_between(number, by) for number in numbers)


def values_of(entry: Entry, field: str) -> Iterable[str]:
    if field == DECADE:
        return entry.decades
    return map(str, entry.years) if field == YEAR else entry.values.get(field, ())


def _is_between(number: int, span: Between) -> bool:
    return (span.low is None or number >= span.low) and (span.high is None or number <= span.high)


def leaves_of(wanted: Wanted) -> Iterator[Leaf]:
    match wanted:
        case Term() | Phrase():
            yield wanted
        case Some(parts) | Best(parts):
            for part in parts:
                yield from leaves_of(part)
        case Every(parts, bonus):
            for part in (*parts, *bonus):
                yield from leaves_of(part)
        case Without(part):
            yield from leaves_of(part)


def tokens_of(leaf: Leaf) -> tuple[str, ...]:
    return leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,)


def score(wanted: Wanted, worths: Worths) -> float | None:
    """None when it is not there."""
    match wanted:
        case Term() | Phrase():
            return worths.get(wanted)
        case Some(parts, at_least):
            found = _found(parts, worths)
            return sum(found) if len(found) >= at_least else None
        case Best(parts, tie):
            found = _found(parts, worths)
            return _best(found, tie) if found else None
        case Every(parts, bonus):
            found = _found(parts, worths)
            return sum(found) + sum(_found(bonus, worths)) if len(found) == len(parts) else None
        case Without(part):
            return 0.0 if score(part, worths) is None else None


def most(wanted: Wanted, worth: Callable[[Leaf], float]) -> float:
    """The score of an entry that has all of it."""
    match wanted:
        case Term() | Phrase():
            return worth(wanted)
        case Some(parts):
            return sum(most(part, worth) for part in parts)
        case Best(parts, tie):
            return _best([most(part, worth) for part in parts], tie)
        case Every(parts, bonus):
            return sum(most(part, worth) for part in (*parts, *bonus))
        case Without():
            return 0.0


def _found(parts: tuple[Wanted, ...], worths: Worths) -> list[float]:
    return [found for part in parts if (found := score(part, worths)) is not None]


def _best(scores: list[float], tie: float) -> float:
    best = max(scores, default=0.0)
    return best + tie * (sum(scores) - best)
