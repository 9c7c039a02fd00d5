"""What belongs to a forum: its editions with what each brought, its declarations and recommendations?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    Topic,
)
from pages.queries.children import children_of
from pages.queries.editions import Party, by_role, in_order
from pages.queries.joined import joined
from pages.queries.names import fetch_names
from pages.queries.rows import Row, rows
from pages.queries.topics import topics_of
from pages.queries.tree import below, directly_below
from pages.queries.visible import visible
from pages.queries.works import one_per_work, versions


@dataclass(frozen=True)
class EditionEntry:
    """An edition in the list of a forum, and how much came out of it."""

    page: ForumEditionPage
    recommendations: int
    declarations: int
    papers: int


@dataclass(frozen=True)
class SeriesParts:
    editions: list[EditionEntry]
    organisations: list[Party]
    declarations: list[Row]
    recommendations: list[Row]
    news: list[Row]
    topics: list[Topic]

    @property
    def dated(self) -> list[ForumEditionPage]:
        return [entry.page for entry in self.editions if entry.page.year]

    @property
    def undated(self) -> list[ForumEditionPage]:
        return [entry.page for entry in self.editions if not entry.page.year]


def series_parts(page: ForumSeriesPage, language: str) -> SeriesParts:
    """At most 6 queries; the latest edition comes first."""
    roles = children_of(page, "organisation_roles", "organisation")
    topics = topics_of(page)
    fetch_names([*(role.organisation for role in roles), *topics])
    works = _works(page, language)
    return SeriesParts(
        editions=_editions(page, language),
        organisations=by_role(roles, "organisation"),
        declarations=_rows(DeclarationPage, works),
        recommendations=_rows(RecommendationPage, works),
        news=_rows(NewsPage, works),
        topics=topics,
    )


def _rows(model: type[BasePage], works: Iterable[BasePage]) -> list[Row]:
    return rows([work for work in works if isinstance(work, model)], with_parents=False, with_authors=False)


def _below(page: ForumSeriesPage) -> Q:
    """Whatever lies below any language version of the forum."""
    found = Q(pk__in=())
    for version in versions(page).values():
        found |= below(version)
    return found


def _editions(page: ForumSeriesPage, language: str) -> list[EditionEntry]:
    editions = in_order(one_per_work(ForumEditionPage.objects.filter(_below(page)), language).defer("body"))
    counted = _outcomes_by_edition(page)
    return [
        EditionEntry(
            page=edition,
            recommendations=counted[edition.path, "recommendationpage"],
            declarations=counted[edition.path, "declarationpage"],
            papers=counted[edition.path, "researchpaperpage"],
        )
        for edition in reversed(editions)
    ]


def _outcomes_by_edition(page: ForumSeriesPage) -> Counter[tuple[str, str]]:
    """How many works of each type lie below each edition, by the edition's place in the tree."""
    types = [DeclarationPage, RecommendationPage, ResearchPaperPage]
    found = visible(Page.objects.filter(_below(page))).exact_type(*types).values_list("path", "content_type__model")
    length = len(page.path) + Page.steplen
    return Counter((path[:length], model) for path, model in found)


def _works(page: ForumSeriesPage, language: str) -> list[BasePage]:
    """Declarations at any depth, the recommendations that hang on the forum itself, and the news about it."""
    own = Q(pk__in=())
    for version in versions(page).values():
        own |= directly_below(version) & Q(recommendationpage__isnull=False)
        own |= below(version) & Q(declarationpage__isnull=False)
    news = Q(newspage__outcomes__outcome__translation_key=page.translation_key)
    found = one_per_work(Page.objects.filter(own | news), language).order_by("path").distinct()
    types = (DeclarationPage, RecommendationPage, NewsPage)
    return joined(found, types, leave=("declarationpage__clauses", "declarationpage__introduction"))
