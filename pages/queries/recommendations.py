"""What belongs to a recommendation: the text it comes from, and the ones before and after it?"""

from dataclasses import dataclass

from django.db.models.functions import Length
from wagtail.models import Page

from pages.addresses import language_of, page_url
from pages.clauses.flat import Clause, flatten
from pages.models import DeclarationPage, RecommendationPage
from pages.queries.visible import visible
from pages.queries.works import in_readers_language


@dataclass(frozen=True)
class Source:
    """The page a recommendation comes from, and the clause of it, when there is such a clause."""

    page: Page
    language: str
    clause: Clause | None

    @property
    def url(self) -> str:
        anchor = f"#{self.clause.anchor}" if self.clause else ""
        return f"{page_url(self.page)}{anchor}"


def source_of(page: RecommendationPage) -> Source | None:
    """The stated source in the language of the page where it exists, else what the page lies under."""
    stated = page.source or visible(Page.objects.filter(path=page.path[: -Page.steplen])).first()
    if stated is None:
        return None
    found = in_readers_language([stated.specific], language_of(page))
    return Source(found[0], language_of(found[0]), _clause(found[0], page.source_clause)) if found else None


def _clause(source: Page, anchor: str) -> Clause | None:
    if not anchor or not isinstance(source, DeclarationPage):
        return None
    return next((clause for clause in flatten(source.clauses) if clause.anchor == anchor), None)


def neighbours(page: RecommendationPage) -> tuple[RecommendationPage | None, RecommendationPage | None]:
    """The recommendations before and after this one, by code, of the same source; R 9 comes before R 10."""
    beside = RecommendationPage.objects.filter(locale_id=page.locale_id)
    if page.source_id:
        beside = beside.filter(source__translation_key=page.source.translation_key)
    else:
        beside = beside.filter(path__startswith=page.path[: -Page.steplen], depth=page.depth)
    light = beside.only("title", "code", "path", "url_path", "locale_id", "live", "translation_key")
    series = list(visible(light).order_by(Length("code"), "code", "path"))
    here = next((place for place, row in enumerate(series) if row.pk == page.pk), None)
    if here is None:
        return None, None
    return (series[here - 1] if here else None), (series[here + 1] if here + 1 < len(series) else None)
