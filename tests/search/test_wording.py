"""From typed words to the tree of what is wanted."""

from search.analysis import tokens
from search.engines.base import Phrase, Some, Term
from search.wording import terms_of, wanted


def test_nothing_is_wanted_where_no_letter_was_typed():
    assert wanted(["?!", "«»"], ["…"], synonyms=None) is None


def test_a_phrase_is_wanted_word_for_word():
    assert wanted([], ["La Paix d’Abidjan"], synonyms=None) == Phrase("exact", ("la", "paix", "abidjan"))


def test_a_number_is_wanted_as_it_stands():
    assert wanted(["٢٠٢٣"], synonyms=None) == Some((Term("exact", "2023"),), at_least=1)


def test_words_that_say_nothing_are_asked_for_only_when_there_are_no_others():
    assert len(wanted(["the", "forum", "of", "peace"], synonyms=None).parts) == 2
    assert len(wanted(["the", "of"], synonyms=None).parts) == 2


def test_marks_know_a_word_in_each_of_its_forms():
    text = "La déclaration et les déclarations"
    marked = [
        text[token.start : token.end] for token in tokens(text, "fr") if terms_of(["déclaration"]).has(token, "fr")
    ]
    assert marked == ["déclaration", "déclarations"]
