"""How is a text, a date, a name set on the page? The reader's language decides."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.addresses import page_url
from pages.countries import country_name
from pages.languages import current, direction
from pages.models import DatedMixin, Figure
from pages.models.records import LabelledRecord
from pages.queries.facts import place as place_name
from pages.text import dates as date_texts
from pages.text import locales, numbers, ordinals
from pages.text.typography import typography as spaced

register = template.Library()


@register.filter
def typography(value: object) -> SafeString:
    """The language's spaces around punctuation; plain text is escaped, safe HTML kept."""
    return mark_safe(spaced(conditional_escape("" if value is None else value), current()))  # noqa: S308


@register.filter
def country(code: str) -> str:
    return country_name(code) if code else ""


@register.filter
def language_name(code: str) -> str:
    """What a language is called in the reader's: `arabe`."""
    return locales.language_name(code, current())


@register.filter
def text_direction(code: str) -> str:
    return direction(code)


@register.filter
def joined(items: list[object]) -> SafeString:
    """`A, B et C`."""
    return numbers.joined(items, current())


@register.filter
def number(value: int) -> str:
    return numbers.number(value, current())


@register.filter(expects_localtime=True)
def day(value: date) -> str:
    """`12 October 2017`, in words; of a moment, the day on which it is here."""
    return date_texts.day(value, current())


@register.simple_tag
def dates(dated: DatedMixin) -> SafeString:
    """The dates in words, or that the source does not say."""
    text = date_texts.partial_date(dated, current())
    if text:
        return typography(capfirst(text))
    return format_html('<span class="unknown">{}</span>', _("date not stated by the source"))


@register.simple_tag
def figure(row: Figure) -> SafeString:
    """`<small>more than</small> 300`."""
    shown = numbers.number(row.number, current())
    if row.qualifier == "exactly":
        return conditional_escape(shown)
    return format_html("<small>{}</small> {}", row.get_qualifier_display(), shown)


@register.simple_tag
def label(record: LabelledRecord) -> SafeString:
    """The record's name, marked with its language when it is not the reader's."""
    return in_language(*record.label(current()))


@register.simple_tag
def in_language(text: str, language: str) -> SafeString:
    if language == current():
        return typography(text)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), spaced(text, language))


@register.simple_tag
def ordinal(value: int) -> SafeString:
    """The edition's name: `11<sup>e</sup> édition`."""
    return conditional_escape(ordinals.edition_name_html(value, current()))


@register.simple_tag
def day_name(value: int) -> str:
    return ordinals.day_name(value, current())


@register.simple_tag
def code_ltr(code: str) -> SafeString:
    """A code or number that reads left to right in every language: `R 9`, `2(a)`."""
    return format_html('<bdi dir="ltr">{}</bdi>', code)


@register.simple_tag
def comma() -> str:
    """The comma of the language, without a space."""
    return "،" if current() == "ar" else ","


@register.simple_tag
def place(town: str, code: str) -> SafeString:
    """`Marrakech, Morocco`."""
    return typography(place_name(town, code))


@register.simple_tag
def weekday_date(value: date) -> str:
    """`Thursday 12 October 2017`."""
    return f"{date_texts.weekday(value, current())} {date_texts.day(value, current())}"


@register.simple_tag
def facts_line(facts: Iterable[str], codes: Iterable[str] = ()) -> SafeString:
    """`Panel · Koutoubia Room · R 9`; the dot sticks to the word before it, so that no line begins with one."""
    parts = [*(typography(fact) for fact in facts if fact), *(code_ltr(code) for code in codes)]
    return format_html_join("\u00a0· ", "{}", ((part,) for part in parts))


@register.simple_tag
def local_time_of(name: str) -> SafeString:
    """The town of a time zone: `الدار البيضاء` for `Africa/Casablanca`."""
    return typography(date_texts.zone_town(name, current()))


@register.simple_tag
def address(page: Page) -> str:
    return page_url(page)


@register.simple_tag
def edition_in_short(edition: dict[str, object]) -> SafeString:
    """`10th edition, 2019`, or the title of an edition without a number."""
    name = ordinal(edition["number"]) if edition["number"] else typography(edition["title"])
    return format_html("{}{} {}", name, comma(), edition["year"]) if edition["year"] else name
