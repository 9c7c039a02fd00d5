"""Which language version of a work does a reader get? A work is what the versions of one page share."""

from collections.abc import Iterable

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from wagtail.models import Page
from wagtail.query import PageQuerySet

from access.current import principal
from access.policy import open_works
from pages.addresses import language_of
from pages.languages import languages, preference
from pages.queries.visible import visible


def language_rank(language: str) -> Case:
    """0 for the reader's language, then the site's order."""
    order = [When(locale__language_code=code, then=Value(rank)) for rank, code in enumerate(preference(language))]
    return Case(*order, default=Value(len(order)), output_field=IntegerField())


def one_per_work(queryset: PageQuerySet, language: str) -> PageQuerySet:
    """Each visible work once: the version in `language` where it exists, else the first of the site's order."""
    versions = visible(Page.objects.filter(translation_key=OuterRef("translation_key")))
    better = versions.annotate(rank=language_rank(language)).filter(rank__lt=OuterRef("rank"))
    return visible(queryset).annotate(rank=language_rank(language)).filter(~Exists(better))


def in_readers_language(pages: Iterable[Page], language: str, *, are_open: bool = False) -> list[Page]:
    """Each work of `pages` once and in order, in `language` where that version exists, else the first that does.

    One query for each type among the pages that are in another language; a work without a visible version is left
    out. Rows of the plain `Page` stay plain. Whoever knows that the pages are open to the reader says so, and saves a
    query.
    """
    given = list(pages)
    if not are_open:
        opened = open_works(principal(), (page.translation_key for page in given))
        given = [page for page in given if page.translation_key in opened]
    foreign: dict[type[Page], set] = {}
    for page in given:
        if not page.live or language_of(page) != language:
            foreign.setdefault(type(page), set()).add(page.translation_key)
    found = {page.translation_key: page for page in given if page.live and language_of(page) == language}
    for model, keys in foreign.items():
        wanted = one_per_work(model.objects.filter(translation_key__in=keys - found.keys()), language)
        found.update((page.translation_key, page) for page in wanted)
    ordered = dict.fromkeys(page.translation_key for page in given)
    return [found[key] for key in ordered if key in found]


def versions(page: Page) -> dict[str, Page]:
    """The live language versions of one work, by language code, in the site's order; the page itself included.

    The frame and the lists of one request all ask, so the page keeps the answer.
    """
    if not hasattr(page, "live_versions"):
        remember_versions(page, visible(Page.objects.filter(translation_key=page.translation_key)))
    return page.live_versions


def remember_versions(page: Page, found: Iterable[Page]) -> None:
    """Let `page` keep its live versions, for whoever asks next."""
    by_language = {language_of(row): row for row in found}
    by_language[language_of(page)] = page
    page.live_versions = {code: by_language[code] for code, _name in languages() if code in by_language}
