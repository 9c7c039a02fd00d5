"""What does each filter keep, whether typed among the words or standing in the address?

Nothing is asked of who is reading: entries that they may not find are never counted, and a value that none of theirs
has keeps nothing, whether there is such a thing or not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from pages.models import Organisation, Topic
from search.engines.base import Between, Filter, OneOf
from search.entries import COUNTRY, DECADE, KIND, LANGUAGE, NONE, ORGANISATION, SERIES, TOPIC, YEAR
from search.query import Typed, printable
from search.vocabulary import VOCABULARY, meaning, years_of

# Parameters of the address and the fields of entries; in the order in which they are offered.
FIELDS = {
    "type": KIND,
    "series": SERIES,
    "year": YEAR,
    "country": COUNTRY,
    "topic": TOPIC,
    "language": LANGUAGE,
    "organisation": ORGANISATION,
}
# A work has one of each.
SINGLE = {"type", "series"}
MOST_VALUES, LONGEST = 8, 100


@dataclass(frozen=True)
class Narrowed:
    """A filter in force: `values` are those that entries hold; none of them keeps nothing."""

    name: str
    value: str
    values: tuple[str, ...]
    typed: str = ""


def narrowed(typed: Iterable[Typed], parameters: Mapping[str, Sequence[str]]) -> list[Narrowed]:
    """A query for each forum, topic or organisation, which are called by several names: as many as are bounded."""
    wanted = [(name, value, "") for name in FIELDS for value in list(parameters.get(name, ()))[:MOST_VALUES]]
    wanted = [(name, printable(value)[:LONGEST], text) for name, value, text in wanted]
    wanted += [(each.name, each.value, each.text) for each in typed]
    meant = {name: _meant(name, [value for of, value, _text in wanted if of == name]) for name in FIELDS}
    return [Narrowed(name, value, meant[name].get(value, ()), text) for name, value, text in wanted if value]


def filters_of(chosen: Iterable[Narrowed]) -> tuple[Filter, ...]:
    """All of the values of a filter, so that each further one leaves what was counted of it; of the one kind or forum
    that a work has, one of them.
    """
    by_name: dict[str, list[Narrowed]] = defaultdict(list)
    for each in chosen:
        by_name[each.name].append(each)
    return tuple(kept for name, same in by_name.items() for kept in _kept(name, same))


def _kept(name: str, same: list[Narrowed]) -> list[Filter]:
    if name == "year":
        return [_span(same)]
    if name in SINGLE:
        return [OneOf(FIELDS[name], tuple(sorted({value for each in same for value in each.values})))]
    return [OneOf(FIELDS[name], each.values) for each in same]


def _span(same: list[Narrowed]) -> Filter:
    """Several years are the span that holds them all; without any, what has no year; what is neither keeps nothing."""
    spans = [span for each in same if (span := years_of(each.value))]
    if not spans:
        return OneOf(DECADE, (NONE,) if any(NONE in each.values for each in same) else ())
    firsts, lasts = zip(*spans, strict=True)
    return Between(YEAR, None if None in firsts else min(firsts), None if None in lasts else max(lasts))


def _meant(name: str, values: list[str]) -> dict[str, tuple[str, ...]]:
    """What entries hold for each value as it was asked for."""
    if not values:
        return {}
    if name in VOCABULARY:
        return {value: (found,) for value in values if (found := meaning(name, value))}
    return {value: tuple(sorted({str(key) for key in _LOOKED_UP[name](value)})) for value in values}


def _series(value: str) -> Iterable[object]:
    """By its address or its title in any language."""
    named = Q(slug=value) | Q(title__iexact=value) | Q(forumseriespage__acronym__iexact=value)
    return Page.objects.filter(named, forumseriespage__isnull=False).values_list("translation_key", flat=True)


def _topics(value: str) -> Iterable[object]:
    named = Q(slug=value) | Q(labels__preferred__iexact=value)
    return [value, *Topic.objects.filter(named).values_list("slug", flat=True)]


def _organisations(value: str) -> Iterable[object]:
    named = Q(slug=value) | Q(names__name__iexact=value) | Q(names__acronym__iexact=value)
    return [value, *Organisation.objects.filter(named).values_list("slug", flat=True)]


_LOOKED_UP = {"series": _series, "topic": _topics, "organisation": _organisations}
