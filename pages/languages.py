"""Which languages does this installation publish in, and how are they written?"""

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language, get_language_info


def languages() -> list[tuple[str, str]]:
    """The (code, translated name) pairs; a callable, so that adding a language needs no migration."""
    return list(settings.LANGUAGES)


def own_name(code: str) -> str:
    """The language's name in itself: `العربية` for `ar`."""
    return str(Locale.parse(code).languages[code]).capitalize()


def direction(code: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if get_language_info(code)["bidi"] else "ltr"


def current() -> str:
    """The language being spoken to the reader now, one of `settings.LANGUAGES`."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def preference(first: str | None = None) -> list[str]:
    """Language codes in the order in which to look for a text: `first` (or the reader's), then the site's order."""
    wanted = first or current()
    return [wanted, *(code for code, _name in settings.LANGUAGES if code != wanted)]
