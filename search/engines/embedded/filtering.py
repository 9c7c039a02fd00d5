"""Which entries may be found at all? The reader's classes first; then filters, and what is left out."""

from collections.abc import Iterable

import tantivy
from tantivy import FieldType, Occur, Query

from search.engines.base import Between, Filter, OneOf, Question
from search.engines.embedded.schema import CLASSES, KEY, WRITING, schema
from search.engines.embedded.wording import Wording
from search.entries import DAY, YEAR

NUMBERS = (YEAR, DAY)
# Beyond any year and any day.
WHOLE = 2**31 - 1


def passing(question: Question, searcher: tantivy.Searcher) -> Query:
    """All of the question but its words. Nothing of it moves a score."""
    clauses = [(Occur.Must, _unscored(Query.term_set_query(schema(), CLASSES, sorted(question.classes))))]
    clauses += [(Occur.Must, _unscored(_filtered(filter))) for filter in question.filters]
    wording = Wording(searcher, is_public=False)
    clauses += [(Occur.MustNot, wording.worth(wanted).query) for wanted in question.without]
    if question.excluded:
        clauses.append((Occur.MustNot, of_keys(question.excluded)))
    return Query.boolean_query(clauses)


def of_keys(keys: Iterable[str]) -> Query:
    return Query.term_set_query(schema(), KEY, list(keys))


def of_writings(numbers: Iterable[int]) -> Query:
    return Query.term_set_query(schema(), WRITING, list(numbers))


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
            wanted = (
                [int(value) for value in values if value.isascii() and value.isdecimal() and len(value) < 9]
                if field in NUMBERS
                else list(values)
            )
            return Query.term_set_query(schema(), field, wanted) if wanted else Query.empty_query()
        case Between(field, None, None):
            return Query.exists_query(field)
        case Between(field, low, high):
            return Query.range_query(schema(), field, FieldType.Integer, _whole(low), _whole(high))


def _whole(number: int | None) -> int | None:
    return None if number is None else max(-WHOLE, min(number, WHOLE))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 9
