"""Which star does a tile carry? Polygons in contact: rays leave the middle of each edge at one angle and meet.

The method is E. H. Hankin's (1925), as C. S. Kaplan states it in "Islamic Star Patterns from Polygons in Contact"
(Graphics Interface, 2005).
"""

from math import cos, hypot, pi, radians, sin, tan

from pages.zellij.lattice import Tile
from pages.zellij.points import Polygon, polar
from pages.zellij.seed import Construction, Seed

CONTACT_ANGLES = {
    Construction.EIGHT: (50, 58, 66),
    Construction.TWELVE: (52, 60, 68),
    Construction.GREAT_TWELVE: (54, 62, 70),
    Construction.WEAVE: (56, 60, 64),
}


def contact_angle(seed: Seed) -> float:
    """The angle between an edge and the rays that leave it, in radians."""
    return radians(CONTACT_ANGLES[seed.construction][seed.angle])


def apothem(sides: int) -> float:
    return 1 / (2 * tan(pi / sides))


def meeting_radius(sides: int, theta: float) -> float:
    """How far from the centre two neighbouring rays meet."""
    reach = apothem(sides)
    ray = reach * tan(pi / sides) / (cos(theta) + tan(pi / sides) * sin(theta))
    return hypot(reach - ray * sin(theta), ray * cos(theta))


def contact_star(tile: Tile, theta: float) -> Polygon:
    """Contact point and meeting point in turn: M0 V0 M1 V1 …"""
    step = 2 * pi / tile.sides
    outer, inner = apothem(tile.sides), meeting_radius(tile.sides, theta)
    corners: Polygon = []
    for edge in range(tile.sides):
        corners.append(polar(outer, tile.rotation + step * edge, tile.centre))
        corners.append(polar(inner, tile.rotation + step * (edge + 0.5), tile.centre))
    return corners
