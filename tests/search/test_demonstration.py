"""The demonstration, searched in three languages and in several spellings."""

import pytest

from tests.indexing import Indexing
from tests.search.asking import ask, titles

RECOMMENDATION = {
    "ar": "الدبلوماسية الوقائية محركاً لمكافحة الإرهاب",
    "fr": "La diplomatie préventive, moteur de la lutte contre le terrorisme",
    "en": "Preventive diplomacy as the engine of counter-terrorism",
}
IN_ALL_LANGUAGES = ("الدبلوماسية الوقائية", "preventive diplomacy", "diplomatie préventive")
SPELLINGS = ("منتدى الأمن الإفريقي", "منتدى الامن الافريقي", "مُنتدى الأمن الأفريقى", "منتدي الأمــن ﺍﻹفريقي")


@pytest.mark.usefixtures("demonstration")
def test_the_demonstration_is_found_in_any_language_and_spelling(indexing: Indexing):
    indexing()
    for language, title in RECOMMENDATION.items():
        for question in IN_ALL_LANGUAGES:
            assert titles(ask(question, spoken=language))[0] == title
    for spelling in SPELLINGS:
        assert titles(ask(spelling, spoken="ar"))[0] == "منتدى الأمن الإفريقي"
    assert "Forum africain de la sécurité" in titles(ask("الإفريقي", spoken="fr"))[:5]
    assert titles(ask("UN", spoken="en")) == titles(ask("الأمم المتحدة", spoken="en"))
    assert ask("نونبر 2019").total == ask("نوفمبر 2019").total > 0
    assert ask("الأنترنيت").total == ask("الإنترنت").total
