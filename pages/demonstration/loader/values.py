"""What does a value of a file mean for a field, in one language? Anything that doesn't fit is reported."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Field, ForeignKey
from django.utils.translation import get_language_info
from wagtail.models import Page

from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.references import PageReference, RecordReference
from pages.models import Organisation, Person, Topic

RECORDS = (Organisation, Person, Topic)


def said(value: Any, language: str, place: Place) -> tuple[Any, Place]:
    """The text of `language` from a map of languages, and its place; what is no map is the same in all of them."""
    if not isinstance(value, dict):
        return value, place
    for code in value:
        if not _is_language(code):
            place.at(code).report("This is not the code of a language.")
    return value.get(language), place.at(language)


def languages_of(value: Any) -> list[str]:
    """In which of the site's languages there is a text, in the site's order."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [code for code in codes if value.get(code)] if isinstance(value, dict) else codes


def _is_language(code: object) -> bool:
    try:
        get_language_info(str(code))
    except KeyError:
        return False
    return True


def scalar(field: Field, value: Any, place: Place) -> Any:
    """`value` as the field keeps it; what is empty is the field's default. References stay references."""
    if isinstance(field, ForeignKey):
        return _reference(field, value, place)
    if value is None:
        value = field.get_default()
    elif not isinstance(value, list | dict | bool):
        value = field.to_python(str(value).strip()) if field.get_internal_type() in _TEXTS else value
    if value in field.empty_values and (field.blank or field.null):
        return value
    try:
        return field.clean(value, None)
    except ValidationError as error:
        for message in error.messages:
            place.report(message)
    return None


_TEXTS = {"CharField", "TextField", "SlugField", "URLField"}


def _reference(field: ForeignKey, value: Any, place: Place) -> PageReference | RecordReference | None:
    if value is None:
        if not field.null:
            place.report("This can't be empty.")
        return None
    if not isinstance(value, str):
        place.report("The name of a record or the address of a page is expected.")
    elif issubclass(field.related_model, Page):
        return PageReference(value.strip("/"), field.related_model)
    elif field.related_model in RECORDS:
        return RecordReference(value, field.related_model)
    else:
        place.report("This can't be loaded from files.")
    return None
