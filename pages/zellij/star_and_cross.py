"""How is star and cross laid? Eight-pointed stars touch at their points, in two colours; crosses are what is left."""

from collections.abc import Iterable
from math import cos, pi

from pages.zellij.drawing import Layer
from pages.zellij.lattice import Tile
from pages.zellij.mosaic import CORE_GROUT, grout_width
from pages.zellij.palette import Palette
from pages.zellij.points import Polygon, star_polygon

RADIUS = 0.5
KHATAM_RATIO = cos(pi / 4) / cos(pi / 8)
GROUT = 0.03


def is_first_colour(tile: Tile) -> bool:
    """Colours alternate as on a chessboard."""
    return (round(tile.centre[0]) + round(tile.centre[1])) % 2 == 0


def star(tile: Tile) -> Polygon:
    return star_polygon(8, RADIUS, KHATAM_RATIO, tile.centre, 0)


def core(tile: Tile, *, is_round: bool) -> Polygon:
    if is_round:
        return star_polygon(8, 0.34 * RADIUS, KHATAM_RATIO, tile.centre, pi / 8)
    return star_polygon(4, 0.36 * RADIUS, 0.45, tile.centre, pi / 4 if is_first_colour(tile) else 0)


def star_and_cross_layers(
    tiles: Iterable[Tile], palette: Palette, scale: float, *, has_round_core: bool
) -> list[Layer]:
    shown = list(tiles)
    width = grout_width(scale, GROUT)
    first = [star(tile) for tile in shown if is_first_colour(tile)]
    second = [star(tile) for tile in shown if not is_first_colour(tile)]
    cores = [core(tile, is_round=has_round_core) for tile in shown]
    return [
        Layer(first, palette.first, palette.grout, width),
        Layer(second, palette.second, palette.grout, width),
        Layer(cores, palette.core, palette.grout, width * CORE_GROUT),
    ]
