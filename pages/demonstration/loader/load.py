"""How is a folder of files brought into the site: read, checked as a whole, written in one go?"""

from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from django.db import transaction

from pages.addresses import page_url
from pages.demonstration.loader.access import report_access, set_missing_access
from pages.demonstration.loader.consistency import States, report_inconsistencies
from pages.demonstration.loader.directory import Directory
from pages.demonstration.loader.files import read
from pages.demonstration.loader.indexing import indexed_once
from pages.demonstration.loader.problems import Invalid, Problem
from pages.demonstration.loader.progress import Progress
from pages.demonstration.loader.records import Record, records, write_records
from pages.demonstration.loader.report import Report
from pages.demonstration.loader.state import Reader
from pages.demonstration.loader.works import works
from pages.demonstration.loader.writing import add_missing, write_pages

DEMONSTRATION = Path(__file__).resolve().parent.parent


def load(folder: Path = DEMONSTRATION, *, overwrite: bool = False, progress: Progress | None = None) -> Report:
    """Load what `folder/content` describes. Pages that an editor has changed stay unless `overwrite`.

    Raises Invalid with everything that is wrong, and then nothing has been loaded.
    """
    contents = read(folder)
    directory = Directory(works(contents.pages))
    listed = records(contents.records)
    states = _states(folder, directory)
    report_inconsistencies(states, listed, directory)
    report_access(directory.works.values())
    _raise(contents.problems)
    progress = progress or Progress(StringIO())
    progress.total = len(listed) + len(states)
    with transaction.atomic():
        report = _write(listed, states, directory, overwrite, progress)
        _raise(contents.problems)
    return report


def _states(folder: Path, directory: Directory) -> States:
    """Every work in each of its languages, the source first: later versions count as up to date."""
    reader = Reader(folder, directory.works)
    return {
        (work.address, language): reader.state(work, language)
        for work in directory.works.values()
        for language in work.languages
    }


def _write(listed: list[Record], states: States, directory: Directory, overwrite: bool, progress: Progress) -> Report:
    report = Report()
    with indexed_once() as changed:
        for record, row, outcome in write_records(listed, overwrite=overwrite):
            report.note(record.model, record.slug, outcome)
            changed += [row] * outcome.is_written
            progress.step(record.slug)
        directory.read_records()
        added = add_missing(directory, states)
        for work, page, outcome in write_pages(directory, states, added=added, overwrite=overwrite):
            report.note(work.model, page_url(page), outcome)
            changed += [page] * outcome.is_written
            progress.step(work.address)
        set_missing_access(directory, overwrite=overwrite)
    return report


def _raise(problems: Iterable[Problem]) -> None:
    if problems:
        raise Invalid(problems)
