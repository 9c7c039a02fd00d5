"""A question is translated into few kinds of query, all of them below the reader's classes."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from search.engines.base import Best, Between, Every, OneOf, Phrase, Question, Some, Term, Wanted, Without
from search.engines.elastic.asking import search
from search.engines.elastic.indexes import alias
from search.engines.elastic.mapping import mapping
from search.engines.elastic.meaning import _near, nearest
from search.engines.elastic.spelling import words_like
from search.engines.elastic.writing import replacing
from search.entries import EXACT, FACETS, READING, TEXT, VALUE_FIELDS, Entry, Tier

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
    assert asked["query"]["bool"]["must_not"][0] == {"terms": {"key": sorted(question.excluded)}}
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


class Noting:
    """A server that gives these answers, one after the other, and notes what it was asked."""

    def __init__(self, *answers: dict[str, Any]) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self._answers = list(answers)

    def msearch(self, searches: list[dict[str, Any]]) -> dict[str, Any]:
        pairs = [(where["index"], query) for where, query in zip(searches[::2], searches[1::2], strict=True)]
        self.asked += pairs
        return {"responses": [self._answers.pop(0) | {"timed_out": False} for _pair in pairs]}


OF_SEVEN = {"bool": {"filter": [{"terms": {"classes": ["7"]}}], "must_not": [{"terms": {"key": []}}]}}


def test_a05_words_are_counted_among_what_the_reader_may_find() -> None:
    server: Any = Noting(
        {"suggest": {"words": [{"options": [{"text": "water"}, {"text": "wader"}]}]}},
        {"aggregations": {"words": {"buckets": {"water": {"doc_count": 2}, "wader": {"doc_count": 0}}}}},
    )
    assert words_like(server, "site", "watre", Question(READING, frozenset({7})), 9) == ["water"]
    (proposing, _like), (counting, counted) = server.asked
    assert proposing == counting == alias("site", Tier.PUBLIC)
    assert counted["query"] == OF_SEVEN


def test_only_what_the_reader_may_find_is_asked_to_be_near() -> None:
    server: Any = Noting({"hits": {"hits": []}}, {"hits": {"hits": []}})
    asked = Question((Tier.PUBLIC, Tier.MEMBERS), frozenset({7}))
    assert nearest(server, "site", b"\x00\x3c" * 3, asked, 9) == []
    assert [index for index, _query in server.asked] == [alias("site", Tier.PUBLIC), alias("site", Tier.MEMBERS)]
    assert [query["knn"]["filter"] for _index, query in server.asked] == [OF_SEVEN, OF_SEVEN]


def test_an_entry_is_taken_out_of_every_other_tier_by_the_same_version() -> None:
    names = {tier: tier.value for tier in Tier}
    actions = list(replacing(Entry("work:a", Tier.MEMBERS, 4, frozenset({7})), names))
    assert [(each["_op_type"], each["_index"], each["version"], each["version_type"]) for each in actions] == [
        ("delete", "public", 4, "external_gte"),
        ("delete", "restricted", 4, "external_gte"),
        ("delete", "known", 4, "external_gte"),
        ("delete", "desk", 4, "external_gte"),
        ("index", "members", 4, "external_gte"),
    ]


def test_a18_no_text_is_kept_and_classes_are_no_text() -> None:
    for tier in Tier:
        kept = mapping(tier)
        assert (kept["dynamic"], kept["_source"]) == ("strict", {"enabled": False})
        assert kept["properties"]["classes"] == {"type": "keyword"}
