"""What else does a list say of a work: when, where, by whom, how far?"""

from django.utils.text import capfirst
from wagtail.models import Page

from pages.countries import country_name
from pages.languages import current
from pages.models import (
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    IndexPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
)
from pages.queries.surroundings import HOME_DEPTH
from pages.text.dates import day, hours, partial_date


def facts(page: BasePage, parent: Page | None) -> list[str]:
    """Short texts in the language being spoken, the most telling first; what is not known is left out."""
    language = current()
    found: list[str] = []
    match page:
        case ForumSeriesPage():
            found = [place(page.seat, page.country)]
        case ForumEditionPage():
            found = [place(page.place, page.country), partial_date(page, language)]
        case SessionPage():
            found = [hours(page.starts_at, page.ends_at, language) or page.time_text, page.room]
        case DeclarationPage():
            found = [place(page.place, page.country), partial_date(page, language), page.get_status_display()]
        case RecommendationPage():
            found = [page.get_progress_display()] if page.progress != "unknown" else []
        case ResearchPaperPage():
            found = [*authors(page), partial_date(page, language)]
        case NewsPage():
            found = [day(page.date, language)] if page.date else []
    return [capfirst(text) for text in [_above(page, parent), *found] if text]


def place(town: str, country: str) -> str:
    """`Marrakech, Morocco`; the comma is the language's own."""
    comma = "، " if current() == "ar" else ", "
    return comma.join(part for part in (town, country_name(country) if country else "") if part)


def authors(page: ResearchPaperPage) -> list[str]:
    """Names in order; expects `authorships` with their records' names to be prefetched."""
    parties = (authorship.person or authorship.organisation for authorship in page.authorships.all())
    return [party.label(current()).text for party in parties if party]


def _above(page: BasePage, parent: Page | None) -> str:
    """The title of the edition, series or declaration a work lies under; a listing or the home says nothing of it."""
    if parent is None or parent.depth <= HOME_DEPTH or isinstance(page, ForumSeriesPage | NewsPage):
        return ""
    return "" if issubclass(parent.specific_class or IndexPage, IndexPage) else parent.title
