"""How is the work cited in a sentence? An APA-like reference in the reader's language.

Order and marks follow the APA (7th edition): who (when). Title (series no.). Publisher. Address. Names stay whole.
"""

from datetime import date

from babel.lists import format_list
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pages.citations.csl import Item, csl
from pages.languages import current
from pages.models import BasePage
from pages.text.dates import span
from pages.text.locales import cldr

_COMMAS = {"ar": "، "}
_PRECISIONS = {1: "year", 2: "month", 3: "day"}


def citation(page: BasePage, language: str | None = None) -> str:
    """The reference as plain text, its words in `language` (the reader's by default)."""
    with translation.override(language or current()):
        item = csl(page)
        head = _in_order(item, f"{item['title']}{_in_brackets(_details(item))}.")
        return " ".join(part for part in (*head, _where(item), address(item)) if part)


def citation_html(page: BasePage, language: str | None = None) -> SafeString:
    """The same, with the title marked as a title and the address as a link that keeps its own direction."""
    with translation.override(language or current()):
        item = csl(page)
        details = _in_brackets(format_html("<bdi>{}</bdi>", _details(item))) if _details(item) else ""
        head = _in_order(item, format_html("<cite>{}</cite>{}.", item["title"], details))
        link = format_html('<a href="{0}"><bdi dir="ltr">{0}</bdi></a>', address(item)) if address(item) else ""
        return format_html_join(" ", "{}", ((part,) for part in (*head, _where(item), link) if part))


def address(item: Item) -> str:
    """The DOI's address, or else the page's."""
    return f"https://doi.org/{item['DOI']}" if "DOI" in item else item.get("URL", "")


def _in_order(item: Item, title: str) -> list[str]:
    """Who, when, what; a work without an author begins with its title."""
    when = f"({_when(item)})."
    names = [name["literal"] for name in item.get("author", [])]
    return [format_list(names, locale=cldr(current())), when, title] if names else [title, when]


def _when(item: Item) -> str:
    issued = item.get("issued", {})
    if "date-parts" not in issued:
        return _("n.d.")
    parts = issued["date-parts"]
    first, last = (date(*[*day, 1, 1][:3]) for day in (parts[0], parts[-1]))
    return span(first, last, _PRECISIONS[len(parts[0])], current())


def _details(item: Item) -> str:
    """What stands in brackets after the title: series and number, or the code."""
    series, number = item.get("collection-title"), item.get("collection-number")
    if series and number:
        return _("%(series)s, no. %(number)s") % {"series": series, "number": number}
    return series or item.get("number", "")


def _in_brackets(text: str) -> str:
    return format_html(" ({})", text) if isinstance(text, SafeString) else f" ({text})" if text else ""


def _where(item: Item) -> str:
    parts = [item[key] for key in ("container-title", "event-place", "publisher") if key in item]
    return f"{_COMMAS.get(current(), ', ').join(parts)}." if parts else ""
