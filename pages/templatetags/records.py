"""How are people, organisations, topics and countries named and linked in a page?"""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pages.countries import country_name
from pages.languages import current
from pages.models import Person
from pages.models.records import LabelledRecord
from pages.templatetags.text import in_language, label
from pages.text.numbers import joined

register = template.Library()


@register.simple_tag
def record_link(record: LabelledRecord) -> SafeString:
    """The record's name, leading to its own page."""
    address = reverse(record._meta.model_name, args=[record.slug])
    return format_html('<a href="{}">{}</a>', address, label(record))


@register.simple_tag
def record_links(records: Iterable[LabelledRecord]) -> SafeString:
    """`A, B and C`, each a link."""
    return joined([record_link(record) for record in records], current())


@register.simple_tag
def country_link(code: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("country", args=[code.lower()]), country_name(code))


@register.simple_tag
def position(person: Person) -> SafeString:
    """The office held, after the name."""
    texts = person.texts(current())
    if texts is None or not texts.position:
        return SafeString("")
    return format_html(' <span class="meta">{}</span>', in_language(texts.position, texts.language))
