"""How do regular polygons of side 1 tile the plane? Each tiling is one cell, repeated across and down."""

from dataclasses import dataclass
from math import pi, sin, sqrt

from pages.zellij.points import Point, polar
from pages.zellij.seed import Construction, Seed


@dataclass(frozen=True)
class Tile:
    """A regular polygon of side 1; `rotation` is the direction of the middle of one edge."""

    sides: int
    centre: Point
    rotation: float = 0

    @property
    def radius(self) -> float:
        """From the centre to a corner."""
        return 1 / (2 * sin(pi / self.sides))


@dataclass(frozen=True)
class Lattice:
    """A cell, its tiles, and how much larger than one cell a drawing of one cell is (`zoom`)."""

    width: float
    height: float
    tiles: tuple[Tile, ...]
    zoom: float

    def zoomed(self, zoom: float) -> "Lattice":
        return Lattice(self.width, self.height, self.tiles, zoom)


def four_eight_eight() -> Lattice:
    side = 1 + sqrt(2)
    tiles = Tile(8, (0, 0)), Tile(4, (side / 2, side / 2), pi / 4)
    return Lattice(side, side, tiles, 1)


def three_twelve_twelve() -> Lattice:
    width = 2 + sqrt(3)
    height = width * sqrt(3)
    away = width / sqrt(3)
    tiles: list[Tile] = []
    for x, y in ((0.0, 0.0), (width / 2, height / 2)):
        tiles += [Tile(12, (x, y)), Tile(3, (x, y + away), -pi / 2), Tile(3, (x, y - away), pi / 2)]
    return Lattice(width, height, tuple(tiles), 0.8)


def four_six_twelve() -> Lattice:
    width = 3 + sqrt(3)
    height = width * sqrt(3)
    away = width / sqrt(3)
    tiles: list[Tile] = []
    for x, y in ((0.0, 0.0), (width / 2, height / 2)):
        tiles += [Tile(12, (x, y)), Tile(6, (x, y + away), pi / 2), Tile(6, (x, y - away), pi / 2)]
        tiles += [Tile(4, polar(width / 2, third * pi / 3, (x, y)), third * pi / 3) for third in range(3)]
    return Lattice(width, height, tuple(tiles), 0.58)


def six_six_six() -> Lattice:
    tiles = Tile(6, (0, 0)), Tile(6, (sqrt(3) / 2, 1.5))
    return Lattice(sqrt(3), 3, tiles, 1)


def square_pitch() -> Lattice:
    """One square a cell: star and cross needs the places of its stars only."""
    return Lattice(1, 1, (Tile(4, (0, 0)),), 1)


def lattice_of(seed: Seed) -> Lattice:
    match seed.construction:
        case Construction.STAR_AND_CROSS:
            return square_pitch()
        case Construction.EIGHT:
            return four_eight_eight()
        case Construction.TWELVE:
            return three_twelve_twelve()
        case Construction.GREAT_TWELVE:
            return four_six_twelve()
        case Construction.WEAVE:
            return weave_lattice(seed.ground_tiling)


def weave_lattice(ground_tiling: int) -> Lattice:
    if ground_tiling == 0:
        return four_eight_eight().zoomed(1.05)
    if ground_tiling == 1:
        return three_twelve_twelve().zoomed(0.85)
    return six_six_six().zoomed(1.15)
