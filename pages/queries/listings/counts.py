"""How many works does a listing hold, in all and for each value of each filter? Two light queries, counted here."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pages.languages import preference
from pages.models import PageTopic
from pages.queries.listings.filters import Choice, expressions
from pages.queries.listings.kinds import ListedKind
from pages.queries.visible import visible

TOTAL = "total"


@dataclass(frozen=True)
class Version:
    """One language version of a work, and its values for each filter: none, one, or several topics."""

    work: UUID
    language: str
    values: dict[str, list[Any]]

    def is_kept(self, chosen: Choice) -> bool:
        return all(value in self.values[name] for name, value in chosen.meant.items())


def counts(kind: ListedKind, chosen: Choice, language: str) -> dict[str, dict[str, int]]:
    """`{"total": {"": 66}, "year": {"2015": 2}, …}`, only what occurs.

    Each filter's counts are those of the other filters' results, so that a choice shows what changing it would give.
    """
    versions = _versions(kind)
    wanted = str(chosen.meant.get("language") or language)
    works = _once(versions, wanted)
    found = {TOTAL: {"": sum(each.is_kept(chosen) for each in works)}}
    for name in expressions(kind):
        others = chosen.without(name)
        # A language is offered for each version there is; any other value for the one that would be shown.
        shown = versions if name == "language" else works
        counted = Counter(value for each in shown if each.is_kept(others) for value in each.values[name])
        found[name] = {str(value): number for value, number in counted.items()}
    return found


def _versions(kind: ListedKind) -> list[Version]:
    """Every visible version of every work: grouping in the database would ask once for each filter."""
    looked_at = expressions(kind)
    looked_at.pop("topic")
    rows = visible(kind.model.objects.order_by()).annotate(**{f"of_{n}": e for n, e in looked_at.items()})
    topics = _topics(kind)
    names = list(looked_at)
    found = []
    for pk, work, *values in rows.values_list("pk", "translation_key", *(f"of_{name}" for name in names)):
        by_name = {name: [value] if value else [] for name, value in zip(names, values, strict=True)}
        language = by_name["language"][0]
        found.append(Version(work, language, {**by_name, "topic": topics.get(pk, [])}))
    return found


def _topics(kind: ListedKind) -> dict[int, list[str]]:
    """The topics of each page of the kind, by its key."""
    found: dict[int, list[str]] = defaultdict(list)
    links = PageTopic.objects.filter(**{f"content_object__{kind.model._meta.model_name}__isnull": False})
    for pk, slug in links.values_list("content_object_id", "tag__slug"):
        found[pk].append(slug)
    return found


def _once(versions: Iterable[Version], language: str) -> list[Version]:
    """Each work once: in `language`, or else in the first of the site's order."""
    order = preference(language)
    best: dict[UUID, tuple[int, Version]] = {}
    for each in versions:
        rank = order.index(each.language) if each.language in order else len(order)
        if each.work not in best or rank < best[each.work][0]:
            best[each.work] = (rank, each)
    return [each for _rank, each in best.values()]
