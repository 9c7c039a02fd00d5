"""How do straps pass over and under each other? At each contact one strand is drawn again on top.

A strand changes hand at every crossing, so drawing always the same hand last makes a true weave.
"""

from collections.abc import Iterable
from math import pi
from typing import NamedTuple

from pages.zellij.drawing import Layer
from pages.zellij.lattice import Tile
from pages.zellij.palette import Palette
from pages.zellij.points import Point, Polygon, distance, star_polygon
from pages.zellij.stars import contact_star

STRAP = 0.13
OUTLINE = 0.195
LONGEST_CROSSING = 0.26
SHARE_OF_RAY = 0.72
FILL_OVER_OUTLINE = 1.1


class Crossing(NamedTuple):
    """Where two strands meet, the direction of the upper one, and half the length drawn again."""

    contact: Point
    direction: Point
    half: float

    def strand(self, times: float = 1) -> Polygon:
        (x, y), (dx, dy), half = self.contact, self.direction, self.half * times
        return [(x - dx * half, y - dy * half), (x + dx * half, y + dy * half)]


def straps(star: Polygon) -> list[Polygon]:
    """From contact to meeting point to the next contact, all around."""
    return [[star[i], star[i + 1], star[(i + 2) % len(star)]] for i in range(0, len(star), 2)]


def crossing(contact: Point, meeting: Point) -> Crossing:
    length = distance(contact, meeting)
    direction = ((meeting[0] - contact[0]) / length, (meeting[1] - contact[1]) / length)
    return Crossing(contact, direction, min(LONGEST_CROSSING, SHARE_OF_RAY * length))


def crossings(stars: Iterable[Polygon]) -> list[Crossing]:
    """One for each contact; the two tiles that share it both limit its length."""
    found: dict[Point, Crossing] = {}
    for star in stars:
        for i in range(0, len(star), 2):
            new = crossing(star[i], star[i + 1])
            spot = round(star[i][0], 3), round(star[i][1], 3)
            known = found.setdefault(spot, new)
            found[spot] = known._replace(half=min(known.half, new.half))
    return list(found.values())


def core(tile: Tile) -> Polygon:
    ratio = 0.72 if tile.sides == 12 else 0.62
    turn = 0 if tile.sides == 6 else pi / tile.sides
    return star_polygon(tile.sides, 0.2 * tile.sides / 6, ratio, tile.centre, tile.rotation + turn)


def weave_layers(tiles: Iterable[Tile], theta: float, palette: Palette, scale: float) -> list[Layer]:
    shown = list(tiles)
    stars = [contact_star(tile, theta) for tile in shown]
    strands = [strap for star in stars for strap in straps(star)]
    over = crossings(stars)
    outline, strap = OUTLINE * scale, STRAP * scale
    return [
        Layer(stars, palette.second),
        Layer([core(tile) for tile in shown if tile.sides >= 6], palette.core),
        Layer(strands, stroke=palette.first, stroke_width=outline, is_closed=False),
        Layer(strands, stroke=palette.grout, stroke_width=strap, is_closed=False),
        Layer([one.strand() for one in over], stroke=palette.first, stroke_width=outline, is_closed=False),
        Layer(
            [one.strand(FILL_OVER_OUTLINE) for one in over],
            stroke=palette.grout,
            stroke_width=strap,
            is_closed=False,
        ),
    ]
