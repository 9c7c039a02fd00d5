"""What can the results be narrowed by, in words, and how are they spread over the years?

Values were counted among what the reader may find. What they are called is looked up among what the reader may see.
"""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.countries import country_name
from pages.languages import current
from pages.models import ForumSeriesPage, Label, Organisation, Topic
from pages.models.records import LabelledRecord
from pages.queries.names import fetch_names
from pages.queries.records.in_use import organisations_in_use
from pages.queries.visible import visible
from pages.queries.works import one_per_work
from pages.text.locales import language_name
from search.entries import YEAR
from search.kinds import plural_names
from search.narrowing import FIELDS, Narrowed
from search.shown import Bar, Chosen, Facet, Option
from search.vocabulary import years_of

MOST_OPTIONS = 50
# Up to so many years each has a bar of its own, else ten share one.
MOST_BARS = 40

Counts = Mapping[str, Mapping[str, int]]


class Labels:
    """What values are called in the reader's language, and how they stand in an address."""

    def __init__(self, counted: Counts, chosen: Iterable[Narrowed]) -> None:
        """At most four queries: forums, topics, organisations, and the names of the last two."""
        self._of: dict[str, dict[str, tuple[str, Label]]] = {}
        asked: dict[str, set[str]] = {name: set(counted.get(field, ())) for name, field in FIELDS.items()}
        self._counted = {name: set(values) for name, values in asked.items()}
        for each in chosen:
            asked[each.name].update(each.values)
        self._of["series"] = _series(asked["series"])
        topics, organisations = self._topics(asked["topic"]), self._organisations(asked["organisation"])
        fetch_names([*topics, *organisations])
        self._of["topic"], self._of["organisation"] = _records(topics), _records(organisations)

    def _topics(self, slugs: set[str]) -> list[LabelledRecord]:
        """What is counted is open; for any other topic, some open page has to have it."""
        return _open(Topic.objects.all(), slugs, self._counted["topic"], _topics_in_use)

    def _organisations(self, slugs: set[str]) -> list[LabelledRecord]:
        return _open(Organisation.objects.all(), slugs, self._counted["organisation"], organisations_in_use)

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
                return value, Label(language_name(value, language), language)
            case "year":
                return value, Label(value.replace("..", "–"), language)
        return self._of[name].get(value)


def facets(counted: Counts, chosen: Iterable[Narrowed], labels: Labels) -> tuple[Facet, ...]:
    """The commonest values of each, those that are chosen first; years are drawn, not listed."""
    picked = {(each.name, value) for each in chosen for value in each.values}
    found = []
    for name, title in titles().items():
        options = []
        for value, count in counted.get(FIELDS[name], {}).items():
            if shown := labels.label(name, value):
                options.append(Option(*shown, count, (name, value) in picked))
        options.sort(key=lambda option: (not option.is_chosen, -option.count, option.label.text.casefold()))
        if options:
            found.append(Facet(name, title, tuple(options[:MOST_OPTIONS])))
    return tuple(found)


def titles() -> dict[str, str]:
    return {
        "type": _("Type"),
        "series": _("Forum"),
        "country": _("Place"),
        "topic": _("Topic"),
        "language": _("Language"),
        "organisation": _("Organisation"),
    }


def in_words(chosen: Iterable[Narrowed], labels: Labels) -> tuple[Chosen, ...]:
    """What the reader may not know of is called what they called it themselves."""
    found = []
    for each in chosen:
        shown = [label for value in each.values if (label := labels.label(each.name, value))]
        own = Label(each.value, current())
        found.append(Chosen(each.name, each.value, shown[0][1] if shown else own, each.typed))
    return tuple(found)


def histogram(counted: Counts, chosen: Iterable[Narrowed]) -> tuple[Bar, ...]:
    """A bar for each year or ten years from the first to the last that has any."""
    by_year = {int(year): count for year, count in counted.get(YEAR, {}).items()}
    if not by_year:
        return ()
    width = 1 if max(by_year) - min(by_year) < MOST_BARS else 10
    first = min(by_year) // width * width
    highest, spans = 0, []
    for start in range(first, max(by_year) + 1, width):
        count = sum(by_year.get(year, 0) for year in range(start, start + width))
        spans.append((start, start + width - 1, count))
        highest = max(highest, count)
    picked = [span for each in chosen if each.name == YEAR and (span := years_of(each.value))]
    return tuple(
        Bar(
            first=start,
            last=end,
            value=str(start) if start == end else f"{start}..{end}",
            count=count,
            share=count / highest,
            is_chosen=any(_holds(span, start, end) for span in picked),
        )
        for start, end, count in spans
    )


def _holds(span: tuple[int | None, int | None], start: int, end: int) -> bool:
    first, last = span
    return (first is None or first <= end) and (last is None or last >= start)


def _series(works: set[str]) -> dict[str, tuple[str, Label]]:
    if not works:
        return {}
    forums = one_per_work(ForumSeriesPage.objects.filter(translation_key__in=map(UUID, works)), current())
    return {
        str(forum.translation_key): (forum.slug, Label(forum.title, forum.locale.language_code))
        for forum in forums.select_related("locale")
    }


def _open(
    records: QuerySet, slugs: set[str], counted: set[str], in_use: Callable[[], QuerySet]
) -> list[LabelledRecord]:
    """In one query when every value is counted, as it nearly always is."""
    found = list(records.filter(slug__in=slugs & counted)) if slugs & counted else []
    return [*found, *(in_use().filter(slug__in=slugs - counted) if slugs - counted else ())]


def _topics_in_use() -> QuerySet:
    tagged = visible(Page.objects.filter(topic_links__tag=OuterRef("pk")))
    return Topic.objects.filter(Exists(tagged))


def _records(records: Iterable[LabelledRecord]) -> dict[str, tuple[str, Label]]:
    return {record.slug: (record.slug, record.label(current())) for record in records}
