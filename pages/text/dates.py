"""How is a date, or a span of dates, written as precisely as it is known?"""

from datetime import date, time
from typing import Protocol

from babel.dates import format_date, format_skeleton, format_time, get_timezone_location

from pages.text.locales import cldr

# Spans of days, and of months or years. Words, not dashes: "21-23" shows in reverse order after Arabic letters.
_SPANS = {
    "ar": ("من {} إلى {}", "من {} إلى {}"),
    "fr": ("du {} au {}", "de {} à {}"),
    "en": ("{} to {}", "{} to {}"),
    "es": ("del {} al {}", "de {} a {}"),
    "pt": ("de {} a {}", "de {} a {}"),
    "sw": ("{} hadi {}", "{} hadi {}"),
}
_HOURS = {"ar": "{} إلى {}"}


class Dated(Protocol):
    start_date: date | None
    end_date: date | None
    date_precision: str
    date_text: str


def partial_date(dated: Dated, language: str) -> str:
    """The dates of a page in words: its own text when it has one, "" when the source says nothing."""
    if dated.date_text:
        return dated.date_text
    if dated.start_date is None or dated.date_precision == "unknown":
        return ""
    return span(dated.start_date, dated.end_date or dated.start_date, dated.date_precision, language)


def span(start: date, end: date, precision: str, language: str) -> str:
    """`12 to 14 October 2017`, `October 2017`, `2015 to 2017`."""
    last = _point(end, precision, language)
    first = _point(start, precision, language)
    if first == last:
        return last
    words = _SPANS.get(language, ("{} – {}", "{} – {}"))[0 if precision == "day" else 1]
    text = words.format(_shortened(start, end, precision, language), last)
    return _elided(text) if language == "fr" else text


def years(first: int, last: int, language: str) -> str:
    """`2015`, `2015 to 2017`."""
    words = _SPANS.get(language, ("", "{} – {}"))[1]
    return str(first) if first == last else words.format(first, last)


def day(value: date, language: str) -> str:
    return _point(value, "day", language)


def weekday(value: date, language: str) -> str:
    return format_date(value, "EEEE", locale=cldr(language))


def hours(start: time | None, end: time | None, language: str) -> str:
    """`09:30–11:00`; in words in Arabic."""
    if start is None:
        return ""
    first = format_time(start, "HH:mm", locale=cldr(language))
    if end is None:
        return first
    return _HOURS.get(language, "{}–{}").format(first, format_time(end, "HH:mm", locale=cldr(language)))


def zone_town(name: str, language: str) -> str:
    """The town after which a time zone is named."""
    return get_timezone_location(name, locale=cldr(language), return_city=True)


def _point(value: date, precision: str, language: str) -> str:
    locale = cldr(language)
    match precision:
        case "year":
            return format_date(value, "y", locale=locale)
        case "month":
            return format_skeleton("yMMMM", value, locale=locale)
    return _first_of_month(value, format_date(value, "long", locale=locale), language)


def _shortened(start: date, end: date, precision: str, language: str) -> str:
    """The beginning of a span without what its end repeats."""
    locale = cldr(language)
    if precision == "year" or start.year != end.year:
        return _point(start, precision, language)
    if precision == "month":
        return format_date(start, "LLLL", locale=locale)
    if start.month != end.month:
        return _first_of_month(start, format_skeleton("MMMMd", start, locale=locale), language)
    return _first_of_month(start, str(start.day), language)


def _first_of_month(value: date, text: str, language: str) -> str:
    """French says `1er` for the first day only."""
    return text.replace("1", "1er", 1) if language == "fr" and value.day == 1 else text


def _elided(text: str) -> str:
    return f"d’{text[3:]}" if text.startswith("de ") and text[3:4] in "aeiouéh" else text
