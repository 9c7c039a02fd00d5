"""Where did a work come from, and what came of it? Read from the tree and from what pages say of each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from wagtail.models import Page

from pages.addresses import language_of, page_url
from pages.kinds import Kind
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    NewsPage,
    PageRelation,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
)
from pages.models.base import RelationKind
from pages.naming import code_of, kind_name
from pages.queries.joined import joined
from pages.queries.tree import directly_below
from pages.queries.works import one_per_work, versions
from pages.text.relations import BY_THIS_WORK, OF_THIS_WORK

# What a chain is made of; listings and plain pages are no steps in it.
_STEPS = (
    ForumSeriesPage,
    ForumEditionPage,
    SessionPage,
    DeclarationPage,
    RecommendationPage,
    ResearchPaperPage,
    NewsPage,
)
_LONG = ("declarationpage__clauses", "declarationpage__introduction", "researchpaperpage__body", "newspage__body")


@dataclass(frozen=True)
class Step:
    """One work of a chain; `relation` says how it bears on the page when an editor stated it."""

    kind: Kind
    kind_name: str
    code: str
    title: str
    url: str
    language: str
    relation: str = ""


@dataclass(frozen=True)
class Trail:
    """The page itself ends the first chain and opens the second; it is in neither."""

    before: list[Step]
    after: list[Step]

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def trail_of(page: BasePage, language: str) -> Trail:
    """In three queries at most: the statements, the source of a recommendation, the works.

    The chain runs from forum to outcome. What lies above a page came before it, what lies below came of it; a page
    that says it is based on another came of that one.
    """
    said, said_of = _statements(page)
    if source := _source_of(page):
        said.setdefault(source, "")
    above = {path for version in versions(page).values() for path in _paths_above(version)}
    before: list[Step] = []
    after: list[Step] = []
    for work in _works(page, language, above, said.keys() | said_of.keys()):
        key = work.translation_key
        chain = before if work.path in above or key in said else after
        chain.append(_step(work, said.get(key) or said_of.get(key, "")))
    return Trail(before, after)


def _statements(page: BasePage) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The works the page says something of, and those that say something of it, in whichever language."""
    key = page.translation_key
    found = PageRelation.objects.filter(Q(page__translation_key=key) | Q(target__translation_key=key))
    said: dict[UUID, str] = {}
    said_of: dict[UUID, str] = {}
    for row in found.select_related("page", "target"):
        if row.page.translation_key == key:
            said.setdefault(row.target.translation_key, str(BY_THIS_WORK[RelationKind(row.kind)]))
        else:
            said_of.setdefault(row.page.translation_key, str(OF_THIS_WORK[RelationKind(row.kind)]))
    return said, said_of


def _source_of(page: BasePage) -> UUID | None:
    source = getattr(page, "source_id", None)
    return Page.objects.filter(pk=source).values_list("translation_key", flat=True).first() if source else None


def _paths_above(page: Page) -> list[str]:
    return [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)]


def _works(page: BasePage, language: str, above: set[str], keys: Iterable[UUID]) -> list[BasePage]:
    wanted = Q(path__in=above) | Q(translation_key__in=list(keys))
    for version in versions(page).values():
        wanted |= directly_below(version)
    wanted |= Q(recommendationpage__source__translation_key=page.translation_key)
    wanted |= Q(newspage__outcomes__outcome__translation_key=page.translation_key)
    wanted |= Q(declarationpage__edition__translation_key=page.translation_key)
    others = Page.objects.filter(wanted).exclude(translation_key=page.translation_key)
    found = joined(one_per_work(others, language).distinct(), _STEPS, leave=_LONG)
    return sorted(found, key=lambda work: (_STEPS.index(type(work)), work.path))


def _step(work: BasePage, relation: str) -> Step:
    return Step(
        kind=work.kind,
        kind_name=kind_name(work),
        code=code_of(work),
        title=work.title,
        url=page_url(work),
        language=language_of(work),
        relation=relation,
    )
