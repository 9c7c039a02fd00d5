"""In which languages can an adopted text be authentic?"""

from babel import Locale
from django.conf import settings

from pages.languages import current

# The official languages of the United Nations and of the African Union.
OFFICIAL = ["ar", "en", "es", "fr", "pt", "ru", "sw", "zh"]


def language_choices(already: list[str] | None = None) -> list[tuple[str, str]]:
    """(code, name in the reader's language): those of the site, the official ones, and those `already` stated."""
    codes = dict.fromkeys([*(code for code, _name in settings.LANGUAGES), *OFFICIAL, *(already or [])])
    names = Locale(current()).languages
    return [(code, str(names.get(code, code)).capitalize()) for code in codes]
