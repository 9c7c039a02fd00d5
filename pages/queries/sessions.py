"""What belongs to a session: its edition, who spoke, what was written for it, the sessions around it?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from pages.models import (
    BasePage,
    ForumEditionPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    Topic,
)
from pages.queries.children import children_of
from pages.queries.editions import Party, by_role, in_programme_order
from pages.queries.joined import joined
from pages.queries.names import fetch_names
from pages.queries.rows import Row, fetch_authorships, rows
from pages.queries.topics import topics_of
from pages.queries.tree import directly_below
from pages.queries.visible import visible
from pages.queries.works import one_per_work, versions


@dataclass(frozen=True)
class SessionParts:
    edition: ForumEditionPage | None
    previous: SessionPage | None
    next: SessionPage | None
    people: list[Party]
    papers: list[Row]
    recommendations: list[Row]
    news: list[Row]
    topics: list[Topic]


def session_parts(page: SessionPage, language: str) -> SessionParts:
    """At most 6 queries."""
    roles = children_of(page, "person_roles", "person")
    topics = topics_of(page)
    works = _works(page, language)
    papers = [work for work in works if isinstance(work, ResearchPaperPage)]
    fetch_names([*(role.person for role in roles), *topics, *fetch_authorships(papers)])
    around = _around(page)
    programme = in_programme_order(row for row in around if isinstance(row, SessionPage))
    place = next((place for place, row in enumerate(programme) if row.pk == page.pk), None)
    return SessionParts(
        edition=next((row for row in around if isinstance(row, ForumEditionPage)), None),
        previous=programme[place - 1] if place else None,
        next=programme[place + 1] if place is not None and place + 1 < len(programme) else None,
        people=by_role(roles, "person"),
        papers=_rows(ResearchPaperPage, works),
        recommendations=_rows(RecommendationPage, works),
        news=_rows(NewsPage, works),
        topics=topics,
    )


def _around(page: SessionPage) -> list[BasePage]:
    """The edition and its sessions, together."""
    edition = page.path[: -Page.steplen]
    sessions = Q(path__startswith=edition, depth=page.depth, sessionpage__isnull=False)
    found = visible(Page.objects.filter(Q(path=edition) | sessions))
    return joined(found, (ForumEditionPage, SessionPage), leave=("forumeditionpage__body", "sessionpage__body"))


def _works(page: SessionPage, language: str) -> list[BasePage]:
    key = page.translation_key
    own = Q(pk__in=RecommendationPage.objects.filter(source__translation_key=key).order_by().values("pk"))
    own |= Q(pk__in=NewsPage.objects.filter(outcomes__outcome__translation_key=key).order_by().values("pk"))
    for version in versions(page).values():
        own |= directly_below(version)
    found = one_per_work(Page.objects.filter(own), language).order_by("path")
    return joined(found, (RecommendationPage, ResearchPaperPage, NewsPage), leave=("researchpaperpage__body",))


def _rows(model: type[BasePage], works: Iterable[BasePage]) -> list[Row]:
    return rows([work for work in works if isinstance(work, model)], with_parents=False, with_authors=False)
