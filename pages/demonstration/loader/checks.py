"""What do the models' own rules say of values that were read from a file?"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from wagtail.blocks import StreamBlockValidationError
from wagtail.fields import StreamField

from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.references import PageReference, RecordReference
from pages.models import DatedMixin


def report_blocks(field: StreamField, raw: list[dict[str, Any]], place: Place) -> None:
    """What the blocks of a stream say: too long a heading, a clause's address used twice."""
    if not raw:
        return
    try:
        field.stream_block.clean(field.stream_block.to_python(raw))
    except StreamBlockValidationError as error:
        for keys, message in _messages(error.as_json_data()):
            place.at(*keys).report(message)


def _messages(data: Any, keys: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], str]]:
    for message in data.get("messages", []):
        yield keys, message
    for key, inner in data.get("blockErrors", {}).items():
        yield from _messages(inner, (*keys, key + 1 if isinstance(key, int) else key))


def report_row(model: type[Model], values: Mapping[str, Any], place: Place) -> None:
    """What a row's own rules say; any number will do for what it refers to."""
    row = model()
    for name, value in values.items():
        is_reference = isinstance(value, PageReference | RecordReference)
        setattr(row, model._meta.get_field(name).attname, 1 if is_reference else value)
    try:
        row.clean()
    except ValidationError as error:
        report_error(error, place)


def report_dates(model: type[DatedMixin], fields: Mapping[str, Any], place: Place) -> None:
    page = model(start_date=fields["start_date"], end_date=fields["end_date"])
    for name, error in page.date_errors().items():
        place.at(name).report(error.messages[0])


def report_error(error: ValidationError, place: Place) -> None:
    """Each message at the key it speaks of."""
    if not hasattr(error, "error_dict"):
        for message in error.messages:
            place.report(message)
        return
    for name, messages in error.message_dict.items():
        for message in messages:
            (place if name == "__all__" else place.at(name)).report(message)
