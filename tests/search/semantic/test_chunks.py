"""Into which passages a text is cut."""

import pytest

from search.semantic.chunks import CLOSELY, LENGTHS, MOST, cut, passages

ENDS = {
    "ar": "انعقد المؤتمر في طنجة. هل شاركت الدول؟ نعم! واعتمدت إعلانا.",
    "fr": "La conférence s'est tenue à Tanger. Qui a participé ? Tous les États ! Une déclaration fut adoptée.",
    "es": "La conferencia se celebró en Tánger. ¿Quién participó? ¡Todos! Se aprobó una declaración.",
    "pt": "A conferência realizou-se em Tânger. Quem participou? Todos! Foi aprovada uma declaração.",
}


def test_a_short_text_is_one_passage_with_single_spaces() -> None:
    assert cut("  Water is\n scarce. \t It is shared. ", CLOSELY) == ["Water is scarce. It is shared."]


def test_signs_and_spaces_are_no_passage() -> None:
    assert cut("", CLOSELY) == []
    assert cut(" \n\t ", CLOSELY) == []


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", ENDS)
def test_passages_begin_and_end_with_sentences(language: str, length: int) -> None:
    text = " ".join([ENDS[language]] * 8)
    parts = cut(text, length)
    assert len(parts) > 1
    assert all(part[-1] in ".?!؟" for part in parts)
    assert " ".join(parts) == text


def test_a_closing_quote_stays_with_its_sentence() -> None:
    said = "Il a dit : « La paix est possible. » " * 12
    assert all(part.endswith("»") for part in cut(said, CLOSELY))


def test_numbers_are_not_cut() -> None:
    text = "The share rose to 3.5 per cent in the year that followed the accord. " * 9
    assert all("3.5" in part for part in cut(text, CLOSELY))


def test_passages_of_a_text_are_about_as_long() -> None:
    lengths = [len(part) for part in cut("One more sentence of a text that goes on and on, evenly. " * 4, 160)]
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) < 60


@pytest.mark.parametrize("length", LENGTHS)
def test_none_is_too_long_whatever_it_is_made_of(length: int) -> None:
    recital = "considérant que la paix et la sécurité sont indivisibles ; " * 30
    for text in (recital, "x" * 5000, "word " * 2000, "كلمة، " * 2000, "." * 3000, "a. " * 2000):
        parts = cut(text, length)
        assert max(map(len, parts)) <= length
        assert "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_passages_keep_to_their_address_and_language() -> None:
    texts = [
        {"address": "", "language": "en", "text": "Declaration of Tangier"},
        {"address": "", "language": "fr", "text": "Déclaration de Tanger"},
        {"address": "c1", "language": "en", "text": "States share information."},
        {"address": "c2", "language": "en", "text": ""},
    ]
    assert [tuple(chunk) for chunk in passages(texts)] == [
        ("", "en", "Declaration of Tangier"),
        ("", "fr", "Déclaration de Tanger"),
        ("c1", "en", "States share information."),
    ]


def test_an_entry_has_a_bounded_number_of_passages_in_each_language() -> None:
    texts = [{"address": f"c{n}", "language": "en", "text": f"Clause {n}"} for n in range(MOST + 50)]
    texts.append({"address": "", "language": "fr", "text": "Titre"})
    found = passages(texts)
    assert len(found) == MOST + 1
    assert found[-1].text == "Titre"


def test_a_text_is_read_closely_and_in_longer_pieces() -> None:
    first, second = (
        "Rivers carry sand from the mountains to the sea.",
        "Dams hold it back, and the coast gives way to the waves.",
    )
    found = passages([{"address": "c1", "language": "en", "text": f"{first} {second}"}])
    assert [chunk.text for chunk in found] == [f"{first} {second}", first, second]


def test_of_a_text_too_long_to_be_read_closely_the_rest_is_read_in_longer_pieces() -> None:
    sentences = [f"Sentence {n} goes on for more than half a hundred of letters, as it must." for n in range(2 * MOST)]
    found = {chunk.text for chunk in passages([{"address": "", "language": "en", "text": " ".join(sentences)}])}
    assert sentences[MOST - 1] in found
    assert sentences[MOST] not in found
    assert any(sentences[MOST] in text for text in found)
