"""Which picture stands beside a work? Its photograph where there is one, else the pattern of its key."""

from typing import Any, Protocol
from uuid import UUID

from django import template

from pages.kinds import Kind
from pages.seals import PANEL, SIZES, Size, pattern_url

register = template.Library()


class Pictured(Protocol):
    """A page, or a row that stands for one."""

    kind: Kind
    translation_key: UUID
    listing_image: Any
    listing_image_alt: str


@register.inclusion_tag("components/seal.html")
def seal(work: Pictured, size: int, loading: str = "") -> dict[str, object]:
    """`{% seal page 112 %}`: the square of a work; `loading="lazy"` in lists.

    Lists of works with photographs prefetch `Size.rendition` first, or each costs a query.
    """
    return _picture(work, SIZES[str(size)], loading)


@register.inclusion_tag("components/seal.html")
def panel(work: Pictured) -> dict[str, object]:
    """`{% panel page %}`: the large picture of the home page."""
    return _picture(work, PANEL, "")


def _picture(work: Pictured, size: Size, loading: str) -> dict[str, object]:
    frame = {"width": size.width, "height": size.height, "loading": loading}
    if work.listing_image:
        rendition = work.listing_image.get_rendition(size.rendition)
        return {**frame, "light": rendition.url, "alt": work.listing_image_alt}
    return {
        **frame,
        "light": pattern_url(work.kind, work.translation_key, size),
        "dark": pattern_url(work.kind, work.translation_key, size, dark=True),
        "alt": "",
    }
