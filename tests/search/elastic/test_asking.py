"""A question is translated into few kinds of query, all of them below the reader's classes."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from search.engines.base import Best, Between, Every, OneOf, Phrase, Question, Some, Term, Wanted, Without
from search.engines.elastic.asking import search
from search.engines.elastic.meaning import _near
from search.entries import EXACT, FACETS, READING, TEXT, VALUE_FIELDS, Tier

MAY = {
    "aggs", "asc", "bool", "boost", "constant_score", "desc", "dis_max", "filter", "gte", "lte", "match_all",
    "match_none", "match_phrase", "min_doc_count", "minimum_should_match", "missing", "must", "must_not", "order",
    "queries", "query", "range", "should", "size", "sort", "term", "terms", "tie_breaker", "track_scores",
    "track_total_hits", "value", "_score", "_source", "field",
    # Fields.
    "classes", "key", "year", "day", *FACETS, *TEXT.values(), EXACT,
}  # fmt: skip

tokens = st.text(max_size=8)
leaves = st.one_of(
    st.builds(Term, st.sampled_from(sorted(TEXT.values())), tokens, st.floats(0, 9)),
    st.builds(Phrase, st.just(EXACT), st.lists(tokens, max_size=3).map(tuple)),
)
trees: st.SearchStrategy[Wanted] = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(Some, st.lists(parts, max_size=3).map(tuple), st.integers(1, 3)),
        st.builds(Best, st.lists(parts, max_size=3).map(tuple)),
        st.builds(Every, st.lists(parts, max_size=3).map(tuple), st.lists(parts, max_size=2).map(tuple)),
        st.builds(Without, parts),
    ),
    max_leaves=8,
)
filters = st.one_of(
    st.builds(OneOf, st.sampled_from(VALUE_FIELDS), st.lists(tokens).map(tuple)),
    st.builds(Between, st.sampled_from(["year", "day"]), st.none() | st.integers(), st.none() | st.integers()),
)
questions = st.builds(
    Question,
    st.just(READING),
    st.frozensets(st.integers(1, 99)),
    st.none() | trees,
    st.frozensets(tokens, max_size=3),
    st.lists(filters, max_size=3).map(tuple),
    st.lists(trees, max_size=2).map(tuple),
    st.frozensets(tokens, max_size=3),
    st.lists(st.sampled_from(FACETS), unique=True).map(tuple),
    st.sampled_from(["relevance", "newest", "oldest"]),
    st.integers(0, 1000),
    st.integers(0, 100),
)


def keys(query: Any) -> Iterator[str]:
    if isinstance(query, dict):
        yield from query
        for value in query.values():
            yield from keys(value)
    elif isinstance(query, list):
        for value in query:
            yield from keys(value)


@given(questions, st.sampled_from(list(READING)))
def test_a03_nothing_is_asked_that_looks_past_the_readers_classes(question: Question, tier: Tier) -> None:
    asked = search(question, tier)
    assert set(keys(asked)) <= MAY
    assert asked["query"]["bool"]["filter"][0] == {"terms": {"classes": sorted(map(str, question.classes))}}
    assert set(asked["query"]) == {"bool"}
    assert asked["track_total_hits"] is True
    assert asked["_source"] is False
    for counted in asked["aggs"].values():
        assert set(counted) == {"terms"}
        assert counted["terms"]["min_doc_count"] == 1


@given(trees)
def test_a08_among_closed_entries_no_frequency_counts(wanted: Wanted) -> None:
    question = Question((Tier.MEMBERS,), frozenset({1}), wanted)
    assert list(scored(search(question, Tier.MEMBERS)["query"]["bool"]["must"])) == []


def scored(query: Any) -> Iterator[str]:
    """Queries that are scored by how rare a token is."""
    if isinstance(query, dict):
        yield from (name for name in ("term", "match_phrase", "terms") if name in query)
        for name, value in query.items():
            if name != "constant_score":
                yield from scored(value)
    elif isinstance(query, list):
        for value in query:
            yield from scored(value)


def test_vectors_are_compared_within_the_filter_and_no_text_comes_back() -> None:
    asked = _near(b"\x00\x3c" * 3, {"terms": {"classes": ["1"]}}, 9)
    assert asked["knn"]["filter"] == {"terms": {"classes": ["1"]}}
    assert (asked["_source"], asked["knn"]["inner_hits"]["_source"]) == (False, False)
