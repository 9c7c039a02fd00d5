"""Which CLDR locale writes a language the way this archive's readers do?"""

from functools import lru_cache

from babel import Locale

# Moroccan Arabic month names (نونبر) and western digits; "12 October 2017" and no comma before "and".
_VARIANTS = {"ar": "ar_MA", "en": "en_GB"}


@lru_cache(maxsize=32)
def cldr(language: str) -> Locale:
    return Locale.parse(_VARIANTS.get(language, language))


def language_name(code: str, language: str) -> str:
    """What the language `code` is called in `language`: `arabe` for `ar` in French."""
    return cldr(language).languages.get(code, code)
