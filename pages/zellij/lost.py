"""What stands on the page for what was not found? A panel from which one star is missing."""

from pages.kinds import Kind
from pages.zellij.drawing import Layer, svg
from pages.zellij.frame import Frame
from pages.zellij.lattice import Tile, lattice_of
from pages.zellij.mosaic import mosaic_layers
from pages.zellij.palette import mosaic_palette
from pages.zellij.points import distance
from pages.zellij.seed import Centre, Construction, Seed
from pages.zellij.stars import contact_angle, contact_star

SEED = Seed(Construction.EIGHT, angle=0, centre=Centre.CELL, is_swapped=True)
WIDTH, HEIGHT = 560, 440
MISSING_NEAR = (WIDTH * 0.6, HEIGHT * 0.3)


def lost_panel_svg(*, dark: bool = False) -> str:
    frame = Frame(WIDTH, HEIGHT, lattice_of(SEED), cells=2.6, centre=SEED.centre)
    palette = mosaic_palette(Kind.DECLARATION, dark=dark).swapped()
    theta = contact_angle(SEED)
    tiles = list(frame.tiles())
    missing = min((tile for tile in tiles if tile.sides == 8), key=lambda tile: _from_gap(tile, frame))
    tiles.remove(missing)
    layers = mosaic_layers(tiles, theta, palette, frame.scale)
    gap = Layer([contact_star(missing, theta)], palette.grout, palette.first, 1.2, dashes="4 4")
    return svg(palette.ground, [*layers, gap], frame)


def _from_gap(tile: Tile, frame: Frame) -> float:
    return distance(frame.place(tile.centre), MISSING_NEAR)
