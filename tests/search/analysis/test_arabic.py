"""Arabic words that a reader takes for the same have one stem."""

import pytest

from search.analysis import fold, grams, tokens


def stems(text: str) -> set[str]:
    return {token.stem for token in tokens(text, "ar")}


@pytest.mark.parametrize(
    "family",
    [
        "وزارة الوزارة وِزارَةٌ وبالوزارة لوزارات للوزارة ووزارة وزاراتها بوزارته",
        "وكالة الوكالة وكالات ووكالة لوكالة وكالتها",
        "وثيقة الوثيقة بوثيقة للوثيقة ووثيقتها",
        "ولاية الولاية ولايات بولاية للولايات ولايته",
        "لجنة اللجنة للجنة بلجنة وللجنة لجنتين",
        "لغة اللغة للغة لغات واللغات",
        "الإفريقي الأفريقي الافريقي إفريقيا أفريقيا افريقية للإفريقيين وإفريقيا لإفريقيا ﻹفريقيا إفـريقيا",
        "إلكتروني الإلكترونية للإلكترونيات",
        "التزام الالتزام بالتزام والتزامات للالتزام",
        "تعزيز لتعزيز وتعزيز بتعزيز ولتعزيز",
        "سياسة السياسة سياسته سياستها والسياسية سياسات",
        "بلدان البلدان ببلدان لبلدان بلد بلدين",
        "مؤتمر المؤتمر بمؤتمر للمؤتمر مؤتمرات موتمر",
        "حماية الحماية لحماية وحمايتها",
        "أكادير اكادير",
        "على علي",
        "تڭادير تگادير تݣادير تكادير",
        "ڤيينا فيينا",
    ],
)
def test_a_family_has_one_stem(family: str):
    assert len(stems(family)) == 1, stems(family)


@pytest.mark.parametrize("apart", ["وزارة زيارة", "فريق ريق", "كتاب تاب", "لغة غاية", "وحدة حدة", "بلد لد", "وطن طن"])
def test_a_letter_of_the_word_itself_stays(apart: str):
    assert len(stems(apart)) == 2


def test_letters_signs_and_digits_are_folded():
    assert fold("ٱلْقُرْآن ـ الأمــن ٢٠٢٣ ۲۰۲۳ \u200fالأمن\u200e") == "القران الامن 2023 2023 الامن"


def test_grams_are_runs_of_four_letters():
    assert grams("وزاره") == ["وزار", "زاره"]
    assert grams("سلم") == ["سلم"]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("لجنة", "اللجان"),
        ("وثيقة", "الوثائق"),
        ("عضو", "أعضائها"),
        ("عضو", "أعضاؤه"),
        ("لون", "بالألوان"),
        ("قانون", "قوانينها"),
    ],
)
def test_broken_plurals_have_the_stem_of_their_word(one: str, several: str):
    assert stems(one) == stems(several)


@pytest.mark.parametrize("letter", "وفبكل")
def test_a_run_of_letters_that_may_stand_before_a_word_ends(letter: str):
    assert len(stems(letter * 24)) == 1
    assert stems(letter * 5000) == {letter * 64}
