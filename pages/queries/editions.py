"""What belongs to an edition: its programme, those who took part, what came out of it, its neighbours?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from wagtail.models import Page

from pages.models import (
    BasePage,
    DeclarationPage,
    Delegation,
    ForumEditionPage,
    NewsPage,
    OrganisationRole,
    PersonRole,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    Topic,
    WorkFile,
)
from pages.queries.children import children_of
from pages.queries.files import files_of
from pages.queries.joined import joined
from pages.queries.names import fetch_names
from pages.queries.rows import Row, fetch_authorships, rows
from pages.queries.topics import topics_of
from pages.queries.tree import below
from pages.queries.visible import visible
from pages.queries.works import one_per_work, versions

# Long texts that no list shows.
_LONG = ("declarationpage__clauses", "declarationpage__introduction", "researchpaperpage__body")


@dataclass(frozen=True)
class Party:
    """Those who took part in one role, in order: `Organisers`, `Chair`."""

    role: str
    members: list


@dataclass(frozen=True)
class EditionParts:
    """Everything below and beside an edition's own fields."""

    sessions: list[SessionPage]
    papers_of: dict[int, list[ResearchPaperPage]]
    codes_of: dict[int, list[str]]
    declarations: list[Row]
    recommendations: list[Row]
    papers: list[Row]
    news: list[Row]
    people: list[Party]
    organisations: list[Party]
    delegations: list[Delegation]
    topics: list[Topic]
    files: list[WorkFile]
    figures: list = field(default_factory=list)

    @property
    def has_outcomes(self) -> bool:
        return bool(self.declarations or self.recommendations or self.papers or self.files)


def edition_parts(page: ForumEditionPage, language: str) -> EditionParts:
    """At most 9 queries, however many there are of each."""
    works = works_of(page, language)
    papers = [work for work in works if isinstance(work, ResearchPaperPage)]
    sessions = [work for work in works if isinstance(work, SessionPage)]
    recommendations = [work for work in works if isinstance(work, RecommendationPage)]
    people = children_of(page, "person_roles", "person")
    organisations = children_of(page, "organisation_roles", "organisation")
    delegations = children_of(page, "delegations", "organisation", "head")
    topics = topics_of(page)
    named = [role.person for role in people] + [role.organisation for role in organisations] + topics
    named += [party for row in delegations for party in (row.organisation, row.head)]
    fetch_names(named + fetch_authorships(papers))
    return EditionParts(
        sessions=in_programme_order(sessions),
        papers_of=_papers_by_session(papers, sessions),
        codes_of=_codes_by_session(recommendations, sessions),
        declarations=_rows(_of(DeclarationPage, works)),
        recommendations=_rows(recommendations),
        papers=_rows(papers),
        news=_rows(_of(NewsPage, works)),
        people=by_role(people, "person"),
        organisations=by_role(organisations, "organisation"),
        delegations=delegations,
        topics=topics,
        files=files_of(page),
        figures=children_of(page, "figures"),
    )


def _rows(works: list[BasePage]) -> list[Row]:
    return rows(works, with_parents=False, with_authors=False)


def works_of(page: ForumEditionPage, language: str) -> list[BasePage]:
    """What lies below the edition in any language, declarations adopted at it, news about it: each work once.

    The head of the page asks too, so the page keeps the answer.
    """
    if not hasattr(page, "works_found"):
        page.works_found = _works(page, language)
    return page.works_found


def _works(page: ForumEditionPage, language: str) -> list[BasePage]:
    wanted = Q(pk__in=())
    for version in versions(page).values():
        wanted |= below(version)
    key = page.translation_key
    # As lists of keys, so that nothing is found twice and each list has its own index.
    wanted |= Q(pk__in=DeclarationPage.objects.filter(edition__translation_key=key).order_by().values("pk"))
    wanted |= Q(pk__in=NewsPage.objects.filter(outcomes__outcome__translation_key=key).order_by().values("pk"))
    found = one_per_work(Page.objects.filter(wanted), language).order_by("path")
    types = (SessionPage, DeclarationPage, RecommendationPage, ResearchPaperPage, NewsPage)
    return joined(found, types, leave=_LONG)


def _of(model: type[BasePage], works: Iterable[BasePage]) -> list[BasePage]:
    return [work for work in works if isinstance(work, model)]


def in_programme_order(sessions: Iterable[SessionPage]) -> list[SessionPage]:
    """Days and hours that are known, in their order; otherwise as the editors put them."""

    def place(session: SessionPage) -> tuple[int, str, str]:
        return session.day or 0, session.starts_at.isoformat() if session.starts_at else "~", session.path

    return sorted(sessions, key=place)


def _papers_by_session(papers: list[ResearchPaperPage], sessions: list[SessionPage]) -> dict[int, list]:
    by_path = {session.path: session.pk for session in sessions}
    found: dict[int, list[ResearchPaperPage]] = {}
    for paper in papers:
        if session := by_path.get(paper.path[: -Page.steplen]):
            found.setdefault(session, []).append(paper)
    return found


def _codes_by_session(recommendations: list[RecommendationPage], sessions: list[SessionPage]) -> dict[int, list[str]]:
    known = {session.pk for session in sessions}
    found: dict[int, list[str]] = {}
    for recommendation in recommendations:
        if recommendation.source_id in known and recommendation.code:
            found.setdefault(recommendation.source_id, []).append(recommendation.code)
    return found


def by_role(roles: Iterable[PersonRole | OrganisationRole], member: str) -> list[Party]:
    """Grouped by role; the roles stand in the order in which each is first met."""
    grouped: dict[str, list] = {}
    for role in roles:
        grouped.setdefault(role.get_role_display(), []).append(getattr(role, member))
    return [Party(role, members) for role, members in grouped.items()]


def neighbours(page: ForumEditionPage) -> tuple[ForumEditionPage | None, ForumEditionPage | None]:
    """The edition before and the one after, in one query."""
    siblings = in_order(visible(ForumEditionPage.objects.sibling_of(page)).defer("body"))
    place = next((place for place, sibling in enumerate(siblings) if sibling.pk == page.pk), None)
    if place is None:
        return None, None
    before = siblings[place - 1] if place else None
    return before, siblings[place + 1] if place + 1 < len(siblings) else None


def in_order(editions: Iterable[ForumEditionPage]) -> list[ForumEditionPage]:
    """Earliest first: by number, and by date where numbers are not stated."""
    return sorted(editions, key=lambda edition: (edition.number or 0, edition.start_date or date.min, edition.path))
