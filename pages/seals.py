"""Where does a work's picture in lists come from: the address of its pattern, or a rendition of its photograph?"""

from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from pages.kinds import Kind


class Size(NamedTuple):
    """Units of the drawing, and pixels of the photograph."""

    width: int
    height: int

    @property
    def name(self) -> str:
        """As it stands in the address: `112`, or `1000x760` when it is no square."""
        return str(self.width) if self.width == self.height else f"{self.width}x{self.height}"

    @property
    def rendition(self) -> str:
        """Wagtail's name for the photograph cut to this size; lists prefetch it with `prefetch_renditions`."""
        return f"fill-{self.width}x{self.height}"


ROW = Size(112, 112)
HEAD = Size(352, 352)
LARGE = Size(520, 520)
PANEL = Size(1000, 760)
# Only these are drawn, so that nobody can make the server draw without end.
SIZES = {size.name: size for size in (ROW, HEAD, LARGE, PANEL)}


def pattern_url(kind: Kind, key: UUID | str, size: Size, *, dark: bool = False) -> str:
    name = f"{size.name}-dark" if dark else size.name
    return reverse("pattern", kwargs={"kind": kind, "key": key, "name": name})
