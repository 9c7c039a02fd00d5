"""Every address of the site that shows something, whoever may read it."""

from collections.abc import Iterator

from wagtail.models import Page

from access.surfaces.declaring import Answer, Kind, Surface
from access.surfaces.registry import declared
from library.models import LibraryDocument, Rendition
from pages.addresses import page_url
from pages.models import IndexPage, Organisation, Person, ResearchPaperPage, Topic
from tests.matrix.world import LISTS

LANGUAGES = ("ar", "fr", "en")
RECORDS = {"people": Person, "organisations": Organisation, "topics": Topic}
VIEWS_OF_PAGE = ("edit/", "history/", "view_draft/", "usage/", "copy/", "revisions/compare/earliest...latest/")
ASKING = {Answer.POLICY, Answer.ANONYMOUS}


def public() -> list[str]:
    """For whoever is reading."""
    return [*_of_pages(), *_of_lists(), *_of_records(), *_of_files(), *_of_machines(), *_of_accounts()]


def made_for_nobody() -> Iterator[str]:
    """The same for every reader: cards, feeds and sitemaps."""
    for page in Page.objects.filter(depth__gt=1).select_related("locale").order_by("path"):
        yield f"/card/{page.locale.language_code}/{page.translation_key}.png"
    for index in IndexPage.objects.filter(slug__in=[f"all-{kind}" for kind in LISTS]):
        yield f"{page_url(index)}feed/"
    yield from ("/sitemap.xml", *(f"/sitemap-{language}.xml" for language in LANGUAGES))


def _of_pages() -> Iterator[str]:
    """Every page; of one behind each rule also its citations, and addresses that are almost its own."""
    yield from map(page_url, Page.objects.filter(depth__gt=1).order_by("path"))
    for paper in ResearchPaperPage.objects.filter(locale__language_code="en"):
        address = page_url(paper)
        yield from (f"{address}{part}" for part in ("cite.ris", "cite.bib", "cite.json", "feed/"))
        yield address.rstrip("/")
        yield "/fr" + address.removeprefix("/en")


def _of_lists() -> Iterator[str]:
    for index in IndexPage.objects.filter(slug__in=[f"all-{kind}" for kind in LISTS]):
        yield from (f"{page_url(index)}?{query}" for query in ("page=2", "language=fr", "year=2020", "country=MA"))
    for topic in Topic.objects.filter(slug__startswith="zq"):
        yield f"/en/all-paper/?topic={topic.slug}"


def _of_records() -> Iterator[str]:
    for name, model in RECORDS.items():
        for language in LANGUAGES:
            yield f"/{language}/{name}/"
        for record in model.objects.filter(slug__startswith="zq"):
            yield f"/en/{name}/{record.slug}/"
    yield "/en/countries/"
    yield "/en/countries/ma/"


def _of_files() -> Iterator[str]:
    for document in LibraryDocument.objects.all():
        yield f"/documents/{document.pk}/{document.filename}"
    for rendition in Rendition.objects.all():
        yield rendition.url


def _of_machines() -> Iterator[str]:
    yield from ("/en/search/?q=one", "/en/search/suggestions/?q=on", "/ar/search/")
    yield from ("/", "/healthz", "/robots.txt", "/manifest.webmanifest", "/favicon.ico")
    yield from (f"/{language}/no-such-page/" for language in LANGUAGES)


def _of_accounts() -> Iterator[str]:
    yield from (
        "/en/account/",
        "/en/account/login/",
        "/en/account/signup/",
        "/en/account/sessions/",
        "/en/account/details/",
    )


def of_lists_at_the_desk() -> list[str]:
    """Whatever the desk shows without being asked for one object."""
    return [f"/{one.name}" for one in _desk() if not one.objects and "<" not in one.name and "(" not in one.name]


def of_objects_at_the_desk(pages: dict[str, int]) -> Iterator[str]:
    """What is asked most of a page, for one page behind each rule."""
    for name, number in pages.items():
        if name.endswith("newspage"):
            for view in (
                "edit/",
                "history/",
                "view_draft/",
                "usage/",
                "copy/",
                "revisions/compare/earliest...latest/",
            ):
                yield f"/admin/pages/{number}/{view}"
    for number in pages.values():
        page = Page.objects.get(pk=number)
        if page.numchild:
            yield f"/admin/pages/{number}/"
            yield f"/admin/choose-page/{number}/"


def _desk() -> list[Surface]:
    return [
        surface
        for surface in declared().values()
        if surface.kind is Kind.VIEW and surface.name.startswith("admin/") and surface.answer is Answer.DESK
    ]


def asking() -> set[str]:
    """The public surfaces that ask the policy, each of which must be visited."""
    views = {one.name for one in declared().values() if one.kind is Kind.VIEW and one.answer in ASKING}
    return {name for name in views if not name.startswith("admin/")}
