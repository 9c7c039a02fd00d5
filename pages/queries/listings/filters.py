"""What did the reader choose, and which works does each choice keep?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Expression, F, QuerySet
from wagtail.models import Page

from pages.countries import is_country
from pages.languages import languages
from pages.models import ForumSeriesPage, Progress, RecommendationPage
from pages.queries.listings.kinds import ListedKind
from pages.queries.visible import visible
from pages.queries.works import one_per_work


@dataclass(frozen=True)
class Choice:
    """The filters of one request: as they were asked, as they are meant, and those whose value means nothing."""

    asked: dict[str, str] = field(default_factory=dict)
    meant: dict[str, object] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    def without(self, name: str) -> "Choice":
        return Choice(
            {key: value for key, value in self.asked.items() if key != name},
            {key: value for key, value in self.meant.items() if key != name},
        )


def expressions(kind: ListedKind) -> dict[str, Expression | F]:
    """What each filter that makes sense for the kind looks at, in the order in which they are offered."""
    found: dict[str, Expression | F | None] = {
        "year": kind.year,
        "country": kind.country,
        "series": kind.series,
        "topic": F("topic_links__tag__slug"),
        "progress": F("progress") if kind.model is RecommendationPage else None,
        "language": F("locale__language_code"),
    }
    return {name: expression for name, expression in found.items() if expression is not None}


def choice(query: Mapping[str, str], kind: ListedKind) -> Choice:
    """The filters in the query string of a request; whatever can't be meant is set aside, never an error."""
    asked = {name: query[name].strip() for name in expressions(kind) if query.get(name, "").strip()}
    meant = {name: _MEANINGS[name](value) for name, value in asked.items() if "\0" not in value}
    meant = {name: value for name, value in meant.items() if value is not None}
    kept = {name: asked[name] for name in meant}
    return Choice(kept, meant, [name for name in asked if name not in kept])


def _year(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 4 and int(value) else None


def _topic(value: str) -> str | None:
    """A topic that some published work has; what only drafts are about is nothing a reader can ask for."""
    return value if visible(Page.objects.filter(topic_links__tag__slug=value)).exists() else None


def _series(value: str) -> UUID | None:
    """The work behind the address of a forum in any language."""
    found = visible(ForumSeriesPage.objects.filter(slug=value)).values_list("translation_key", flat=True)
    return found.first()


_MEANINGS: dict[str, Callable[[str], object | None]] = {
    "year": _year,
    "country": lambda value: value.upper() if is_country(value.upper()) else None,
    "series": _series,
    "topic": _topic,
    "progress": lambda value: value if value in Progress.values else None,
    "language": lambda value: value if value in dict(languages()) else None,
}


def chosen_works(kind: ListedKind, chosen: Choice, language: str) -> QuerySet:
    """Each work that the filters keep, once: in the language asked for, or else the reader's best."""
    wanted = str(chosen.meant.get("language") or language)
    works = one_per_work(kind.model.objects.all(), wanted)
    return narrowed(works, kind, chosen)


def narrowed(works: QuerySet, kind: ListedKind, chosen: Choice) -> QuerySet:
    """`works` that every chosen filter keeps."""
    looked_at = expressions(kind)
    for name, value in chosen.meant.items():
        works = works.alias(**{f"of_{name}": looked_at[name]}).filter(**{f"of_{name}": value})
    return works
