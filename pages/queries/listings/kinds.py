"""What does each listing list, and by which year, place and order?"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, DateField, Expression, F, OrderBy, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear, Length, Substr
from wagtail.models import Page

from pages.models import (
    BasePage,
    DatePrecision,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexKind,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    Topic,
)
from pages.queries.visible import visible


def _known_date() -> Case:
    return Case(
        When(date_precision=DatePrecision.UNKNOWN, then=Value(None)), default=F("start_date"), output_field=DateField()
    )


def _parent_path(path: Expression | F | OuterRef) -> Substr:
    return Substr(path, 1, Length(path) - Value(Page.steplen))


def _of_parent(model: type[BasePage], value: Expression | F) -> Subquery:
    above = visible(model.objects.filter(path=_parent_path(OuterRef("path"))))
    return Subquery(above.annotate(asked=value).values("asked")[:1])


@dataclass(frozen=True)
class ListedKind:
    """A kind of work, and the expressions of its date, country and forum; `None` where it has none."""

    model: type[BasePage]
    date: Expression | F | None = None
    year: Expression | F | None = None
    country: Expression | F | None = None
    series: Expression | None = None
    ties: tuple[OrderBy | Expression | str, ...] = ("title",)

    def dated(self, works: QuerySet) -> QuerySet:
        """Latest first, undated last; what has the same date in its own order, the same in every run."""
        latest = [self.date.desc(nulls_last=True)] if self.date is not None else []
        return works.order_by(*latest, *self.ties, "path")


# Whose dates, places and topics are shown, counted and filtered by, besides those of the works themselves.
CONSULTED = (ForumEditionPage, ForumSeriesPage, DeclarationPage, Topic)


def _from_parents(field: str | Case) -> Coalesce:
    value = F(field) if isinstance(field, str) else field
    return Coalesce(_of_parent(ForumEditionPage, value), _of_parent(DeclarationPage, value))


def kinds() -> dict[Any, ListedKind]:
    """Made anew for whoever is reading: the date of a hidden meeting is nobody's date."""
    return {
        IndexKind.SERIES: ListedKind(ForumSeriesPage, F("founded"), F("founded"), F("country")),
        IndexKind.EDITION: ListedKind(
            ForumEditionPage,
            _known_date(),
            ExtractYear(_known_date()),
            F("country"),
            _of_parent(ForumSeriesPage, F("translation_key")),
            (F("number").desc(nulls_last=True), "title"),
        ),
        IndexKind.DECLARATION: ListedKind(DeclarationPage, _known_date(), ExtractYear(_known_date()), F("country")),
        # A recommendation is as old, and as far away, as what adopted it; R 9 comes before R 10.
        IndexKind.RECOMMENDATION: ListedKind(
            RecommendationPage,
            _from_parents(_known_date()),
            ExtractYear(_from_parents(_known_date())),
            _from_parents("country"),
            None,
            (_parent_path(F("path")).asc(), Length("code").asc(), "code"),
        ),
        IndexKind.PAPER: ListedKind(ResearchPaperPage, _known_date(), ExtractYear(_known_date())),
        IndexKind.NEWS: ListedKind(NewsPage, F("date"), ExtractYear("date")),
    }
