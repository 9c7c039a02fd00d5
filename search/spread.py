"""How are the results spread over the years, and how many have none?"""

from collections.abc import Iterable, Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pages.languages import current
from pages.text.dates import years
from search.entries import DECADE, NONE, YEAR
from search.narrowing import Narrowed
from search.shown import Bar, Spread
from search.vocabulary import years_of

# Up to so many years each has a bar of its own, else ten share one.
MOST_BARS = 40

Counts = Mapping[str, Mapping[str, int]]


def spread(counted: Counts, chosen: Iterable[Narrowed]) -> Spread:
    undated = counted.get(DECADE, {}).get(NONE, 0)
    found = sorted(map(int, counted.get(YEAR, {})))
    if not found:
        return Spread(undated=undated)
    picked = [span for each in chosen if each.name == YEAR and (span := years_of(each.value))]
    return Spread(_bars(counted, found[0], found[-1], picked), undated, *_typed(found[0], found[-1], picked))


def in_words(value: str) -> str:
    """`2019`, `2019 to 2023`, `from 2019`, `until 2023` in the language being spoken; "" for what is none of these."""
    if value == NONE:
        return _("Without a year")
    first, last = years_of(value) or (None, None)
    if first and last:
        return capfirst(years(first, last, current()))
    if first:
        return _("From %(year)s") % {"year": first}
    return _("Until %(year)s") % {"year": last} if last else ""


Span = tuple[int | None, int | None]


def _bars(counted: Counts, first: int, last: int, picked: list[Span]) -> tuple[Bar, ...]:
    """A bar for each year or ten years from the first to the last that has any. A work counts once in each."""
    width = 1 if last - first < MOST_BARS else 10
    of = counted[YEAR if width == 1 else DECADE]
    counts = {start: of.get(str(start), 0) for start in range(first // width * width, last + 1, width)}
    highest = max(counts.values())
    return tuple(_bar(start, start + width - 1, count, highest, picked) for start, count in counts.items())


def _bar(first: int, last: int, count: int, highest: int, picked: list[Span]) -> Bar:
    return Bar(
        first=first,
        last=last,
        value=str(first) if first == last else f"{first}..{last}",
        count=count,
        share=count / highest,
        is_chosen=any(_holds(span, first, last) for span in picked),
    )


def _typed(first: int, last: int, picked: list[Span]) -> tuple[int, int]:
    """The span that was chosen; where it is open, or nothing was chosen, as far as the results reach."""
    firsts = [start or first for start, _end in picked] or [first]
    lasts = [end or last for _start, end in picked] or [last]
    return min(firsts), max(lasts)


def _holds(span: Span, start: int, end: int) -> bool:
    first, last = span
    return (first is None or first <= end) and (last is None or last >= start)
