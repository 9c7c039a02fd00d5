"""Are numbers, lists and languages named as each language does?"""

from django.utils.safestring import SafeString

from pages.languages import own_name
from pages.text.locales import language_name
from pages.text.numbers import joined, number


def test_numbers_are_grouped_with_western_digits():
    assert number(1200, "fr") == "1\u202f200"
    assert number(1200, "en") == "1,200"
    assert number(1200, "ar") == "1.200"


def test_lists_use_the_separators_of_the_language_and_escape():
    assert joined(["A", "B", "C"], "fr") == "A, B et C"
    assert joined(["A", "B", "C"], "en") == "A, B and C"
    assert joined(["أ", "ب", "ج"], "ar") == "أ وب وج"
    assert joined(["<b>", SafeString("<i>x</i>")], "en") == "&lt;b&gt; and <i>x</i>"


def test_languages_are_named_in_the_readers_language_and_in_their_own():
    assert language_name("ar", "fr") == "arabe"
    assert language_name("fr", "ar") == "الفرنسية"
    assert [own_name(code) for code in ("ar", "fr", "en", "es")] == ["العربية", "Français", "English", "Español"]
