"""French, English, Spanish and Portuguese words that a reader takes for the same have one stem."""

import pytest

from search.analysis import tokens


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("fr", "Déclaration déclarations DECLARATION"),
        ("fr", "national nationale nationaux nationales"),
        ("fr", "adopté adoptée adoptés adoptées adopter"),
        ("fr", "travail travaux"),
        ("fr", "lieu lieux"),
        ("fr", "l’élu d'élue qu’élus"),
        ("fr", "conflit conflits"),
        ("fr", "préventive préventif preventives"),
        ("en", "declaration declarations"),
        ("en", "policy policies policy’s"),
        ("en", "organisation organization organizations"),
        ("en", "labour labor labours"),
        ("en", "defence defense"),
        ("en", "centre centres center"),
        ("en", "women woman women’s woman's"),
        ("en", "crisis crises"),
        ("es", "declaración declaraciones declaracion"),
        ("es", "voz voces"),
        ("es", "joven jóvenes"),
        ("es", "decisión decisiones"),
        ("pt", "declaração declarações declaracao"),
        ("pt", "nacional nacionais"),
        ("pt", "papel papéis"),
        ("pt", "jovem jovens"),
        ("pt", "português portuguesa portugueses"),
    ],
)
def test_a_family_has_one_stem(language: str, family: str):
    assert len({token.stem for token in tokens(family, language)}) == 1


def test_all_words_of_a_text_in_an_unknown_language_stay_as_they_are():
    assert [token.stem for token in tokens("Mkutano wa usalama", "sw")] == ["mkutano", "wa", "usalama"]


def test_words_in_arabic_letters_are_arabic_in_any_text():
    assert tokens("الوزارة", "fr")[0].stem == tokens("وزارة", "ar")[0].stem
