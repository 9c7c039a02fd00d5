"""What answers at a pattern's address? A drawing that follows from the address alone and never changes."""

from functools import lru_cache
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from pages.kinds import Kind
from pages.seals import SIZES, Size
from pages.zellij import pattern_svg

DARK = "-dark"
ONE_YEAR = 31_536_000


@require_safe
@gzip_page
def pattern(request: HttpRequest, kind: str, key: UUID, name: str) -> HttpResponse:
    size = SIZES.get(name.removesuffix(DARK))
    if size is None or kind not in set(Kind):
        raise Http404
    drawing = _drawing(key, Kind(kind), size, dark=name.endswith(DARK))
    return HttpResponse(
        drawing,
        content_type="image/svg+xml",
        headers={
            "Cache-Control": f"public, max-age={ONE_YEAR}, immutable",
            "Content-Security-Policy": "default-src 'none'",
        },
    )


@lru_cache(maxsize=512)
def _drawing(key: UUID, kind: Kind, size: Size, *, dark: bool) -> str:
    return pattern_svg(key, kind, width=size.width, height=size.height, dark=dark)
