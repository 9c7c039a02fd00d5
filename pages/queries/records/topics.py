"""Which works have a topic, by kind, and how do the topics in use make a tree?"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    Label,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    Topic,
)
from pages.queries.records.in_use import narrower_by_broader
from pages.queries.records.mentions import Mention
from pages.queries.records.ordering import alphabetical
from pages.queries.visible import visible

_HEADINGS = {
    DeclarationPage: lambda: _("Declarations"),
    RecommendationPage: lambda: _("Recommendations"),
    ForumSeriesPage: lambda: _("Forums"),
    ForumEditionPage: lambda: _("Editions"),
    SessionPage: lambda: _("Sessions"),
    ResearchPaperPage: lambda: _("Research papers"),
    NewsPage: lambda: _("News"),
}


def mentions_of_topic(topic: Topic) -> list[Mention]:
    """The works that have the topic, under the name of their kind, in the order of the outcomes."""
    pages = visible(Page.objects.filter(topic_links__tag=topic)).order_by("-first_published_at", "-pk")
    found = list(pages.values_list("content_type_id", "translation_key"))
    types = {ContentType.objects.get_for_model(model).pk: heading for model, heading in _HEADINGS.items()}
    return [Mention(heading(), key) for pk, heading in types.items() for of, key in found if of == pk] + [
        Mention(_("Pages"), key) for of, key in found if of not in types
    ]


@dataclass(frozen=True)
class Branch:
    topic: Topic
    label: Label
    count: int
    below: list["Branch"]


def tree(topics: dict[int, Topic], language: str) -> list[Branch]:
    """The topics as a tree, each level in the order of the language; `topics` have their names fetched."""
    below = narrower_by_broader(topics)
    counted = _counts()

    def branches(broader: int | None) -> list[Branch]:
        return [
            Branch(entry.record, entry.label, counted.get(entry.record.pk, 0), branches(entry.record.pk))
            for entry in alphabetical(below[broader], language)
        ]

    return branches(None)


def _counts() -> dict[int, int]:
    """How many works each topic has."""
    rows = visible(Page.objects.filter(topic_links__isnull=False)).order_by().values("topic_links__tag")
    return dict(rows.annotate(works=Count("translation_key", distinct=True)).values_list("topic_links__tag", "works"))
