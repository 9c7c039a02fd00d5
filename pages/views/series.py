"""How is a forum shown: who convenes it, its editions on a line of years and in a list, what it adopted?"""

from django.http import HttpRequest
from django.utils.translation import ngettext

from pages.languages import current, direction
from pages.models import ForumSeriesPage
from pages.naming import kind_name
from pages.queries.series import EditionEntry, SeriesParts, series_parts
from pages.text.numbers import joined
from pages.text.ordinals import edition_name
from pages.views.frame import Shown, render_work
from pages.views.registry import shows
from pages.views.sections import sections_of
from pages.views.timeline import timeline


@shows(ForumSeriesPage)
def series(request: HttpRequest, page: ForumSeriesPage) -> Shown:
    parts = series_parts(page, current())
    return render_work(
        request,
        page,
        "pages/series.html",
        parts=parts,
        entries=[(entry, _facts(entry)) for entry in parts.editions],
        timeline=timeline(parts.dated, is_mirrored=direction(current()) == "rtl"),
        undated=_undated(parts),
        series_kind=kind_name(page),
        sections=sections_of(page),
    )


def _facts(entry: EditionEntry) -> list[str]:
    """`Marrakech`, `10 recommendations`, `1 paper`."""
    counted = [
        (entry.declarations, ngettext("%(count)s declaration", "%(count)s declarations", entry.declarations)),
        (
            entry.recommendations,
            ngettext("%(count)s recommendation", "%(count)s recommendations", entry.recommendations),
        ),
        (entry.papers, ngettext("%(count)s paper", "%(count)s papers", entry.papers)),
    ]
    return [entry.page.place, *(text % {"count": count} for count, text in counted if count)]


def _undated(parts: SeriesParts) -> str:
    """The editions that the line of years can't hold, by name."""
    language = current()
    names = [edition_name(page.number, language) if page.number else page.title for page in reversed(parts.undated)]
    return joined(names, language) if names else ""
