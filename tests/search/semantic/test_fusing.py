"""The order of what was found by words, by meaning, or by both."""

from search.semantic.fusing import fused


def test_without_meanings_entries_stay_as_they_stand() -> None:
    assert fused({"b": 0.2, "a": 0.2, "c": 0.1}, {}) == ["b", "a", "c"]
    assert fused({}, {"a": 0.9}) == []


def test_among_as_many_words_the_meaning_decides_and_the_other_way_round() -> None:
    assert fused({"a": 0.2, "b": 0.2}, {"a": 0.3, "b": 0.8}) == ["b", "a"]
    assert fused({"a": 0.1, "b": 0.9}, {"a": 0.5, "b": 0.5}) == ["b", "a"]


def test_scores_are_added_and_not_ranks() -> None:
    """By ranks, `a` would be as good as `b`: each comes first once."""
    assert fused({"a": 0.30, "b": 0.29}, {"a": 0.1, "b": 0.9}) == ["b", "a"]
    assert fused({"a": 0.90, "b": 0.10}, {"a": 0.50, "b": 0.51}) == ["a", "b"]


def test_what_has_no_vector_yet_counts_as_if_it_meant_as_much_as_the_others() -> None:
    assert fused({"a": 0.5, "b": 0.5, "c": 0.5}, {"a": 0.1, "c": 0.7}) == ["c", "b", "a"]
