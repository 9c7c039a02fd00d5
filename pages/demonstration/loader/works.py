"""Which works are there, where does each lie, and in which languages?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.utils.text import slugify

from pages.demonstration.loader.files import NESTED, Data, PageEntry
from pages.demonstration.loader.problems import Place
from pages.demonstration.loader.values import languages_of
from pages.models import BasePage, HomePage

HOME = ""
PLACED = {"slug", "parent", "source_language", *NESTED}


@dataclass(frozen=True)
class Work:
    """A page in all its languages. `address` is below the home page, without the language; the home's is empty."""

    address: str
    model: type[BasePage]
    data: Data
    place: Place
    languages: tuple[str, ...]

    @property
    def parent(self) -> str:
        return self.address.rpartition("/")[0]

    @property
    def slug(self) -> str:
        return self.address.rpartition("/")[2]

    @property
    def translation_key(self) -> UUID:
        """The same on every machine and at every loading, whatever the numbers in the database."""
        return uuid5(NAMESPACE_URL, f"page:{self.address}")


def works(entries: Iterable[PageEntry]) -> list[Work]:
    """Every work, parents before what lies below them, else in the order of the files."""
    found: dict[str, Work] = {}
    for entry in entries:
        parent = str(entry.data.get("parent") or HOME).strip("/")
        for work in _with_children(entry, parent):
            if work.address in found:
                work.place.report(f"Another page has the address “{work.address or '/'}” already.")
            found.setdefault(work.address, work)
    return sorted(found.values(), key=lambda work: (work.address != HOME, work.address.count("/")))


def _with_children(entry: PageEntry, parent: str) -> Iterator[Work]:
    work = _work(entry, parent)
    if work is None:
        return
    yield work
    for key, model in NESTED.items():
        rows = entry.data.get(key) or []
        for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
            place = entry.place.row(key, index, row)
            if isinstance(row, dict):
                yield from _with_children(PageEntry(model, row, place), work.address)
            else:
                place.report("A map of keys and values is expected.")


def _work(entry: PageEntry, parent: str) -> Work | None:
    title = entry.data.get("title")
    if not title:
        entry.place.at("title").report("Every page needs a title.")
        return None
    data = {key: value for key, value in entry.data.items() if key not in PLACED}
    languages = _in_order(languages_of(title), entry)
    if entry.model is HomePage:
        return Work(HOME, entry.model, data, entry.place, languages)
    slug = str(entry.data.get("slug") or "")
    if not slug or slug != slugify(slug, allow_unicode=True):
        entry.place.at("slug").report("A page needs a slug of small letters, digits and hyphens.")
        return None
    return Work(f"{parent}/{slug}".lstrip("/"), entry.model, data, entry.place, languages)


def _in_order(codes: list[str], entry: PageEntry) -> tuple[str, ...]:
    """The language in which the work was written first: versions published before their source count as older."""
    first = entry.data.get("source_language") or settings.LANGUAGE_CODE
    if "source_language" in entry.data and first not in codes:
        entry.place.at("source_language").report("There is no title in this language.")
    return tuple(sorted(codes, key=lambda code: code != first))
