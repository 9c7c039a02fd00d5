"""What stands around a page: the menu, the way to it, the plain pages of the footer? One query for all three."""

from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page

from pages.addresses import home_root
from pages.models import StandardPage
from pages.queries.visible import visible

HOME_DEPTH = 2
SECTION_DEPTH = HOME_DEPTH + 1


@dataclass(frozen=True)
class Surroundings:
    """`crumbs` are the pages between the home page and the page, neither of them included."""

    home: Page | None = None
    menu: list[Page] = field(default_factory=list)
    crumbs: list[Page] = field(default_factory=list)
    about: list[Page] = field(default_factory=list)


def surroundings_of(page: Page) -> Surroundings:
    """Asked by the frame and by some views, so the page keeps the answer."""
    if not hasattr(page, "surroundings"):
        page.surroundings = _surroundings(page.path)
    return page.surroundings


def surroundings_of_language(language: str) -> Surroundings:
    """For an address that is no page: a person, a listing of records."""
    root = home_root(language)
    home = visible(Page.objects.filter(slug=root.strip("/"), url_path=root)).first() if root else None
    return _surroundings(home.path, home) if home else Surroundings()


def _surroundings(path: str, known_home: Page | None = None) -> Surroundings:
    step = Page.steplen
    home_path = path[: HOME_DEPTH * step]
    above = [path[:end] for end in range(HOME_DEPTH * step, len(path), step)]
    sections = Q(depth=SECTION_DEPTH, path__range=Page._get_children_path_interval(home_path))
    found = list(visible(Page.objects.filter(Q(path__in=above) | sections)).order_by("path"))
    first = [page for page in found if page.depth == SECTION_DEPTH]
    return Surroundings(
        home=known_home or next((page for page in found if page.depth == HOME_DEPTH), None),
        menu=[page for page in first if page.show_in_menus],
        crumbs=[page for page in found if page.path in above and page.depth > HOME_DEPTH],
        about=[page for page in first if not page.show_in_menus and page.specific_class is StandardPage],
    )
