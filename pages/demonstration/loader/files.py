"""Which records and pages are written in the files of a folder?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from pages.demonstration.loader.problems import Place, Problem
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
)

Data = dict[str, Any]

RECORD_FILES = ("organisations", "people", "topics")
# The files of pages: their names, under which key of the file the pages stand, and what they are.
PAGE_FILES: list[tuple[str, str, type[BasePage]]] = [
    ("home.yaml", "", HomePage),
    ("pages.yaml", "indexes", IndexPage),
    ("pages.yaml", "pages", StandardPage),
    ("series/*.yaml", "", ForumSeriesPage),
    ("papers/*.yaml", "", ResearchPaperPage),
    ("reference.yaml", "", DeclarationPage),
    ("news.yaml", "", NewsPage),
]
# The keys under which pages stand inside the page that they lie below.
NESTED: dict[str, type[BasePage]] = {
    "sections": StandardPage,
    "editions": ForumEditionPage,
    "sessions": SessionPage,
    "declarations": DeclarationPage,
    "recommendations": RecommendationPage,
    "papers": ResearchPaperPage,
}


class Entry(NamedTuple):
    """A map of a file, and where it stands."""

    data: Data
    place: Place


class PageEntry(NamedTuple):
    model: type[BasePage]
    data: Data
    place: Place


@dataclass
class Contents:
    """All that the files of `folder` say, and what is wrong with them."""

    folder: Path
    records: dict[str, list[Entry]] = field(default_factory=dict)
    pages: list[PageEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(folder: Path) -> Contents:
    """The files below `folder/content`; a file that is not there says nothing."""
    contents = Contents(folder)
    for name in RECORD_FILES:
        contents.records[name] = [entry for path in _files(folder, f"{name}.yaml") for entry in _maps(contents, path)]
    for pattern, key, model in PAGE_FILES:
        for path in _files(folder, pattern):
            contents.pages += [PageEntry(model, *entry) for entry in _maps(contents, path, key)]
    if not contents.pages and not any(contents.records.values()) and not contents.problems:
        contents.problems.append(Problem(str(folder), "", "There is no content here: no “content” folder with files."))
    return contents


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted((folder / "content").glob(pattern))


def _maps(contents: Contents, path: Path, key: str = "") -> Iterator[Entry]:
    """The maps of a file, or those under `key` in it."""
    place = Place(str(path.relative_to(contents.folder)), problems=contents.problems)
    data = _parse(path, place)
    if key and isinstance(data, dict):
        place.report_unknown(data, {"shared", *(name for _file, name, _model in PAGE_FILES if name)})
        data = data.get(key)
    if isinstance(data, dict):
        yield Entry({name: value for name, value in data.items() if name != "shared"}, place.at(*filter(None, [key])))
        return
    for index, row in enumerate(data or []):
        where = place.row(key, index, row)
        if isinstance(row, dict):
            yield Entry(row, where)
        else:
            where.report("A map of keys and values is expected.")


def _parse(path: Path, place: Place) -> Any:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        place.at(f"line {line}").report(f"This is no YAML: {error.problem}.")
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        place.report(f"This can't be read: {error}.")
    else:
        if data is None or isinstance(data, dict | list):
            return data
        place.report("A map or a list is expected.")
    return None
