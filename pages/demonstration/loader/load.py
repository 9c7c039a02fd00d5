"""How is a folder of files brought into the site: read, checked as a whole, written in one go?"""

from pathlib import Path

from django.db import transaction
from wagtail.models import Page

from pages.addresses import page_url
from pages.demonstration.loader.directory import Directory
from pages.demonstration.loader.files import Contents, read
from pages.demonstration.loader.indexing import indexed_once
from pages.demonstration.loader.problems import Invalid
from pages.demonstration.loader.progress import Progress
from pages.demonstration.loader.records import Record, records, write_records
from pages.demonstration.loader.references import PageReference, RecordReference, references_in
from pages.demonstration.loader.report import Report
from pages.demonstration.loader.state import Reader
from pages.demonstration.loader.works import HOME, check_places, works
from pages.demonstration.loader.writing import States, add_missing, write_pages

DEMONSTRATION = Path(__file__).resolve().parent.parent


def load(folder: Path = DEMONSTRATION, *, overwrite: bool = False, progress: Progress | None = None) -> Report:
    """Load what `folder/content` describes. Pages that an editor has changed stay unless `overwrite`.

    Raises Invalid with everything that is wrong, and then nothing has been loaded.
    """
    progress = progress or Progress()
    contents = read(folder)
    listed = works(contents.pages)
    found = records(contents.records)
    directory = Directory(listed)
    states = _states(contents, directory)
    check_places(listed)
    _check_references(states, found, directory)
    _check_addresses(states, directory)
    _raise(contents)
    progress.total = len(found) + len(states)
    report = Report()
    with transaction.atomic(), indexed_once() as changed:
        for record, row, outcome in write_records(found, overwrite=overwrite):
            report.note(record.model, record.slug, outcome)
            changed += [row] * outcome.is_written
            progress.step(record.slug)
        directory.read_records()
        added = add_missing(directory, states)
        _raise(contents)
        for work, page, outcome in write_pages(directory, states, added=added, overwrite=overwrite):
            report.note(work.model, page_url(page), outcome)
            changed += [page] * outcome.is_written
            progress.step(work.address)
    return report


def _states(contents: Contents, directory: Directory) -> States:
    """Every work in each of its languages, the source first: later versions count as up to date."""
    reader = Reader(contents.folder, directory.works)
    return {
        (work.address, language): reader.state(work, language)
        for work in directory.works.values()
        for language in work.languages
    }


def _check_references(states: States, found: list[Record], directory: Directory) -> None:
    described = {(record.model, record.slug) for record in found}
    said = [(state, directory.works[address].place) for (address, _language), state in states.items()]
    for values, place in [
        *(({**state.fields, **state.rows}, place) for state, place in said),
        *((record.fields, record.place) for record in found),
    ]:
        for key, value in values.items():
            for reference in references_in(value):
                is_described = isinstance(reference, RecordReference) and tuple(reference) in described
                if is_described or directory.is_known(reference):
                    continue
                name = reference.address if isinstance(reference, PageReference) else reference.slug
                kind = "page" if isinstance(reference, PageReference) else reference.model._meta.verbose_name
                place.at(key).report(f"There is no {kind} “{name}”.")


def _check_addresses(states: States, directory: Directory) -> None:
    """Report addresses at which another page stands already."""
    for (address, language), _state in states.items():
        work = directory.works[address]
        parent = directory.page(work.parent, language)
        if address == HOME or parent is None or directory.page(address, language):
            continue
        if Page.objects.child_of(parent).filter(slug=work.slug).exists():
            work.place.at("slug").report(f"Another page stands at /{language}/{address}/ already.")


def _raise(contents: Contents) -> None:
    if contents.problems:
        raise Invalid(contents.problems)
