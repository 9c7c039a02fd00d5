"""Which entries may be found at all? The reader's classes first; then filters, and what is left out."""

from collections.abc import Iterable

import tantivy
from tantivy import FieldType, Occur, Query

from search.engines.base import Between, Filter, OneOf, Question
from search.engines.embedded.schema import CLASSES, KEY, WRITING, schema
from search.engines.embedded.wording import Wording
from search.entries import DAY, YEAR

NUMBERS = (YEAR, DAY)
# Up to so many values are looked up one by one.
FEW = 200
# Beyond any year and any day.
WHOLE = 2**31 - 1


def passing(question: Question, searcher: tantivy.Searcher) -> Query:
    """All of the question but its words. Nothing of it moves a score."""
    clauses = [(Occur.Must, _unscored(open_to(question.classes, searcher)))]
    clauses += [(Occur.Must, _unscored(_filtered(filter))) for filter in question.filters]
    wording = Wording(searcher)
    clauses += [(Occur.MustNot, wording.worth(wanted).query) for wanted in question.without]
    if question.excluded:
        clauses.append((Occur.MustNot, of_keys(question.excluded)))
    return Query.boolean_query(clauses)


def open_to(classes: frozenset[int], searcher: tantivy.Searcher) -> Query:
    """Most of a reader's classes stand in one of the tiers only, and cost nothing in the others."""
    return any_of(CLASSES, [number for number in classes if searcher.doc_freq(CLASSES, number)])


def of_keys(keys: Iterable[str]) -> Query:
    return any_of(KEY, keys)


def of_writings(numbers: Iterable[int]) -> Query:
    return any_of(WRITING, numbers)


def any_of(field: str, values: Iterable[str | int]) -> Query:
    """The library looks a set up as a whole before it begins; with few values, it is quicker to step through them."""
    wanted = list(values)
    if len(wanted) > FEW:
        return Query.term_set_query(schema(), field, wanted)
    return Query.boolean_query([(Occur.Should, Query.term_query(schema(), field, value)) for value in wanted])


def among(query: Query, also: Query) -> Query:
    """What both find, scored by the first."""
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, _unscored(also))])


def unscored_too(query: Query, also: Query) -> Query:
    """What the first finds, and what the second does, which is worth nothing."""
    return Query.boolean_query([(Occur.Should, query), (Occur.Should, _unscored(also))], 1)


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _filtered(filter: Filter) -> Query:
    match filter:
        case OneOf(field, values):
            return any_of(field, _numbers(values) if field in NUMBERS else values)
        case Between(field, None, None):
            return Query.exists_query(field)
        case Between(field, low, high):
            return Query.range_query(schema(), field, FieldType.Integer, _whole(low), _whole(high))


def _whole(number: int | None) -> int | None:
    return None if number is None else max(-WHOLE, min(number, WHOLE))


def _numbers(texts: Iterable[str]) -> list[int]:
    return [int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 9]
