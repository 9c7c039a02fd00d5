"""How are the tiles of eight, twelve and great twelve painted? Large stars, small stars, a rosette and a core."""

from collections.abc import Iterable
from math import pi

from pages.zellij.drawing import Layer
from pages.zellij.lattice import Tile
from pages.zellij.palette import Palette
from pages.zellij.points import Polygon, star_polygon
from pages.zellij.stars import contact_star, meeting_radius

GROUT = 0.045
THINNEST_GROUT = 0.6
CORE_GROUT = 0.7


def grout_width(scale: float, share: float = GROUT) -> float:
    return max(THINNEST_GROUT, share * scale)


def rosette(tile: Tile, theta: float) -> Polygon:
    """The star drawn in outline inside a large star."""
    radius = 0.80 * meeting_radius(tile.sides, theta)
    ratio = 0.80 if tile.sides == 8 else 0.86
    return star_polygon(tile.sides, radius, ratio, tile.centre, tile.rotation + pi / tile.sides)


def core(tile: Tile, theta: float) -> Polygon:
    if tile.sides == 6:
        return star_polygon(6, 0.30, 0.58, tile.centre, tile.rotation)
    radius = 0.46 * meeting_radius(tile.sides, theta)
    ratio = 0.62 if tile.sides == 8 else 0.74
    return star_polygon(tile.sides, radius, ratio, tile.centre, tile.rotation)


def mosaic_layers(tiles: Iterable[Tile], theta: float, palette: Palette, scale: float) -> list[Layer]:
    shown = list(tiles)
    large = [tile for tile in shown if tile.sides >= 8]
    small = [tile for tile in shown if tile.sides < 8]
    cored = [tile for tile in shown if tile.sides >= 6]
    width = grout_width(scale)
    return [
        Layer([contact_star(tile, theta) for tile in large], palette.first, palette.grout, width),
        Layer([contact_star(tile, theta) for tile in small], palette.second, palette.grout, width),
        Layer([rosette(tile, theta) for tile in large], "none", palette.grout, width),
        Layer([core(tile, theta) for tile in cored], palette.core, palette.grout, width * CORE_GROUT),
    ]
