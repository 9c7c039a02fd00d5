"""What surrounds every public page: its title, menu, way back, and the same work in other languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from access.current import principal
from pages.addresses import page_url
from pages.cache import changes, ledger
from pages.languages import current, direction, languages, own_name
from pages.metadata import page_metadata, record_metadata
from pages.models import BasePage
from pages.models.records import LabelledRecord
from pages.queries.known import known_near
from pages.queries.surroundings import Surroundings, surroundings_of, surroundings_of_language
from pages.queries.works import versions
from pages.text.locales import language_name

# The two files a first line of text needs; the others follow with the style sheet.
_FIRST_FONTS = {"ar": ("markazi", "newsreader-text")}
_LATIN_FONTS = ("newsreader-text", "newsreader-display")


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class LanguageVersion:
    """One entry of the language switch; without a `url` the work does not exist in that language."""

    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Shown:
    """What a view found to show, before it is written out."""

    template: str
    context: dict[str, object]

    def response(self, request: HttpRequest) -> HttpResponse:
        return render(request, self.template, self.context)


def render_work(
    request: HttpRequest, page: BasePage, template: str, *, feed_url: str = "", **context: object
) -> Shown:
    """A page in its frame; the context holds it as `page`."""
    around = surroundings_of(page)
    found = versions(page)
    ledger.note(*changes.around(page, parent=([around.home, *around.crumbs])[-1]))
    if not getattr(request, "is_preview", False):
        _settle()
    crumbs = _way_to(page, around)
    frame = _frame(
        title=page.seo_title or page.title,
        alternates={code: page_url(version) for code, version in found.items()},
        crumbs=crumbs,
        around=around,
        path=page.path,
    )
    metadata = page_metadata(request, page, found, crumbs=crumbs, feed_path=feed_url)
    frame["known"] = known_near(page, found)
    frame["missing_languages"] = [language_name(code, current()) for code, _n in languages() if code not in found]
    return Shown(template, {"page": page, "metadata": metadata, "feed_url": feed_url, **frame, **context})


def render_frame(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    alternates: Mapping[str, str],
    crumbs: Iterable[Link] = (),
    status: int = 200,
    record: LabelledRecord | str | None = None,
    description: str = "",
    **context: object,
) -> HttpResponse:
    """An address that is no page (a record, a list of records) in the same frame.

    `alternates` are the addresses by language code; a language left out is shown as missing. `crumbs` follow the
    home page. `record` is what the address is about (a country by its code), when it is about one.
    """
    around = surroundings_of_language(current())
    ledger.note("menu", changes.MENTIONS)
    if record is not None:
        ledger.note(changes.country_tag(record) if isinstance(record, str) else changes.about_tag(record))
    if status == HTTPStatus.OK:
        _settle()
    way = [*_home_crumb(around), *crumbs]
    frame = _frame(title=title, alternates=alternates, crumbs=way, around=around, path="")
    if status == HTTPStatus.OK:
        frame["metadata"] = record_metadata(
            request,
            record,
            title=title,
            alternates_by_language=alternates,
            description=description,
            home=around.home,
            crumbs=way,
        )
    return render(request, template, {"record": record, **frame, **context}, status=status)


def frame(*, title: str, alternates: Mapping[str, str]) -> dict[str, object]:
    """What templates need around an address that is neither page nor record, and that nobody shares."""
    around = surroundings_of_language(current())
    return _frame(title=title, alternates=alternates, crumbs=_home_crumb(around), around=around, path="")


def _settle() -> None:
    """What nobody in particular is shown may be kept as it is, until a date changes it."""
    reader = principal()
    ledger.settle(is_public=reader.is_anonymous, until=reader.reach.boundary)


def _frame(
    *, title: str, alternates: Mapping[str, str], crumbs: list[Link], around: Surroundings, path: str
) -> dict[str, object]:
    language = current()
    return {
        "title": title,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "language": language,
        "direction": direction(language),
        "home_url": page_url(around.home) if around.home else f"/{language}/",
        "menu": tuple(Link(item.title, page_url(item), path.startswith(item.path)) for item in around.menu),
        "about": tuple(Link(item.title, page_url(item)) for item in around.about),
        "crumbs": tuple(crumbs),
        "language_versions": _language_versions(alternates, language),
        "first_fonts": _FIRST_FONTS.get(language, _LATIN_FONTS),
    }


def _way_to(page: BasePage, around: Surroundings) -> list[Link]:
    """What lies above a page; nothing above the home page."""
    if around.home and page.pk == around.home.pk:
        return []
    return [*_home_crumb(around), *(Link(crumb.title, page_url(crumb)) for crumb in around.crumbs)]


def _home_crumb(around: Surroundings) -> list[Link]:
    return [Link(_("Home"), page_url(around.home))] if around.home else []


def _language_versions(alternates: Mapping[str, str], language: str) -> tuple[LanguageVersion, ...]:
    return tuple(
        LanguageVersion(code, own_name(code), alternates.get(code, ""), is_current=code == language)
        for code, _translated in languages()
    )
