"""Do tiles fit and stars meet as the geometry says?"""

from math import pi, radians

import pytest

from pages.zellij.frame import Frame
from pages.zellij.lattice import (
    Lattice,
    Tile,
    four_eight_eight,
    four_six_twelve,
    six_six_six,
    three_twelve_twelve,
)
from pages.zellij.points import distance
from pages.zellij.stars import contact_star
from pages.zellij.weave import crossings

AREA = {3: 0.4330, 4: 1.0, 6: 2.5981, 8: 4.8284, 12: 11.1962}
TILINGS = [four_eight_eight(), three_twelve_twelve(), four_six_twelve(), six_six_six()]


def contacts(tile: Tile) -> list[tuple[float, float]]:
    return [(round(x, 3) + 0, round(y, 3) + 0) for x, y in contact_star(tile, radians(60))[::2]]


@pytest.mark.parametrize("lattice", TILINGS)
def test_the_tiles_of_a_cell_fill_it(lattice: Lattice):
    assert sum(AREA[tile.sides] for tile in lattice.tiles) == pytest.approx(lattice.width * lattice.height, abs=1e-3)


@pytest.mark.parametrize("lattice", TILINGS)
def test_every_contact_in_the_middle_is_shared_by_two_tiles(lattice: Lattice):
    frame = Frame(1000, 1000, lattice, cells=5)
    shared: dict[tuple[float, float], int] = {}
    for tile in frame.tiles():
        for contact in contacts(tile):
            shared[contact] = shared.get(contact, 0) + 1
    inside = [count for contact, count in shared.items() if distance(contact, (0, 0)) < lattice.width]
    assert inside
    assert set(inside) == {2}


def test_a_star_in_an_octagon():
    star = contact_star(Tile(8, (0, 0)), radians(58))
    assert len(star) == 16
    assert star[0] == pytest.approx((1.2071, 0), abs=1e-4)
    assert [distance(corner, (0, 0)) for corner in star[::2]] == pytest.approx([1.2071] * 8, abs=1e-4)


def test_turning_a_tile_turns_its_star():
    upright, turned = contact_star(Tile(4, (0, 0)), 1), contact_star(Tile(4, (0, 0), pi / 2), 1)
    assert turned[0] == pytest.approx(upright[2])


def test_strands_cross_once_at_each_contact():
    stars = [contact_star(tile, radians(60)) for tile in (Tile(6, (0, 0)), Tile(6, (3**0.5, 0)))]
    assert len(crossings(stars)) == 11
    assert max(crossing.half for crossing in crossings(stars)) == 0.26
