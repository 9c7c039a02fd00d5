"""Which number does a text mean by `٣`, `premier`, `الحادية عشرة` or `IV`?"""

import re
from itertools import pairwise

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")

# The letters of the abjad, in which Arabic texts count their sub-paragraphs.
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"

_WORDS = {
    "premier": 1, "première": 1, "1er": 1, "1re": 1, "unique": 1,
    "primero": 1, "primeiro": 1, "único": 1, "one": 1, "first": 1, "kwanza": 1,
}  # fmt: skip

# Feminine and masculine, without the article, as in المادة الثالثة and الفصل الثالث.
_ARABIC_UNITS = {
    "أولى": 1, "أول": 1, "واحدة": 1, "حادية": 1, "حادي": 1, "ثانية": 2, "ثاني": 2, "ثالثة": 3, "ثالث": 3,
    "رابعة": 4, "رابع": 4, "خامسة": 5, "خامس": 5, "سادسة": 6, "سادس": 6, "سابعة": 7, "سابع": 7,
    "ثامنة": 8, "ثامن": 8, "تاسعة": 9, "تاسع": 9, "عاشرة": 10, "عاشر": 10,
}  # fmt: skip
_ARABIC_TENS = {
    "عشر": 20, "ثلاث": 30, "أربع": 40, "خمس": 50, "ست": 60, "سبع": 70, "ثمان": 80, "تسع": 90,
}  # fmt: skip
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0640]")


def western(text: str) -> str:
    """`text` with every digit as 0 to 9."""
    return text.translate(_DIGITS)


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 399, in either case; None when `text` is none."""
    lowered = text.lower()
    if not lowered or not _ROMAN_FORM.match(lowered):
        return None
    values = [_ROMAN[letter] for letter in lowered]
    return sum(-value if value < following else value for value, following in pairwise([*values, 0]))


def ordinal(text: str) -> int | None:
    """The number that `text` spells in figures, Roman figures or words; None when it spells none."""
    plain = western(text).strip().lower()
    if plain.isdecimal():
        return int(plain)
    return _WORDS.get(plain) or roman(plain) or _arabic_ordinal(plain)


def _arabic_ordinal(text: str) -> int | None:
    words = [word for word in _VOWEL_SIGNS.sub("", text).replace("إ", "أ").split() if word != "و"]
    stems = [word.removeprefix("و").removeprefix("ال") for word in words if word]
    match stems:
        case [unit] if unit in _ARABIC_UNITS:
            return _ARABIC_UNITS[unit]
        case [tens] if value := _tens(tens):
            return value
        case [unit, ("عشرة" | "عشر")] if unit in _ARABIC_UNITS:
            return 10 + _ARABIC_UNITS[unit]
        case [unit, tens] if unit in _ARABIC_UNITS and (value := _tens(tens)):
            return value + _ARABIC_UNITS[unit]
    return None


def _tens(word: str) -> int | None:
    stem = next((word.removesuffix(end) for end in ("ون", "ين") if word.endswith(end)), None)
    return _ARABIC_TENS.get(stem) if stem else None


def letter(text: str) -> str | None:
    """The Latin letter with the place of `text` in its alphabet: `a` for `أ`; itself for a Latin letter."""
    single = text.replace("ـ", "").replace("ا", "أ").replace("إ", "أ").lower()
    if len(single) != 1:
        return None
    if single in _ABJAD[:26]:
        return chr(ord("a") + _ABJAD.index(single))
    return single if "a" <= single <= "z" else None
