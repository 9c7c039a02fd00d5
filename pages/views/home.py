"""How is the front of one language's site shown?"""

from django.http import HttpRequest

from pages.cache import changes
from pages.cache.ledger import note
from pages.languages import current
from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    RecommendationPage,
    ResearchPaperPage,
)
from pages.queries.home import front
from pages.views.frame import Shown, render_work
from pages.views.registry import shows

LISTED = (DeclarationPage, ForumEditionPage, ForumSeriesPage, RecommendationPage, ResearchPaperPage)


@shows(HomePage)
def home(request: HttpRequest, page: HomePage) -> Shown:
    note(changes.MENTIONS, *map(changes.list_tag, LISTED))
    return render_work(request, page, "pages/home.html", front=front(page, current()))
