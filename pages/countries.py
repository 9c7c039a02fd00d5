"""What is a country called? Names come from CLDR (by way of Babel), never from typing."""

from functools import lru_cache

from babel import Locale
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.languages import current

# Regions of CLDR that are no country: groupings, pseudo-regions and reserved codes.
_NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


@lru_cache(maxsize=32)
def _names(language: str) -> dict[str, str]:
    territories = Locale(language).territories
    return {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}


def country_name(code: str, language: str | None = None) -> str:
    """The name of an ISO 3166-1 alpha-2 `code` in `language` (the reader's by default); the code when unknown."""
    return _names(language or current()).get(code, code)


def country_choices() -> list[tuple[str, str]]:
    """(code, name) in the reader's language, in the order of that language's alphabet."""
    names = {code: name for code, name in _names(current()).items() if code not in _NOT_COUNTRIES}
    return sorted(names.items(), key=lambda pair: pair[1])


def is_country(code: str) -> bool:
    return code in _names("en") and code not in _NOT_COUNTRIES


class CountryField(models.CharField):
    """An ISO 3166-1 alpha-2 code, chosen by name."""

    def __init__(self, verbose_name: str = _("country"), **kwargs: object) -> None:
        kwargs.setdefault("max_length", 2)
        kwargs.setdefault("choices", country_choices)
        super().__init__(verbose_name, **kwargs)
