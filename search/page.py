"""What does the page of results need to be written: its frame, and an address for everything that can be chosen?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.languages import current, languages
from pages.metadata import Metadata
from pages.metadata.head import NOT_INDEXED
from pages.metadata.links import absolute, alternates, preferred
from pages.models import Label
from pages.text.typography import quotation
from pages.views.frame import frame
from pages.views.pagination import pagination
from search.addresses import Place
from search.entries import NONE, YEAR
from search.help import examples
from search.query import Asked
from search.shown import Bar, Chosen, Facet, Option, Results

# What a facet shows before its reader asks for more.
FIRST_OPTIONS = 8
TITLE_LENGTH = 80
# A lower bar could not be told from none.
LOWEST_BAR = 3


@dataclass(frozen=True)
class Choice:
    """A link to the same search with one value chosen, or no longer chosen."""

    label: Label
    url: str
    count: int = 0
    is_chosen: bool = False


@dataclass(frozen=True)
class Choices:
    name: str
    title: str
    first: list[Choice]
    more: list[Choice]


@dataclass(frozen=True)
class Column:
    """One bar of the histogram, drawn in a box that is 100 high."""

    bar: Bar
    url: str
    top: int
    height: int


def context_of(place: Place, asked: Asked, results: Results, *, ignored: Iterable[str]) -> dict[str, object]:
    addresses = {code: place.url(language=code) for code, _name in languages()}
    heading = pgettext("heading", "Search")
    title = f"{quotation(_shortened(asked), current())} – {heading}" if asked.text else heading
    return {
        **frame(title=title, alternates=addresses),
        "metadata": _metadata(title, addresses, is_indexed=not results.is_asked),
        "asked": asked,
        "shortened": _shortened(asked),
        "results": results,
        "ignored": [_parameter_names()[name] for name in ignored],
        "facets": [_choices(place, facet) for facet in results.facets if facet.name != YEAR],
        "removals": [Choice(chosen.label, _removed(place, chosen)) for chosen in results.chosen],
        "cleared_url": place.unfiltered(chosen.typed for chosen in results.chosen if chosen.typed).url(),
        "columns": [_column(place, bar) for bar in results.spread.bars],
        "undated_url": place.only(YEAR, NONE).url(),
        "kept_with_years": place.without(YEAR).parameters(),
        "kept_with_words": [(name, value) for name, value in place.parameters() if name != "q"],
        "sorts": _sorts(place, asked, results),
        "pages": pagination(results.page, results.pages, lambda number: place.url(page=number)),
        "suggestion_url": place.asking(results.suggestion).url(),
        "examples": examples(),
        "known": [result.row for result in results.known if result.row],
    }


def _shortened(asked: Asked) -> str:
    return Truncator(asked.text).chars(TITLE_LENGTH)


def _metadata(title: str, addresses: dict[str, str], *, is_indexed: bool) -> Metadata:
    whole = {code: absolute(address) for code, address in addresses.items()}
    return Metadata(
        name=title,
        language=current(),
        description="",
        canonical=whole[current()],
        alternates=alternates(whole, preferred(whole)),
        robots="" if is_indexed else NOT_INDEXED,
    )


def _parameter_names() -> dict[str, str]:
    return {"page": _("Page"), "sort": _("Order")}


def _removed(place: Place, chosen: Chosen) -> str:
    """The address without a filter, wherever it stands."""
    return (place.without_typed(chosen.typed) if chosen.typed else place.without(chosen.name, chosen.value)).url()


def _choices(place: Place, facet: Facet) -> Choices:
    choices = [_choice(place, facet.name, option) for option in facet.options]
    chosen = sum(choice.is_chosen for choice in choices)
    shown = max(FIRST_OPTIONS, chosen)
    if len(choices) == shown + 1:
        # What says that there is one more takes as much room as that one.
        shown += 1
    return Choices(facet.name, facet.title, choices[:shown], choices[shown:])


def _choice(place: Place, name: str, option: Option) -> Choice:
    changed = place.without(name, option.value) if option.is_chosen else place.adding(name, option.value)
    return Choice(option.label, changed.url(), option.count, option.is_chosen)


def _column(place: Place, bar: Bar) -> Column:
    height = max(LOWEST_BAR, round(bar.share * 100)) if bar.count else 0
    return Column(bar, place.only(YEAR, bar.value).url(), 100 - height, height)


def _sorts(place: Place, asked: Asked, results: Results) -> list[dict[str, object]]:
    """Filters alone make nothing more relevant than the rest."""
    names = {"newest": _("Newest first"), "oldest": _("Oldest first")}
    if asked.words or asked.phrases:
        names = {"relevance": _("Most relevant first"), **names}
    return [
        {"name": name, "url": place.sorted_by(sort).url(), "is_here": sort == results.sort}
        for sort, name in names.items()
    ]
