"""How do works come into the tree of pages, each published through a revision?"""

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin

from pages.demonstration.loader.checks import report_error
from pages.demonstration.loader.consistency import States
from pages.demonstration.loader.directory import Directory
from pages.demonstration.loader.history import Outcome, PageHistory
from pages.demonstration.loader.model_fields import fields_of, relations_of
from pages.demonstration.loader.references import resolved
from pages.demonstration.loader.works import Work


def add_missing(directory: Directory, states: States) -> set[int]:
    """Add, unpublished, the pages that are not there yet, so that others can refer to them; their numbers."""
    added: set[int] = set()
    for (address, language), state in states.items():
        work = directory.works[address]
        parent = directory.versions(work.parent).get(language)
        if language in directory.versions(address) or parent is None:
            continue
        page = work.model(
            slug=work.slug,
            locale=directory.locales[language],
            translation_key=work.translation_key,
            live=False,
            **{name: value for name, value in state.fields.items() if _is_plain(work, name)},
        )
        try:
            parent.add_child(instance=page)
        except ValidationError as error:
            report_error(error, work.place)
            continue
        directory.add(address, language, page)
        added.add(page.pk)
    return added


def _is_plain(work: Work, name: str) -> bool:
    return not isinstance(fields_of(work.model)[name], ForeignKey | StreamField)


def write_pages(
    directory: Directory, states: States, *, added: set[int], overwrite: bool
) -> Iterator[tuple[Work, Page, Outcome]]:
    """Fill and publish what is new or said otherwise now; leave what an editor has changed."""
    written = {place: page for place in states if (page := directory.versions(place[0]).get(place[1]))}
    history = PageHistory(written.values())
    for (address, language), page in written.items():
        work, state = directory.works[address], states[address, language]
        number = partial(directory.number, language=language)
        wanted = resolved({"fields": state.fields, "rows": state.rows}, number)
        outcome = history.outcome(page, wanted, is_new=page.pk in added, overwrite=overwrite)
        if outcome.is_written:
            page = page.specific
            _fill(page, work, wanted)
            page.save()
            revision = page.save_revision(clean=False)
            revision.publish(log_action=False)
            history.note(page, wanted, revision)
        yield work, page, outcome


def _fill(page: Page, work: Work, wanted: dict[str, Any]) -> None:
    fields = fields_of(work.model)
    for name, value in wanted["fields"].items():
        field = fields[name]
        if isinstance(field, StreamField):
            value = field.to_python(value)
        setattr(page, field.attname, value)
    for name, model in relations_of(work.model).items():
        rows = wanted["rows"][name]
        setattr(page, name, [_row(page, name, model, place, values) for place, values in enumerate(rows)])


def _row(page: Page, relation: str, model: type[Model], place: int, values: dict[str, Any]) -> Model:
    """A row; where rows are translated, it is the same one in each language."""
    row = model(**{model._meta.get_field(name).attname: value for name, value in values.items()})
    if hasattr(row, "sort_order"):
        row.sort_order = place
    if isinstance(row, TranslatableMixin):
        row.locale_id = page.locale_id
        row.translation_key = uuid5(NAMESPACE_URL, f"row:{page.translation_key}/{relation}/{place}")
    return row
