"""What stands on the front: a declaration, the latest outcomes, the editions to come, the forums, the topics?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, Q
from django.utils import timezone
from wagtail.models import Page

from pages.clauses.flat import Clause, flatten
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    RecommendationPage,
    ResearchPaperPage,
    Topic,
)
from pages.queries.joined import joined
from pages.queries.names import fetch_names
from pages.queries.rows import Row, fetch_authorships, rows
from pages.queries.visible import visible
from pages.queries.works import one_per_work

LATEST = 6
EDITIONS = 4
FORUMS = 6
TOPICS = 8
# So that the ten recommendations of one meeting do not hide everything else.
_OF_ONE_TYPE = 2
_OUTCOMES = (DeclarationPage, RecommendationPage, ResearchPaperPage)
_LONG = ("declarationpage__clauses", "declarationpage__introduction", "researchpaperpage__body")


class Editions(NamedTuple):
    """Those to come, or when none is known, the latest."""

    pages: list[ForumEditionPage]
    are_to_come: bool


@dataclass(frozen=True)
class Front:
    declaration: DeclarationPage | None
    clause: Clause | None
    outcomes: list[Row]
    editions: Editions
    forums: list[Row]
    topics: list[Topic]


def front(page: HomePage, language: str) -> Front:
    """At most 7 queries, and two for photographs."""
    declaration = _featured(page, language)
    outcomes = _latest_outcomes(language)
    topics = _topics()
    fetch_names([*topics, *fetch_authorships(work for work in outcomes if isinstance(work, ResearchPaperPage))])
    forums = one_per_work(ForumSeriesPage.objects.order_by("path"), language).defer("body")[:FORUMS]
    return Front(
        declaration=declaration,
        clause=_clause(declaration, page.featured_clause),
        outcomes=rows(outcomes, with_authors=False),
        editions=_editions(language, timezone.localdate()),
        forums=rows(forums, with_parents=False, with_authors=False),
        topics=topics,
    )


def _featured(page: HomePage, language: str) -> DeclarationPage | None:
    """The declaration in the reader's language, whichever version the editor chose."""
    if page.featured_declaration_id is None:
        return None
    chosen = DeclarationPage.objects.filter(pk=page.featured_declaration_id).values("translation_key")
    return one_per_work(DeclarationPage.objects.filter(translation_key__in=chosen), language).first()


def _clause(declaration: DeclarationPage | None, anchor: str) -> Clause | None:
    if declaration is None or not anchor:
        return None
    return next((clause for clause in flatten(declaration.clauses) if clause.anchor == anchor), None)


def _latest_outcomes(language: str) -> list[BasePage]:
    types = Q()
    for model in _OUTCOMES:
        types |= Q(**{f"{model._meta.model_name}__isnull": False})
    newest = one_per_work(Page.objects.filter(types), language).order_by(F("first_published_at").desc(), "-pk")
    return _mixed(joined(newest[: LATEST * 5], _OUTCOMES, leave=_LONG))


def _mixed(works: Iterable[BasePage]) -> list[BasePage]:
    """The newest, no more than a few of one type; topped up with the rest when there are no others."""
    ordered = list(works)
    met: Counter[type[BasePage]] = Counter()
    first: list[BasePage] = []
    for work in ordered:
        met[type(work)] += 1
        if met[type(work)] <= _OF_ONE_TYPE:
            first.append(work)
    kept = (first + [work for work in ordered if work not in first])[:LATEST]
    return sorted(kept, key=ordered.index)


def _editions(language: str, today: date) -> Editions:
    """One query: those to come are the first of those in order of date, latest first."""
    editions = one_per_work(ForumEditionPage.objects.all(), language).defer("body")
    newest = list(editions.order_by(F("start_date").desc(nulls_last=True), F("number").desc(nulls_last=True))[:12])
    to_come = [edition for edition in newest if edition.start_date and edition.start_date >= today]
    if to_come:
        return Editions(to_come[::-1][:EDITIONS], are_to_come=True)
    return Editions(newest[:EDITIONS], are_to_come=False)


def _topics() -> list[Topic]:
    """Those that most published works are about."""
    works = Count("page_links", filter=Q(page_links__content_object__in=visible(Page.objects.order_by()).values("pk")))
    return list(Topic.objects.annotate(works=works).filter(works__gt=0).order_by("-works", "slug")[:TOPICS])
