"""What belongs to a declaration: its other languages, who adhered, where it was adopted, what it recommends?"""

from django.db.models import Q, prefetch_related_objects
from wagtail.models import Page

from pages.addresses import language_of
from pages.languages import languages
from pages.models import Adherence, DeclarationPage, ForumEditionPage, RecommendationPage
from pages.queries.tree import directly_below
from pages.queries.visible import visible
from pages.queries.works import in_readers_language, one_per_work


def texts_of(page: DeclarationPage) -> dict[str, DeclarationPage]:
    """The language versions by code, the page itself first, then in the site's order."""
    others = visible(DeclarationPage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk))
    found = {version.locale.language_code: version for version in others.select_related("locale")}
    own = language_of(page)
    return {own: page} | {code: found[code] for code, _name in languages() if code in found and code != own}


def adherences_of(page: DeclarationPage) -> list[Adherence]:
    """In the order given, with the organisations' names; two queries more than none, whatever their number."""
    rows = list(page.adherences.all())
    prefetch_related_objects([row for row in rows if row.organisation_id], "organisation__names")
    return rows


def edition_of(page: DeclarationPage, language: str) -> ForumEditionPage | None:
    """The edition that adopted it, named on the page or the one it lies below, in the reader's language."""
    edition = page.edition
    if edition is None and page.depth:
        parent_path = page.path[: -Page.steplen]
        edition = ForumEditionPage.objects.filter(path=parent_path).first()
    return next(iter(in_readers_language([edition], language)), None) if edition else None


def recommendations_of(page: DeclarationPage, language: str) -> list[RecommendationPage]:
    """Those that name it as their source and those that lie below it, each once."""
    every = RecommendationPage.objects.order_by().values("pk")
    # Each half has an index of its own; asked together they would scan all recommendations.
    named = Q(pk__in=every.filter(source__translation_key=page.translation_key))
    found = named | Q(pk__in=every.filter(directly_below(page)))
    return list(one_per_work(RecommendationPage.objects.filter(found), language).order_by("path"))
