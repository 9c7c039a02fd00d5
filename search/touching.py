"""Which entries does a change touch? What lies below a work, what it speaks of, and what speaks of a record.

What a change adds, such as a person who was named on no page before, is found out when the entry is brought up to
date (`search.indexing`); what it may take away has to be known at once.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from pages.models import DeclarationPage, ForumEditionPage, ForumSeriesPage, Topic
from pages.models.records import LabelledRecord
from search.models import IndexEntry
from search.parts import parts
from search.projection.keys import country_key, known_key, record_key, work_key
from search.projection.subjects import thesaurus

# How many keys, and how many conditions, a database is asked for at once.
MANY, FEW = 500, 50
# Pages that give what lies below them its forum, its date and its place.
_DATED = ("live", "start_date", "end_date", "date_precision", "country")
GIVING: dict[type[Page], tuple[str, ...]] = {
    ForumSeriesPage: ("live",),
    ForumEditionPage: _DATED,
    DeclarationPage: _DATED,
}


def touched_by_works(works: Iterable[UUID]) -> set[str]:
    """Their own entries and those of what they spoke of; of those that are only known of, the ones there are."""
    keys, known = ({make(work) for work in works} for make in (work_key, known_key))
    return keys | _spoken_of(keys | known)


def _spoken_of(keys: Iterable[str]) -> set[str]:
    """Those of the keys that have an entry, and what these speak of."""
    found: set[str] = set()
    for part in parts(sorted(keys), MANY):
        for key, mentions in IndexEntry.objects.filter(pk__in=part).values_list("key", "mentions"):
            found |= {key, *mentions}
    return found


def works_below(paths: Iterable[str]) -> set[UUID]:
    """Of the pages at these paths and of all that lie below."""
    found: set[UUID] = set()
    for part in parts(_tops(paths), FEW):
        condition = Q()
        for path in part:
            condition |= Q(path__startswith=path)
        found |= set(Page.objects.filter(condition).order_by().values_list("translation_key", flat=True))
    return found


def gives_something_else(page: Page, update_fields: Iterable[str] | None) -> bool:
    """Whether saving it changes what those below have from it. One query for the few types that give anything."""
    facts = set(GIVING.get(page.specific_class, ())) & {field.name for field in page._meta.concrete_fields}
    saved = facts if update_fields is None else facts & set(update_fields)
    if not saved or page._state.adding:
        return False
    before = type(page)._default_manager.filter(pk=page.pk).values(*facts).first()
    return before is not None and before != {fact: getattr(page, fact) for fact in facts}


def touched_by_record(record: LabelledRecord) -> set[str]:
    """Its own entry, those of the works that speak of it, and for a topic those of what lies above and below."""
    key = record_key(type(record), record.pk)
    touched = {key} | _spoken_of([key])
    if country := getattr(record, "country", ""):
        touched.add(country_key(country))
    if not isinstance(record, Topic):
        return touched | touched_by_works(works_speaking_of(type(record), {record.pk}))
    topics = thesaurus()
    touched |= {record_key(Topic, pk) for pk in topics.upwards(record.pk)}
    return touched | touched_by_works(works_speaking_of(Topic, topics.downwards([record.pk])[record.pk]))


def works_speaking_of(model: type[Model], pks: Iterable[int]) -> set[UUID]:
    """One query for each field of a page, or of a row on a page, that points at `model`."""
    return {work for rows, path in _pointing_at(model, list(pks)) for work in rows.values_list(path, flat=True)}


def _pointing_at(model: type[Model], pks: list[int]) -> Iterator[tuple[QuerySet, str]]:
    for relation in model._meta.related_objects:
        owner, condition = relation.related_model, {f"{relation.field.name}__in": pks}
        # Topics and keywords of a page are rows of their own, which point at both.
        if relation.many_to_many:
            continue
        if issubclass(owner, Page):
            yield owner._default_manager.filter(**condition).order_by(), "translation_key"
        elif field := page_field(owner):
            yield owner._default_manager.filter(**condition).order_by(), f"{field}__translation_key"


def page_field(model: type[Model]) -> str:
    """The name of the field by which rows of `model` hang on a page; empty when they hang on none."""
    fields = (field for field in model._meta.concrete_fields if isinstance(field, ParentalKey))
    return next((field.name for field in fields if issubclass(field.related_model, Page)), "")


def _tops(paths: Iterable[str]) -> list[str]:
    """Those that lie below no other."""
    tops: list[str] = []
    for path in sorted(paths):
        if not (tops and path.startswith(tops[-1])):
            tops.append(path)
    return tops
