"""Are editions and days numbered as each language does?"""

import pytest

from pages.text.ordinals import day_name, edition_name, edition_name_html


@pytest.mark.parametrize(
    ("number", "arabic"),
    [
        (1, "الدورة الأولى"),
        (2, "الدورة الثانية"),
        (10, "الدورة العاشرة"),
        (11, "الدورة الحادية عشرة"),
        (12, "الدورة الثانية عشرة"),
        (20, "الدورة العشرون"),
        (21, "الدورة الحادية والعشرون"),
        (99, "الدورة التاسعة والتسعون"),
        (100, "الدورة رقم 100"),
    ],
)
def test_arabic_editions(number, arabic):
    assert edition_name(number, "ar") == arabic


def test_french_and_english_editions():
    assert edition_name_html(1, "fr") == "1<sup>re</sup> édition"
    assert edition_name_html(11, "fr") == "11<sup>e</sup> édition"
    assert edition_name(11, "fr") == "11e édition"
    assert [edition_name(number, "en") for number in (1, 2, 3, 4, 11, 21, 112)] == [
        "1st edition",
        "2nd edition",
        "3rd edition",
        "4th edition",
        "11th edition",
        "21st edition",
        "112th edition",
    ]
    assert edition_name(3, "es") == "Edition 3"


def test_days():
    assert [day_name(2, code) for code in ("ar", "fr", "en")] == ["اليوم الثاني", "Deuxième jour", "Second day"]
    assert day_name(11, "en") == "Day 11"
