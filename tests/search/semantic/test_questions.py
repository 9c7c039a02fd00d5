"""What a question means, and in which language it is asked."""

import numpy as np
import pytest

from search.semantic import kept, questions
from search.semantic.centring import reference
from search.semantic.questions import language_of, meaning
from tests.search.semantic.literal import Literal


@pytest.mark.parametrize(
    ("text", "reader", "language"),
    [
        ("الأمن المائي", "fr", "ar"),
        ("NATO والأمن المائي", "en", "ar"),
        ("the peace of waters", "fr", "en"),
        ("la paix et les eaux", "en", "fr"),
        ("las aguas y la paz", "en", "es"),
        ("os rios de uma nação", "es", "pt"),
        ("forêt", "en", "fr"),
        ("¿agua?", "en", "es"),
        ("dialogue", "fr", "fr"),
        ("dialogue", "pt", "pt"),
        # Nobody writes Arabic in these letters.
        ("dialogue", "ar", "en"),
        ("2019", "ar", "ar"),
        ("", "fr", "fr"),
    ],
)
def test_a_question_is_in_the_readers_language_unless_its_words_speak_against_it(
    text: str, reader: str, language: str
) -> None:
    assert language_of(text, reader) == language


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Literal:
    made = Literal({"paix": (1, 1), "peace": (1, 1)})
    # What all French questions have in common.
    made.meanings |= dict.fromkeys(reference("fr")[1], (0, 1))
    monkeypatch.setattr(questions, "encoder", lambda: made)
    return made


def vector(text: str, language: str) -> list[float]:
    found = meaning(text, language)
    assert found is not None
    return np.frombuffer(found, np.float16).astype(float).round(2).tolist()


@pytest.mark.django_db
def test_what_is_usual_in_its_language_is_taken_out_of_a_question(model: Literal) -> None:
    kept.means(model, measure=True)
    assert vector("paix", "fr") == [1.0, 0.0]
    assert vector("peace", "en") == [0.71, 0.71]


@pytest.mark.django_db
def test_where_nothing_can_be_said_of_its_meaning_there_is_none(
    model: Literal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert meaning("paix", "fr") is None
    assert model.asked == []
    kept.means(model, measure=True)
    assert meaning(" ", "fr") is None
    model.left = 0
    assert meaning("paix", "fr") is None
    monkeypatch.setattr(questions, "encoder", lambda: None)
    assert meaning("paix", "fr") is None
