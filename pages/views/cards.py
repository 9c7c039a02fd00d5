"""What answers at the address of a work's card in one language? A picture, drawn once and kept."""

import hashlib

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.models import Page

from access.current import reading_as
from access.principals import anonymous
from pages.cards import Card, png, svg
from pages.languages import direction
from pages.models import HomePage
from pages.naming import kind_name
from pages.queries.visible import visible
from pages.text.typography import typography

# The title on a card is for everyone only as long as the page is.
CACHE_CONTROL = "public, max-age=0, must-revalidate"


@require_safe
def card(request: HttpRequest, language: str, key: str) -> HttpResponse:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    # Cards are fetched by other sites, which may keep them for as long as they like.
    with reading_as(anonymous()):
        page = visible(Page.objects.filter(translation_key=key, locale__language_code=language)).first()
    if page is None:
        raise Http404
    drawing = _drawing(page.specific, language)
    digest = hashlib.sha256(drawing.encode()).hexdigest()
    response = get_conditional_response(request, etag=f'"{digest[:32]}"')
    if response is None or response.status_code != 304:
        response = HttpResponse(_pixels(drawing, digest), content_type="image/png")
    response["ETag"] = f'"{digest[:32]}"'
    response["Cache-Control"] = CACHE_CONTROL
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


def _drawing(page: Page, language: str) -> str:
    with translation.override(language):
        return svg(
            Card(
                key=page.translation_key,
                kind=page.kind,
                kind_name="" if isinstance(page, HomePage) else str(kind_name(page)),
                title=typography(page.title, language),
                site_name=settings.WAGTAIL_SITE_NAME,
                direction=direction(language),
            )
        )


def _pixels(drawing: str, digest: str) -> bytes:
    """Kept by what is drawn, so a new title is a new picture; the cache lets go of the oldest."""
    kept = caches["cards"]
    picture = kept.get(digest)
    if picture is None:
        picture = png(drawing)
        kept.set(digest, picture)
    return picture
