"""How is a recommendation shown: what, to whom, where from, and what came of it?"""

from django.http import HttpRequest

from pages.addresses import page_url
from pages.languages import current
from pages.models import Progress, RecommendationPage
from pages.queries.children import children_of
from pages.queries.names import fetch_names
from pages.queries.recommendations import neighbours, source_of
from pages.queries.topics import topics_of
from pages.queries.trail import trail_of
from pages.views.frame import Link, Shown, render_work
from pages.views.registry import shows

# How much of the mark is filled; the words beside it say the rest.
MARKS = {Progress.UNDER_WAY: "half", Progress.CARRIED_OUT: "full"}


@shows(RecommendationPage)
def recommendation(request: HttpRequest, page: RecommendationPage) -> Shown:
    addressees = children_of(page, "addressees", "organisation")
    steps = children_of(page, "progress_records", "organisation")
    topics = topics_of(page)
    fetch_names([*(row.organisation for row in addressees), *(row.organisation for row in steps), *topics])
    earlier, later = neighbours(page)
    return render_work(
        request,
        page,
        "pages/recommendation.html",
        addressees=addressees,
        steps=steps,
        topics=topics,
        trail=trail_of(page, current()),
        source=source_of(page),
        mark=MARKS.get(Progress(page.progress), "hollow"),
        earlier=_link(earlier),
        later=_link(later),
    )


def _link(page: RecommendationPage | None) -> tuple[str, Link] | None:
    return (page.code, Link(page.title, page_url(page))) if page else None
