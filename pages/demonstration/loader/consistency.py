"""Do the pages of the files fit together, and with what the site holds already?"""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page

from pages.demonstration.loader.directory import Directory
from pages.demonstration.loader.model_fields import KEYS
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.records import Record
from pages.demonstration.loader.references import RecordReference, references_in
from pages.demonstration.loader.state import State
from pages.demonstration.loader.works import Work
from pages.models import BasePage, HomePage

States = dict[tuple[str, str], State]


def report_inconsistencies(states: States, records: Iterable[Record], directory: Directory) -> None:
    """Report parents, references and addresses that can't be."""
    for work in directory.works.values():
        if work.model is not HomePage:
            _report_parent(work, directory)
    for address, language in states:
        _report_taken(directory.works[address], language, directory)
    _report_references(states, list(records), directory)


def _report_parent(work: Work, directory: Directory) -> None:
    """A parent is a page of the files or of the site, of a kind below which the work can lie, in its languages."""
    model, languages = _parent(work, directory)
    if model is None:
        work.place.at("parent").report(f"There is no page “{work.parent}”.")
        return
    if work.model not in model.allowed_subpage_models():
        kind, above = work.model._meta.verbose_name, model._meta.verbose_name
        work.place.report(f"A page of the kind “{kind}” can't lie below one of the kind “{above}”.")
    for code in set(work.languages) - languages:
        work.place.at("title", code).report(f"The page above, “{work.parent or '/'}”, is not in this language.")


def _parent(work: Work, directory: Directory) -> tuple[type[BasePage] | None, set[str]]:
    on_site = directory.versions(work.parent)
    if parent := directory.works.get(work.parent):
        return parent.model, {*parent.languages, *on_site}
    return next((page.specific_class for page in on_site.values()), None), set(on_site)


def _report_taken(work: Work, language: str, directory: Directory) -> None:
    parent = directory.versions(work.parent).get(language)
    if work.model is HomePage or parent is None or language in directory.versions(work.address):
        return
    if Page.objects.child_of(parent).filter(slug=work.slug).exists():
        work.place.at("slug").report(f"Another page stands at /{language}/{work.address}/ already.")


def _report_references(states: States, records: list[Record], directory: Directory) -> None:
    described = {RecordReference(record.slug, record.model) for record in records}
    for place, values in _said(states, records, directory):
        for reference in references_in(values):
            is_described = reference in described
            if not is_described and not directory.is_known(reference):
                place.report(f"There is no {reference.model._meta.verbose_name} “{reference[0]}”.")


def _said(states: States, records: list[Record], directory: Directory) -> Iterator[tuple[Place, Any]]:
    for (address, _language), state in states.items():
        for name, values in [*state.fields.items(), *state.rows.items()]:
            yield directory.works[address].place.at(KEYS.get(name, name)), values
    for record in records:
        for name, value in record.fields.items():
            yield record.place.at(name), value
