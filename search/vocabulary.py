"""What are filters and their values called, in any language a reader may type?

Kinds, years, countries and languages are known to everybody and decided here; which forums, topics and organisations
there are is a matter of who asks.
"""

import re
from collections.abc import Callable
from functools import cache

from babel import Locale
from django.conf import settings
from django.utils.translation import override

from pages.countries import is_country
from search.analysis import fold
from search.entries import LANGUAGES, NONE
from search.kinds import kind_names, plural_names

# The names of filters are those of the address's parameters.
TYPE, SERIES, YEAR, COUNTRY, TOPIC = "type", "series", "year", "country", "topic"
LANGUAGE, ORGANISATION = "language", "organisation"
_NAMES = {
    TYPE: "type kind نوع tipo",
    SERIES: "series forum سلسلة منتدى série forum serie foro fórum",
    YEAR: "year سنة عام année año ano",
    COUNTRY: "country place بلد دولة مكان pays lieu país lugar",
    TOPIC: "topic موضوع sujet thème tema",
    LANGUAGE: "lang language لغة langue idioma lengua língua",
    ORGANISATION: "organisation organization org مؤسسة منظمة هيئة جهة organización organización organização",
}
# Of what has no year: `year:none`.
_NO_YEAR = frozenset(map(fold, ("none", "بلا", "aucune", "ninguno", "nenhum")))
_SPAN = re.compile(r"(\d{1,4})?\s*(?:\.\.+|…|-|–)\s*(\d{1,4})?")


@cache
def _filters() -> dict[str, str]:
    return {_bare(word): name for name, words in _NAMES.items() for word in words.split()}


def filter_named(word: str) -> str | None:
    """`year` for `سنة`; None for any other word."""
    return _filters().get(_bare(word))


def meaning(name: str, value: str) -> str | None:
    """The value as entries hold it: `MA` for «Maroc», `2019..` for «2019…»; None when there is no such thing.

    What forums, topics and organisations are called is not known here: they come back as they are.
    """
    known = _MEANINGS.get(name)
    return known(value) if known else value.strip(" .,;:،؛") or None


def years_of(value: str) -> tuple[int | None, int | None] | None:
    """`2019`, `2019..2023`, `2019..` and `..2023`, in any digits, as first and last year."""
    text = value.strip()
    if text.isdecimal() and len(text) <= 4 and int(text):
        return int(text), int(text)
    if (found := _SPAN.fullmatch(text)) and any(found.groups()):
        first, last = (int(year) if year else None for year in found.groups())
        return (last, first) if first and last and first > last else (first, last)
    return None


def _year(value: str) -> str | None:
    if fold(value.strip()) in _NO_YEAR:
        return NONE
    span = years_of(value)
    if span is None:
        return None
    first, last = span
    return str(first) if first == last else f"{first or ''}..{last or ''}"


def _kind(value: str) -> str | None:
    return _kinds().get(_bare(value))


def _country(value: str) -> str | None:
    code = value.strip().upper()
    return code if is_country(code) else _countries().get(_bare(value))


def _language(value: str) -> str | None:
    code = value.strip().lower()
    return code if code in dict(settings.LANGUAGES) else _languages().get(_bare(value))


_MEANINGS: dict[str, Callable[[str], str | None]] = {
    TYPE: _kind,
    YEAR: _year,
    COUNTRY: _country,
    LANGUAGE: _language,
}
# Filters whose values everybody knows, so that a name of several words can be told without quotes.
VOCABULARY = frozenset(_MEANINGS)


def _bare(name: str) -> str:
    """Arabic names are typed with their article or without."""
    return fold(name).removeprefix("ال")


@cache
def _kinds() -> dict[str, str]:
    found = {str(kind): str(kind) for kind in kind_names()}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found |= {_bare(name): str(kind) for kind, name in [*plural_names().items(), *kind_names().items()]}
    return found


@cache
def _countries() -> dict[str, str]:
    return _names_of("territories", is_country)


@cache
def _languages() -> dict[str, str]:
    published = dict(settings.LANGUAGES)
    return _names_of("languages", lambda code: code in published)


def _names_of(part: str, is_kept: Callable[[str], bool]) -> dict[str, str]:
    """Folded name to code, in every language there is an analysis for."""
    named = ((code, name) for language in LANGUAGES for code, name in getattr(Locale(language), part).items())
    return {_bare(name): code for code, name in named if is_kept(code)}
