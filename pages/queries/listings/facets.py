"""What can a reader narrow a listing by, in words, with how many works each choice gives?"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from pages.countries import country_name
from pages.languages import current
from pages.models import ForumSeriesPage, Label, Progress, Topic
from pages.queries.listings.filters import Choice
from pages.queries.works import one_per_work
from pages.text.locales import language_name


@dataclass(frozen=True)
class Option:
    value: str
    label: Label
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    title: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.is_chosen), None)


def titles() -> dict[str, str]:
    return {
        "year": _("Year"),
        "country": _("Place"),
        "series": _("Forum"),
        "topic": _("Topic"),
        "progress": _("Progress"),
        "language": _("Language"),
    }


def facets(counted: dict[str, dict[str, int]], chosen: Choice) -> list[Facet]:
    """The filters that leave a choice, each with its values in the reader's order.

    `counted` as of `pages.queries.listings.counts`. At most three queries: topics, their labels, and forums.
    """
    return [
        Facet(name, title, options)
        for name, title in titles().items()
        if (options := _options(name, counted.get(name, {}), chosen))
    ]


def _options(name: str, counted: dict[str, int], chosen: Choice) -> list[Option]:
    meant = str(chosen.meant.get(name, ""))
    values = {**counted, **({meant: 0} if meant and name != "series" and meant not in counted else {})}
    labelled = _labelled(name, list(values), chosen)
    options = [
        Option(value, label, values.get(key, 0), value == meant or value == chosen.asked.get(name))
        for key, (value, label) in labelled.items()
    ]
    if name == "year":
        return sorted(options, key=lambda option: -int(option.value))
    return sorted(options, key=lambda option: option.label.text.casefold())


def _labelled(name: str, values: list[str], chosen: Choice) -> dict[str, tuple[str, Label]]:
    """What each counted value is in an address, and in words."""
    language = current()
    match name:
        case "series":
            return _forums(values, chosen)
        case "topic":
            topics = Topic.objects.filter(slug__in=values).prefetch_related("labels") if values else []
            return {topic.slug: (topic.slug, topic.label(language)) for topic in topics}
    words: dict[str, Callable[[str], str]] = {
        "year": str,
        "country": lambda code: country_name(code, language),
        "progress": lambda value: str(Progress(value).label),
        "language": lambda code: language_name(code, language),
    }
    return {value: (value, Label(words[name](value), language)) for value in values}


def _forums(keys: list[str], chosen: Choice) -> dict[str, tuple[str, Label]]:
    wanted = {UUID(key): key for key in keys}
    if key := chosen.meant.get("series"):
        wanted.setdefault(UUID(str(key)), str(key))
    if not wanted:
        return {}
    forums = one_per_work(ForumSeriesPage.objects.filter(translation_key__in=wanted), current())
    shown = {forum.translation_key: forum for forum in forums.select_related("locale")}
    return {
        wanted[key]: (
            chosen.asked["series"] if key == chosen.meant.get("series") else forum.slug,
            Label(forum.title, forum.locale.language_code),
        )
        for key, forum in shown.items()
    }
