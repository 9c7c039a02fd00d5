"""How is a listing shown: filtered, in pages, every state of it at an address that can be kept?"""

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pages.addresses import page_url
from pages.cache.changes import list_tag
from pages.cache.ledger import note
from pages.models import IndexPage
from pages.queries.listings.facets import titles
from pages.queries.listings.kinds import CONSULTED, kinds
from pages.queries.listings.listing import Listing, listing
from pages.views.feed import feed_path
from pages.views.frame import Shown, render_work
from pages.views.pagination import pagination
from pages.views.registry import shows


@shows(IndexPage)
def index_page(request: HttpRequest, page: IndexPage) -> Shown:
    """Filters that mean nothing are set aside and said; a page beyond the last one is not found."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    try:
        shown = listing(page, request.GET.dict(), max(number, 1))
    except EmptyPage as beyond:
        raise Http404 from beyond
    if kind := kinds().get(page.lists):
        note(*map(list_tag, (kind.model, *CONSULTED)))
    return render_work(
        request,
        page,
        "pages/index.html",
        listing=shown,
        ignored=_ignored(shown, is_page_ignored=bool(asked) and str(number) != asked),
        removals=_removals(shown),
        pages=_pages(shown),
        year_links=_year_links(shown),
        total=shown.page.paginator.count,
        page_url=page_url(page),
        feed_url=feed_path(page),
    )


def _address(shown: Listing, **changes: str | int) -> str:
    """The address of this listing with something changed; an empty value leaves a filter out."""
    values = {**shown.chosen.asked, **changes}
    kept = {name: value for name, value in values.items() if value not in ("", None)}
    return f"?{urlencode(kept)}" if kept else "?"


def _ignored(shown: Listing, *, is_page_ignored: bool) -> list[str]:
    names = titles()
    return [names[name] for name in shown.chosen.ignored] + ([_("Page")] if is_page_ignored else [])


def _removals(shown: Listing) -> list[dict[str, object]]:
    """One link for each chosen filter, to the same listing without it."""
    return [
        {"title": facet.title, "option": facet.chosen, "url": _address(shown, **{facet.name: ""})}
        for facet in shown.facets
        if facet.chosen
    ]


def _year_links(shown: Listing) -> list[dict[str, object]]:
    if "year" in shown.chosen.asked:
        return []
    years = next((facet.options for facet in shown.facets if facet.name == "year"), [])
    return [{"option": option, "url": _address(shown, year=option.value)} for option in years if len(years) > 1]


def _pages(shown: Listing) -> dict[str, object] | None:
    def to(number: int) -> str:
        return _address(shown, page=number if number > 1 else "")

    return pagination(shown.page.number, shown.page.paginator.num_pages, to)
