"""Are dates written as precisely as they are known, in words each language uses?"""

from datetime import date, time
from types import SimpleNamespace

import pytest

from pages.text.dates import day, hours, partial_date, span, weekday, zone_town


@pytest.mark.parametrize(
    ("language", "start", "end", "precision", "expected"),
    [
        ("en", date(2017, 10, 12), date(2017, 10, 14), "day", "12 to 14 October 2017"),
        ("en", date(2017, 9, 30), date(2017, 10, 2), "day", "30 September to 2 October 2017"),
        ("en", date(2016, 12, 30), date(2017, 1, 2), "day", "30 December 2016 to 2 January 2017"),
        ("en", date(2017, 10, 12), date(2017, 10, 12), "day", "12 October 2017"),
        ("en", date(2017, 10, 1), date(2017, 11, 1), "month", "October to November 2017"),
        ("en", date(2015, 1, 1), date(2017, 1, 1), "year", "2015 to 2017"),
        ("fr", date(2017, 10, 12), date(2017, 10, 14), "day", "du 12 au 14 octobre 2017"),
        ("fr", date(2018, 3, 1), date(2018, 3, 3), "day", "du 1er au 3 mars 2018"),
        ("fr", date(2018, 3, 1), date(2018, 3, 1), "day", "1er mars 2018"),
        ("fr", date(2018, 3, 11), date(2018, 3, 11), "day", "11 mars 2018"),
        ("fr", date(2018, 4, 1), date(2018, 6, 1), "month", "d’avril à juin 2018"),
        ("fr", date(2015, 1, 1), date(2017, 1, 1), "year", "de 2015 à 2017"),
        ("ar", date(2017, 11, 21), date(2017, 11, 23), "day", "من 21 إلى 23 نونبر 2017"),
        ("ar", date(2017, 9, 30), date(2017, 10, 2), "day", "من 30 شتنبر إلى 2 أكتوبر 2017"),
        ("ar", date(2017, 11, 21), date(2017, 11, 21), "month", "نونبر 2017"),
        ("es", date(2017, 11, 1), date(2017, 11, 1), "day", "1 de noviembre de 2017"),
        ("pt", date(2017, 11, 21), date(2017, 11, 23), "day", "de 21 a 23 de novembro de 2017"),
        ("sw", date(2017, 11, 21), date(2017, 11, 23), "day", "21 hadi 23 Novemba 2017"),
    ],
)
def test_spans(language, start, end, precision, expected):
    assert span(start, end, precision, language) == expected


def test_the_editors_words_win_and_nothing_is_invented():
    dated = SimpleNamespace(start_date=date(2017, 1, 1), end_date=None, date_precision="day", date_text="In winter")
    assert partial_date(dated, "en") == "In winter"
    dated.date_text = ""
    assert partial_date(dated, "en") == "1 January 2017"
    dated.date_precision = "unknown"
    assert partial_date(dated, "en") == ""


def test_hours_are_words_in_arabic_and_a_dash_elsewhere():
    assert hours(time(9, 30), time(11), "fr") == "09:30–11:00"
    assert hours(time(9, 30), time(11), "ar") == "09:30 إلى 11:00"
    assert hours(time(9, 30), None, "en") == "09:30"
    assert hours(None, None, "en") == ""


def test_time_zones_are_named_after_their_town():
    assert [zone_town("Africa/Casablanca", code) for code in ("ar", "fr")] == ["الدار البيضاء", "Casablanca"]
    assert zone_town("Africa/Bamako", "fr") == "Bamako"


def test_days_of_the_week():
    thursday = date(2017, 10, 12)
    assert [weekday(thursday, code) for code in ("ar", "fr", "en")] == ["الخميس", "jeudi", "Thursday"]
    assert day(thursday, "ar") == "12 أكتوبر 2017"
