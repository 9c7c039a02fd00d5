"""How is the eleventh edition, and the second day, named in each language?"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

_UNITS_F = [
    "الأولى",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
]
_UNITS_M = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
_TENS = ["العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون"]
_FRENCH = [
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
]
_ENGLISH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


def edition_name(number: int, language: str) -> str:
    """`11th edition`, plain text."""
    match language:
        case "ar":
            word = arabic_feminine(number)
            return f"الدورة {word}" if word else f"الدورة رقم {number}"
        case "fr":
            return f"{number}{'re' if number == 1 else 'e'} édition"
        case "en":
            return f"{number}{english_suffix(number)} edition"
    return _("Edition %(number)s") % {"number": number}


def edition_name_html(number: int, language: str) -> SafeString | str:
    """As `edition_name`, with the raised letters that French sets."""
    if language != "fr":
        return edition_name(number, language)
    return format_html("{}<sup>{}</sup> édition", number, "re" if number == 1 else "e")


def day_name(number: int, language: str) -> str:
    """`First day`; beyond the tenth `Day 11`."""
    if not 1 <= number <= 10:
        return _("Day %(number)s") % {"number": number}
    match language:
        case "ar":
            return f"اليوم {_UNITS_M[number - 1]}"
        case "fr":
            return f"{_FRENCH[number - 1].capitalize()} jour"
        case "en":
            return f"{_ENGLISH[number - 1].capitalize()} day"
    return _("Day %(number)s") % {"number": number}


def english_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def arabic_feminine(number: int) -> str:
    """The ordinal that agrees with دورة, to ninety-nine; "" above."""
    if not 1 <= number <= 99:
        return ""
    tens, unit = divmod(number, 10)
    compound = "الحادية" if unit == 1 else _UNITS_F[unit - 1]
    if number <= 10:
        return _UNITS_F[number - 1]
    if tens == 1:
        return f"{compound} عشرة"
    return _TENS[tens - 2] if unit == 0 else f"{compound} و{_TENS[tens - 2]}"
