"""What can the results be narrowed by, in words?

Values were counted among what the reader may find. What they are called is looked up among what the reader may see.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page

from pages.countries import country_name
from pages.languages import current, preference
from pages.models import Label, OrganisationName, Topic, TopicLabel
from pages.queries.records.in_use import organisations_in_use
from pages.queries.visible import visible
from pages.text.locales import language_name
from search.kinds import plural_names
from search.narrowing import FIELDS, Narrowed
from search.shown import Chosen, Facet, Option
from search.spread import in_words as years_in_words

# Of one filter, the commonest.
MOST_OPTIONS = 50

Counts = Mapping[str, Mapping[str, int]]


class Labels:
    """What values are called in the reader's language, and how they stand in an address."""

    def __init__(self, counted: Counts, chosen: Iterable[Narrowed]) -> None:
        """At most three queries, and one more for a chosen topic or organisation of which nothing was found."""
        self.counted = {name: commonest(counted.get(field, {})) for name, field in FIELDS.items()}
        picked = {name: {value for each in chosen if each.name == name for value in each.values} for name in FIELDS}
        self._of = {
            "series": _series({*self.counted["series"], *picked["series"]}),
            "topic": _named(TOPICS, self.counted["topic"], picked["topic"]),
            "organisation": _named(ORGANISATIONS, self.counted["organisation"], picked["organisation"]),
        }

    def label(self, name: str, value: str) -> tuple[str, Label] | None:
        """The value as it stands in an address, and its label; None for what the reader may not know of."""
        language = current()
        match name:
            case "type":
                found = plural_names().get(value)
                return (value, Label(found, language)) if found else None
            case "country":
                return value, Label(country_name(value, language), language)
            case "language":
                return value, Label(capfirst(language_name(value, language)), language)
            case "year":
                return value, Label(years_in_words(value), language)
        return self._of[name].get(value)


def facets(chosen: Iterable[Narrowed], labels: Labels) -> tuple[Facet, ...]:
    """The commonest values of each, those that are chosen first; years are drawn, not listed."""
    picked = {(each.name, value) for each in chosen for value in each.values}
    found = []
    for name, title in titles().items():
        options = []
        for value, count in labels.counted[name].items():
            if shown := labels.label(name, value):
                options.append(Option(*shown, count, (name, value) in picked))
        options.sort(key=lambda option: (not option.is_chosen, -option.count, option.label.text.casefold()))
        if options:
            found.append(Facet(name, title, tuple(options)))
    return tuple(found)


def commonest(counted: Mapping[str, int]) -> dict[str, int]:
    return dict(heapq.nsmallest(MOST_OPTIONS, counted.items(), key=lambda pair: (-pair[1], pair[0])))


def titles() -> dict[str, str]:
    return {
        "type": _("Type"),
        "series": _("Forum"),
        "country": _("Place"),
        "topic": _("Topic"),
        "language": _("Language"),
        "organisation": pgettext("filter", "Organisation"),
    }


def in_words(chosen: Iterable[Narrowed], labels: Labels) -> tuple[Chosen, ...]:
    """What the reader may not know of is called what they called it themselves."""
    found = []
    for each in chosen:
        shown = [label for value in each.values if (label := labels.label(each.name, value))]
        own = Label(each.value, current())
        found.append(Chosen(each.name, each.value, shown[0][1] if shown else own, each.typed))
    return tuple(found)


def _series(works: set[str]) -> dict[str, tuple[str, Label]]:
    """In the reader's language where a version is open to them."""
    if not works:
        return {}
    forums = visible(Page.objects.filter(translation_key__in=map(UUID, works))).order_by()
    rows = forums.values_list("translation_key", "slug", "title", "locale__language_code")
    # The first language comes last, and stays.
    order = preference()[::-1]
    ordered = sorted(rows, key=lambda row: order.index(row[3]) if row[3] in order else -1)
    return {str(work): (slug, Label(title, language)) for work, slug, title, language in ordered}


class Names(NamedTuple):
    """Where the names of records are kept, and which of them some open page speaks of."""

    model: type[Model]
    slug: str
    name: str
    in_use: Callable[[], QuerySet]


def _topics_in_use() -> QuerySet:
    tagged = visible(Page.objects.filter(topic_links__tag=OuterRef("pk")))
    return Topic.objects.filter(Exists(tagged))


TOPICS = Names(TopicLabel, "topic__slug", "preferred", _topics_in_use)
ORGANISATIONS = Names(OrganisationName, "organisation__slug", "name", organisations_in_use)


def _named(names: Names, counted: Iterable[str], picked: set[str]) -> dict[str, tuple[str, Label]]:
    """What is counted is open; of anything else, some open page has to speak."""
    open_ones = set(counted)
    if unknown := picked - open_ones:
        open_ones.update(names.in_use().filter(slug__in=unknown).values_list("slug", flat=True))
    if not open_ones:
        return {}
    rows = names.model._default_manager.filter(**{f"{names.slug}__in": open_ones}).order_by()
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for slug, language, name in rows.values_list(names.slug, "language", names.name):
        found[slug][language] = name
    order = preference()
    return {slug: (slug, _best(slug, found[slug], order)) for slug in open_ones}


def _best(slug: str, named: Mapping[str, str], order: Iterable[str]) -> Label:
    return next((Label(named[code], code) for code in order if code in named), Label(slug, "en"))
