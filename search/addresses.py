"""At which address does each state of a search stand? What was asked, and the same with one thing changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from django.http import QueryDict
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from search.query import printable, replaced
from search.results import PARAMETERS, SORTS

RELEVANCE = SORTS[0]
# Longer numbers are no page's.
DIGITS = 6


@dataclass(frozen=True)
class Place:
    """One search as an address says it; its pages have addresses of their own."""

    words: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    sort: str = RELEVANCE

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """What a search does not know is left out of every address that follows."""
        named = ((name, value.strip()) for name in PARAMETERS for value in query.getlist(name))
        sort = query.get("sort", RELEVANCE)
        return cls(
            words=printable(query.get("q", "")),
            filters=tuple(dict.fromkeys((name, value) for name, value in named if value)),
            sort=sort if sort in SORTS else RELEVANCE,
        )

    def values(self) -> dict[str, list[str]]:
        """The filters as a search takes them."""
        found: dict[str, list[str]] = {}
        for name, value in self.filters:
            found.setdefault(name, []).append(value)
        return found

    def adding(self, name: str, value: str) -> Self:
        return replace(self, filters=(*self.filters, (name, value)))

    def only(self, name: str, value: str) -> Self:
        """With this value of a filter in place of any other."""
        return self.without(name).adding(name, value)

    def without(self, name: str, value: str | None = None) -> Self:
        """Without one value of a filter, or without all of them."""
        kept = (each for each in self.filters if each[0] != name or (value is not None and each[1] != value))
        return replace(self, filters=tuple(kept))

    def unfiltered(self, typed: Iterable[str] = ()) -> Self:
        """Without any filter of the address, nor those that were typed among the words."""
        place = self
        for text in typed:
            place = place.without_typed(text)
        return replace(place, filters=())

    def without_typed(self, text: str) -> Self:
        return replace(self, words=" ".join(replaced(self.words, text).split()))

    def asking(self, words: str) -> Self:
        return replace(self, words=words)

    def sorted_by(self, sort: str) -> Self:
        return replace(self, sort=sort)

    def parameters(self) -> list[tuple[str, str]]:
        words = [("q", self.words)] if self.words else []
        return [*words, *self.filters, *([("sort", self.sort)] if self.sort != RELEVANCE else [])]

    def url(self, *, page: int = 1, language: str | None = None) -> str:
        """In the language being spoken, or in `language`."""
        with translation.override(language or translation.get_language()):
            path = reverse("search")
        query = urlencode([*self.parameters(), *([("page", str(page))] if page > 1 else [])])
        return f"{path}?{query}" if query else path


def page_number(query: QueryDict) -> int:
    asked = query.get("page", "")
    return max(int(asked), 1) if _is_number(asked) else 1


def unreadable(query: QueryDict) -> list[str]:
    """The parameters whose value is none of theirs."""
    found = {
        "page": not _is_number(query.get("page", "1")),
        "sort": query.get("sort", RELEVANCE) not in SORTS,
    }
    return [name for name, is_wrong in found.items() if is_wrong]


def typed_years(query: QueryDict) -> str:
    """The span of years of the form beside the histogram, as the filter `year` writes it; "" for any other request."""
    first, last = (query.get(name, "").strip() for name in ("from", "to"))
    return f"{first}..{last}" if first or last else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= DIGITS and int(text) > 0
