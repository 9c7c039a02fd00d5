"""What is a work called in lists: what kind of thing it is, and the code it goes by?"""

from django.utils.text import capfirst
from django.utils.translation import pgettext

from pages.kinds import Kind
from pages.models import (
    BasePage,
    ForumEditionPage,
    ForumSeriesPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
)


def kind_name(page: BasePage) -> str:
    """`Recommendation`, `Policy brief`, `Network`: in the language being spoken."""
    match page:
        case ForumSeriesPage():
            return page.get_series_kind_display()
        case ResearchPaperPage():
            return page.get_paper_kind_display()
        case SessionPage():
            return page.get_session_kind_display()
    # What kinds of page there are is the editors' concern.
    if page.kind == Kind.PAGE:
        return pgettext("kind of a work", "Page")
    return capfirst(str(page._meta.verbose_name))


def code_of(page: BasePage) -> str:
    """`R 9`, `A/RES/217(III)`; "" for a work that has none."""
    match page:
        case RecommendationPage():
            return page.code
        case ResearchPaperPage():
            return page.series_number
    return getattr(page, "reference", "")


def edition_heading(page: ForumEditionPage) -> str:
    """What stands large over an edition: its theme where it has one, since its title repeats the series and number."""
    return page.theme or page.title
