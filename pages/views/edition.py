"""How is an edition shown: at a glance, its programme, who took part, what came out of it?"""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.addresses import page_url
from pages.languages import current
from pages.models import ForumEditionPage
from pages.naming import edition_heading
from pages.queries.editions import edition_parts, neighbours
from pages.queries.surroundings import surroundings_of
from pages.views.frame import Shown, render_work
from pages.views.programme import is_dated, programme
from pages.views.registry import shows


@shows(ForumEditionPage)
def edition(request: HttpRequest, page: ForumEditionPage) -> Shown:
    parts = edition_parts(page, current())
    around = surroundings_of(page)
    days = programme(page, parts)
    earlier, later = neighbours(page)
    return render_work(
        request,
        page,
        "pages/edition.html",
        parts=parts,
        days=days,
        is_dated=is_dated(days),
        series=around.crumbs[-1] if around.crumbs else None,
        heading=edition_heading(page),
        earlier=_neighbour(earlier, _("Earlier edition")),
        later=_neighbour(later, _("Later edition")),
    )


def _neighbour(page: ForumEditionPage | None, label: str) -> dict[str, object] | None:
    if page is None:
        return None
    return {"label": label, "number": page.number, "title": page.title, "year": page.year, "url": page_url(page)}
