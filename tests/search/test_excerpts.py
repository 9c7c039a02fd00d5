"""Which passages are shown, and what is marked in them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import tokens
from search.analysis.stemming import stem
from search.excerpts import LENGTH, Marker, cut, excerpts
from search.projection import Text
from search.shown import Excerpt
from search.wording import terms_of

FILLER = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do " * 10


def text(said: str, language: str = "en", address: str = "") -> Text:
    return Text(address=address, language=language, text=said)


def shown(words: str, *texts: Text, phrases: tuple[str, ...] = ()) -> tuple[Excerpt, ...]:
    return excerpts(texts, Marker(terms_of(words.split(), phrases)))


def marked(excerpt: Excerpt) -> list[str]:
    return [segment.text for segment in excerpt.segments if segment.is_marked]


@pytest.mark.parametrize(
    ("words", "said", "language", "marks"),
    [
        ("diplomacy", "On diplomacy, and Diplomacies.", "en", ["diplomacy", "Diplomacies"]),
        ("négociations", "Une négociation de l'organisation.", "fr", ["négociation"]),
        ("organisation", "Une négociation de l’organisation.", "fr", ["organisation"]),
        ("الدبلوماسية", "عن دبلوماسيةٍ وقائيّة والدبلوماسية", "ar", ["دبلوماسيةٍ", "والدبلوماسية"]),
        ("the water", "The water of the sea", "en", ["water"]),
        ("2019", "Held in 2019", "en", ["2019"]),
        ("٢٠١٩", "Held in 2019", "en", ["2019"]),
    ],
)
def test_whole_words_are_marked_as_they_stand(words: str, said: str, language: str, marks: list[str]) -> None:
    (excerpt,) = shown(words, text(said, language))
    assert str(excerpt) == said
    assert marked(excerpt) == marks


def test_the_passage_with_most_of_the_words_is_shown_and_what_it_lacks_after_it() -> None:
    said = f"peace alone. {FILLER} peace and water meet. {FILLER} then dams. {FILLER}"
    first, second = shown("peace water dams", text(said))
    assert marked(first) == ["peace", "water"]
    assert marked(second) == ["dams"]
    assert len(shown("peace water", text(said))) == 1


def test_passages_are_of_a_bounded_length_and_end_between_words() -> None:
    said = f"{FILLER} peace {FILLER}"
    (excerpt,) = shown("peace", text(said))
    first, *middle, last = (segment.text for segment in excerpt.segments)
    assert first == last == "…"
    inside = "".join(middle)
    assert inside in said
    assert 150 < len(inside) <= LENGTH
    assert inside.split()[0] in FILLER.split()
    assert inside.split()[-1] in FILLER.split()
    (start,) = shown("peace", text(f"peace {FILLER}"))
    assert str(start).startswith("peace lorem")
    (end,) = shown("peace", text(f"{FILLER} peace"))
    assert str(end).endswith("elit sed do  peace")


def test_a_passage_knows_where_on_the_page_it_stands() -> None:
    (excerpt,) = shown("springs", text("All of them."), text("All springs.", address="c3a"))
    assert excerpt.address == "c3a"


def test_without_marks_the_beginning_is_cut() -> None:
    assert shown("absent", text("Nothing of it.")) == ()
    assert str(cut(text("Short."))) == "Short."
    assert str(cut(text(FILLER))).endswith("…")
    assert len(str(cut(text("x" * 500)))) == LENGTH + 1


@given(st.text(st.sampled_from("aAéسلا٣3'’.-_ \u00a0\n\u200bﷺ½"), max_size=40), st.sampled_from(("fr", "ar")))
def test_words_are_found_wherever_the_analysis_finds_them(said: str, language: str) -> None:
    looked_for = {"a", "aa", "سلا", "3"}
    stems = {stem(word, language) for word in looked_for}
    expected = {(token.start, token.end) for token in tokens(said, language) if token.stem in stems}
    assert [(start, end) for start, end, _word in Marker(looked_for).marks(said, language)] == sorted(expected)


def test_ten_texts_of_two_thousand_words_take_no_time_that_a_reader_notices() -> None:
    texts = [[text(f"peace {FILLER * 20} water {number}")] for number in range(10)]
    began = time.perf_counter()
    marker = Marker(terms_of(["peace", "water"]))
    assert all(len(excerpts(of_one, marker)) == 2 for of_one in texts)
    assert time.perf_counter() - began < 0.25
