"""What stands around a page: the menu, the way to it, the footer's pages, its other languages? One query for all."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page

from pages.addresses import home_root
from pages.models import StandardPage
from pages.queries.visible import visible
from pages.queries.works import remember_versions

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
        found = _near(page.path, Q(translation_key=page.translation_key))
        page.surroundings = _surroundings(found, page.path)
        remember_versions(page, (row for row in found if row.translation_key == page.translation_key))
    return page.surroundings


def surroundings_of_language(language: str) -> Surroundings:
    """For an address that is no page: a person, a listing of records."""
    root = home_root(language)
    home = visible(Page.objects.filter(slug=root.strip("/"), url_path=root)).first() if root else None
    return _surroundings(_near(home.path), home.path, home) if home else Surroundings()


def _near(path: str, others: Q | None = None) -> list[Page]:
    sections = Q(depth=SECTION_DEPTH, path__range=Page._get_children_path_interval(_home_path(path)))
    wanted = Q(path__in=_above(path)) | sections | (others or Q(pk__in=()))
    return list(visible(Page.objects.filter(wanted)).order_by("path"))


def _home_path(path: str) -> str:
    return path[: HOME_DEPTH * Page.steplen]


def _above(path: str) -> list[str]:
    return [path[:end] for end in range(HOME_DEPTH * Page.steplen, len(path), Page.steplen)]


def _surroundings(found: Iterable[Page], path: str, known_home: Page | None = None) -> Surroundings:
    above, home_path = _above(path), _home_path(path)
    near = [page for page in found if page.path.startswith(home_path)]
    first = [page for page in near if page.depth == SECTION_DEPTH]
    return Surroundings(
        home=known_home or next((page for page in near if page.depth == HOME_DEPTH), None),
        menu=[page for page in first if page.show_in_menus],
        crumbs=[page for page in near if page.path in above and page.depth > HOME_DEPTH],
        about=[page for page in first if not page.show_in_menus and page.specific_class is StandardPage],
    )
