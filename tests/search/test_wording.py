"""From typed words to the tree of what is wanted."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import fold
from search.analysis.fields import fields_of
from search.engines.base import Every, Phrase, Question, Some, Term, Wanted
from search.engines.evaluating import Evaluator
from search.entries import Entry, Tier
from search.excerpts import Marker
from search.synonyms import grouped
from search.wording import terms_of, wanted


def required(tree: Wanted) -> int:
    """Of how many words most must be there."""
    some = tree.parts[0] if isinstance(tree, Every) else tree
    return len(some.parts)


def test_nothing_is_wanted_where_no_letter_was_typed():
    assert wanted(["?!", "«»"], ["…"]) is None


def test_a_phrase_is_wanted_word_for_word():
    assert wanted([], ["La Paix d’Abidjan"]) == Phrase("exact", ("la", "paix", "abidjan"))


def test_a_number_is_wanted_as_it_stands():
    assert wanted(["٢٠٢٣"]) == Some((Term("exact", "2023"),), at_least=1)


def test_words_that_say_nothing_are_asked_for_only_when_there_are_no_others():
    assert required(wanted(["the", "forum", "of", "peace"])) == 2
    assert wanted(["the", "forum"]).bonus == (Term("exact", "the", 0.3),)
    assert required(wanted(["the", "of"])) == 2
    assert required(wanted(["ما", "هو", "المنتدى"])) == 1


def test_what_says_nothing_in_one_language_says_something_in_another():
    assert required(wanted(["the", "son", "of", "the", "president"])) == 2
    assert required(wanted(["le", "président", "et", "son", "pays"])) == 2


def test_marks_know_a_word_in_each_of_its_forms():
    text = "La déclaration et les déclarations"
    assert marked(text, terms_of(["déclaration"])) == ["déclaration", "déclarations"]


def test_most_of_the_words_are_wanted_or_any_of_them_when_asked_loosely():
    words = ["forum", "peace", "Dakar", "2023"]
    assert wanted(words).at_least == 3
    assert wanted(words, loosely=True).at_least == 1


def test_an_acronym_is_no_small_word():
    assert required(wanted(["UN", "reform"])) == 2
    assert required(wanted(["un", "forum"])) == 1
    assert required(wanted(["UN", "FORUM"])) == 1


def test_an_acronym_with_synonyms_is_not_looked_for_as_a_small_word():
    rows = (("en", "UN, United Nations"),)
    assert wanted(["the", "UN", "reform"], synonyms=grouped(rows)).parts[0].parts[0] == Phrase(
        "exact", ("united", "nations"), 0.8
    )
    assert not is_found("Un forum", ["UN"], rows)
    assert terms_of(["UN"], synonyms=grouped(rows)) == {"united", "nations"}


def test_words_are_bounded():
    assert len(wanted([f"mot{number}" for number in range(100)]).parts) == 24


def is_found(text: str, question: list[str], rows: tuple[tuple[str, str], ...]) -> bool:
    return answers(text, wanted(question, synonyms=grouped(rows)))


def answers(text: str, tree: Wanted | None) -> bool:
    entry = Entry("work:1", Tier.PUBLIC, 1, frozenset({1}), fields_of({}, {"fr": [text]}))
    return Evaluator(Question((Tier.PUBLIC,), frozenset({1}), wanted=tree)).hit(entry) is not None


def test_a_synonym_stands_for_a_word_and_for_each_word_of_a_phrase():
    rows = (("fr", "Union africaine, UA"), ("ar", "نونبر، نوفمبر"))
    assert is_found("Le siège de l’UA", ["unions", "africaines"], rows)
    assert is_found("L’Union africaine", ["UA"], rows)
    assert is_found("12 نوفمبر", ["نونبر"], rows)
    assert not is_found("Les Africains et leur union", ["UA"], rows)
    assert not is_found("L’Union africaine", ["UA"], ())


def test_a_synonym_is_marked_too():
    words = terms_of(["UA"], synonyms=grouped((("fr", "Union africaine, UA"),)))
    assert marked("Le sommet de l’Union africaine", words) == ["Union", "africaine"]


def marked(text: str, words: Iterable[str]) -> list[str]:
    return [text[mark.start : mark.end] for mark in Marker(words).marks(text, "fr")]


def leaves(tree: Wanted) -> list[Term | Phrase]:
    if isinstance(tree, Term | Phrase):
        return [tree]
    return [leaf for part in (*tree.parts, *getattr(tree, "bonus", ())) for leaf in leaves(part)]


@given(st.text(max_size=256), st.booleans())
@settings(max_examples=500, deadline=None)
def test_any_question_is_a_bounded_number_of_whole_tokens(text: str, loosely: bool):
    tree = wanted(text.split(), text.split('"')[1::2], loosely=loosely)
    found = leaves(tree) if tree else []
    assert len(found) <= 24 * 9 + 256 + 256
    for leaf in found:
        for token in [leaf.token] if isinstance(leaf, Term) else leaf.tokens:
            assert token.split() == [token]


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_a_text_is_found_by_itself(text: str):
    for tree in (wanted([text]), wanted([], [text])):
        assert answers(text, tree)
    assert (wanted([text]) is None) == (not fold(text))
