"""Where does a point of the lattice fall on the drawing, and which tiles does the drawing show?"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as changed

from pages.zellij.lattice import Lattice, Tile
from pages.zellij.points import Point
from pages.zellij.seed import Centre

CENTRES = {Centre.STAR: (0.0, 0.0), Centre.CELL: (0.5, 0.5), Centre.EDGE: (0.5, 0.0)}


@dataclass(frozen=True)
class Frame:
    """A window of `width` by `height` units on the lattice, `cells` cells wide."""

    width: int
    height: int
    lattice: Lattice
    cells: float
    centre: Centre = Centre.STAR

    @property
    def scale(self) -> float:
        """Units of the drawing to one side of a tile."""
        return self.width / (self.cells * self.lattice.width * self.lattice.zoom)

    @property
    def size(self) -> str:
        return f"{self.width} {self.height}"

    def place(self, point: Point) -> Point:
        across, down = CENTRES[self.centre]
        return (
            self.width / 2 + (point[0] - across * self.lattice.width) * self.scale,
            self.height / 2 + (point[1] - down * self.lattice.height) * self.scale,
        )

    def tiles(self) -> Iterator[Tile]:
        """Every tile that shows, once, although neighbouring cells share some."""
        seen: set[Point] = set()
        across = int(self.width / (self.lattice.width * self.scale)) // 2 + 2
        down = int(self.height / (self.lattice.height * self.scale)) // 2 + 2
        for column in range(-across, across + 1):
            for row in range(-down, down + 1):
                for tile in self.lattice.tiles:
                    moved = self._moved(tile, column, row)
                    spot = round(moved.centre[0], 3), round(moved.centre[1], 3)
                    if spot not in seen and self._shows(moved):
                        seen.add(spot)
                        yield moved

    def _moved(self, tile: Tile, column: int, row: int) -> Tile:
        x, y = tile.centre
        return changed(tile, centre=(x + column * self.lattice.width, y + row * self.lattice.height))

    def _shows(self, tile: Tile) -> bool:
        x, y = self.place(tile.centre)
        radius = tile.radius * self.scale
        return -radius <= x <= self.width + radius and -radius <= y <= self.height + radius
