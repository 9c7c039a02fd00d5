"""With which mark does a line begin: `1.`, `(a)`, `Article 3`, `المادة الأولى`, `Annex I`?"""

import re
from typing import NamedTuple

from pages.clauses.numbers import ordinal
from pages.clauses.words import ANNEX, ARTICLE, DIVISION, PREAMBLE

_FIGURES = r"[0-9٠-٩۰-۹]{1,3}"
_PARAGRAPH = re.compile(rf"^(?:({_FIGURES})\s*[.)\-–—](?!\s*\d)|\(({_FIGURES})\))\s*(?=\S)")
_LETTER = re.compile(r"^(?:\(([a-zA-Zء-ي]ـ?)\)|([a-zA-Zء-ي]ـ?)[)])\s*(?=\S)")
_ROMAN = re.compile(r"^(?:\(([ivxlc]{1,7})\)|([ivxlc]{2,7})[.)])\s*(?=\S)")
_AFTER_NUMBER = re.compile(r"^\s*[.:،,)\-–—]*\s*")
_BIS = re.compile(r"^\s+(bis|ter|quater|مكرر)\b", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_ANY_ARTICLE = re.compile(rf"^(?:{_any(ARTICLE)})\s+", re.IGNORECASE)
_ANY_DIVISION = re.compile(
    rf"^({_any(tuple(word for words in DIVISION.values() for word in words))})\s+", re.IGNORECASE
)
_ANY_PREAMBLE = re.compile(rf"^(?:{_any(PREAMBLE)})\s*[.:]?$", re.IGNORECASE)
_ANY_ANNEX = re.compile(rf"^(?:{_any(ANNEX)})(?=$|[\s.:–—-])\s*", re.IGNORECASE)


class Mark(NamedTuple):
    """What was recognised at the beginning of a line: its sort, the label, and how many characters it takes."""

    sort: str  # article, division, preamble, annex, number, letter or roman
    label: str = ""
    length: int = 0
    division: str = ""


def mark(text: str) -> Mark | None:
    """The mark that `text` begins with, or None."""
    if _ANY_PREAMBLE.match(text):
        return Mark("preamble", length=len(text), division="preamble")
    return _article(text) or _division(text) or _annex(text) or _numbered(text)


def begins_part(text: str) -> bool:
    return mark(text) is not None


def _number_after(text: str, start: int) -> tuple[str, int] | None:
    """The number spelled at `start`, of at most three words, and where it ends."""
    words = list(re.finditer(r"[^\s.:،,()–—]+", text[start:]))[:3]
    for count in (3, 2, 1):
        if len(words) >= count and (number := ordinal(text[start : start + words[count - 1].end()])) is not None:
            end = start + words[count - 1].end()
            if bis := _BIS.match(text[end:]):
                return f"{number} {bis[1].lower()}", end + bis.end()
            return str(number), end
    return None


def _article(text: str) -> Mark | None:
    word = _ANY_ARTICLE.match(text)
    found = _number_after(text, word.end()) if word else None
    return Mark("article", found[0], found[1]) if found and _ends_here(text, found[1]) else None


def _division(text: str) -> Mark | None:
    word = _ANY_DIVISION.match(text)
    found = _number_after(text, word.end()) if word else None
    if not word or not found or not _ends_here(text, found[1]):
        return None
    sort = next(sort for sort, words in DIVISION.items() if word[1].lower() in words)
    return Mark("division", found[0], len(text), f"{sort}-{found[0]}".replace(" ", "-"))


def _ends_here(text: str, end: int) -> bool:
    """Whether a heading may end after its number: not in "Article 3 of the Charter says", which is running text."""
    rest = text[end:]
    return not rest.strip() or bool(re.match(r"^\s*[.:،)\-–—]", rest))


def _annex(text: str) -> Mark | None:
    word = _ANY_ANNEX.match(text)
    if not word or len(text) > 200 or text.endswith((".", ";", "؛")):
        return None
    found = _number_after(text, word.end())
    end = found[1] if found else word.end()
    return Mark("annex", found[0] if found else "", end) if _ends_here(text, end) or not found else None


def _numbered(text: str) -> Mark | None:
    for sort, pattern in (("number", _PARAGRAPH), ("letter", _LETTER), ("roman", _ROMAN)):
        if found := pattern.match(text):
            return Mark(sort, next(group for group in found.groups() if group), found.end())
    return None


def rest_after(text: str, end: int) -> str:
    """What follows a mark, without the stop and dash between."""
    return _AFTER_NUMBER.sub("", text[end:], count=1)
