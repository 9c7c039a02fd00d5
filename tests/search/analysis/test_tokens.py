"""Words of a text: how they are folded, where they stand."""

from search.analysis import begins, fold, scripts, tokens


def test_offsets_cut_the_words_from_the_text_as_it_was_written():
    text = "«الوِزارةُ» de l’Environnement, aujourd’hui"
    cut = [(token.word, text[token.start : token.end]) for token in tokens(text, "fr")]
    assert cut == [
        ("الوزاره", "الوِزارةُ"),
        ("de", "de"),
        ("environnement", "Environnement"),
        ("aujourdhui", "aujourd’hui"),
    ]


def test_a_ligature_of_several_words_gives_each_of_them_in_one_place():
    assert [(token.word, token.start, token.end) for token in tokens("محمد ﷺ", "ar")] == [
        ("محمد", 0, 4),
        ("صلي", 5, 6),
        ("الله", 5, 6),
        ("عليه", 5, 6),
        ("وسلم", 5, 6),
    ]


def test_folding():
    assert fold("Déclaration d'Abidjan n° ٢٠٢٣") == "declaration abidjan n 2023"


def test_beginnings_of_the_words_of_a_title_come_once():
    assert begins("La paix, la Paix") == ["l", "la", "p", "pa", "pai", "paix"]


def test_letters_say_in_which_languages_a_question_may_be():
    assert scripts("السلام") == ("ar",)
    assert scripts("paix") == ("fr", "en", "es", "pt")
    assert scripts("2023") == ()


def test_apostrophes_and_points_within_words():
    assert fold("Qur’an, aujourd'hui, women’s, O’Brien, lʼONU, l`été") == "quran aujourdhui women obrien onu ete"
    assert fold("l’O.N.U., the U.N. (e.g. J.P.Morgan) C.") == "onu the un eg jp morgan c"
    assert fold("٢٠٢٣م و2024م، COP27") == "2023 م و 2024 م cop27"
