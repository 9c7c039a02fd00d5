"""Where on a line of years does each edition of a forum stand? A drawing for the template to write as SVG."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, cos, pi, sin

from pages.models import ForumEditionPage

WIDTH = 940
AXIS = 62  # distance of the line from the top
LEAST_LABEL = 46  # room that a year's four digits need


@dataclass(frozen=True)
class Year:
    value: int
    x: str


@dataclass(frozen=True)
class Mark:
    """One edition: the star's outline, and where its number stands."""

    edition: ForumEditionPage
    x: str
    outline: str
    is_latest: bool


@dataclass(frozen=True)
class Timeline:
    years: list[Year] = field(default_factory=list)
    ticks: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def timeline(editions: Iterable[ForumEditionPage], *, is_mirrored: bool) -> Timeline | None:
    """None for fewer than two dated editions. Coordinates in SVG are physical: mirrored for right-to-left pages."""
    by_year: dict[int, list[ForumEditionPage]] = defaultdict(list)
    for edition in editions:
        if edition.year:
            by_year[edition.year].append(edition)
    dated = [edition for year in sorted(by_year) for edition in by_year[year]]
    if len(dated) < 2:
        return None
    first, last = min(by_year), max(by_year)
    slot = WIDTH / (last - first + 1)

    def place(years: float) -> float:
        x = years * slot
        return WIDTH - x if is_mirrored else x

    step = ceil(LEAST_LABEL / slot)
    return Timeline(
        years=[Year(year, _number(place(year - first + 0.5))) for year in range(first, last + 1, step)],
        ticks=[_number(place(offset)) for offset in range(last - first + 2)],
        marks=[
            _mark(edition, place(year - first + (position + 1) / (len(together) + 1)), is_latest=edition is dated[-1])
            for year, together in sorted(by_year.items())
            for position, edition in enumerate(together)
        ],
    )


def _mark(edition: ForumEditionPage, x: float, *, is_latest: bool) -> Mark:
    return Mark(edition, _number(x), _star(x, 12 if is_latest else 8.5), is_latest)


def _star(x: float, radius: float) -> str:
    """The outline of an eight-pointed star on the line."""
    corners = [(radius if corner % 2 == 0 else radius * 0.64, corner * pi / 8) for corner in range(16)]
    points = [f"{_number(x + r * sin(turn))} {_number(AXIS - r * cos(turn))}" for r, turn in corners]
    return f"M{' '.join(points)}Z"


def _number(value: float) -> str:
    """One decimal, with a point in every language."""
    return f"{value:.1f}".removesuffix(".0")
