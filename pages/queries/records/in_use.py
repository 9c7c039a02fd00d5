"""Which records may readers know of? Those that a page they may see speaks of; a draft's speakers stay unknown."""

from collections import defaultdict

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import Page

from pages.models import (
    Addressee,
    Adherence,
    Authorship,
    DeclarationPage,
    Delegation,
    ForumEditionPage,
    ForumSeriesPage,
    NewsPage,
    Organisation,
    OrganisationRole,
    Person,
    PersonRole,
    ProgressRecord,
    ResearchPaperPage,
    Topic,
)
from pages.queries.visible import visible


def _row(model: type[Model], **condition: object) -> Exists:
    return Exists(model._default_manager.filter(page__in=visible(Page.objects.all()), **condition))


def _page(model: type[Page], **condition: object) -> Exists:
    return Exists(visible(model.objects.filter(**condition)))


def people_in_use() -> QuerySet:
    me = OuterRef("pk")
    return Person.objects.filter(
        _row(PersonRole, person=me)
        | _row(Authorship, person=me)
        | _row(Delegation, head=me)
        | _page(NewsPage, author=me)
    )


def organisations_in_use() -> QuerySet:
    me = OuterRef("pk")
    tied = [OrganisationRole, Authorship, Delegation, Adherence, Addressee, ProgressRecord]
    condition = _page(ResearchPaperPage, publisher=me) | _page(NewsPage, publisher=me)
    for model in tied:
        condition |= _row(model, organisation=me)
    return Organisation.objects.filter(condition)


def topics_in_use() -> dict[int, Topic]:
    """Topics that a visible page has, and those above them, by id. One query for all topics, one for the uses."""
    used = set(visible(Page.objects.all()).order_by().values_list("topic_links__tag", flat=True).distinct())
    everything = {topic.pk: topic for topic in Topic.objects.all()}
    kept: dict[int, Topic] = {}
    for pk in used:
        topic = everything.get(pk)
        while topic is not None and topic.pk not in kept:
            kept[topic.pk] = topic
            topic = everything.get(topic.broader_id)
    return kept


def narrower_by_broader(topics: dict[int, Topic]) -> dict[int | None, list[Topic]]:
    below: dict[int | None, list[Topic]] = defaultdict(list)
    for topic in topics.values():
        below[topic.broader_id if topic.broader_id in topics else None].append(topic)
    return below


def countries_in_use() -> set[str]:
    """The codes of the countries that a visible page, or a record it speaks of, names. One query."""
    named = Q(country__gt="")
    pages = [visible(model.objects.filter(named)) for model in (ForumEditionPage, ForumSeriesPage, DeclarationPage)]
    rows = [
        model.objects.filter(named, page__in=visible(Page.objects.all()))
        for model in (Delegation, Adherence, Addressee)
    ]
    records = [people_in_use().filter(named), organisations_in_use().filter(named)]
    first, *others = [found.order_by().values_list("country", flat=True) for found in (*pages, *rows, *records)]
    return set(first.union(*others))
