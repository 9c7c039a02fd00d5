"""What is the pattern of a work at a given size?"""

from uuid import UUID

from pages.kinds import Kind
from pages.zellij.drawing import svg
from pages.zellij.frame import Frame
from pages.zellij.lattice import lattice_of
from pages.zellij.mosaic import mosaic_layers
from pages.zellij.palette import mosaic_palette, weave_palette
from pages.zellij.seed import Centre, Construction, Seed
from pages.zellij.star_and_cross import star_and_cross_layers
from pages.zellij.stars import contact_angle
from pages.zellij.weave import weave_layers

ROW_WIDTH = 128
SEAL_WIDTH = 400


def pattern_svg(
    key: str | UUID, kind: Kind, *, width: int, height: int, dark: bool = False, cells: float | None = None
) -> str:
    """An SVG document of `width` by `height` units, `cells` cells of the pattern across.

    Drawings up to 400 units wide have a star in the middle; larger ones may have the cell or an edge there.
    """
    return draw(Seed.from_key(key), kind, width=width, height=height, dark=dark, cells=cells)


def draw(seed: Seed, kind: Kind, *, width: int, height: int, dark: bool = False, cells: float | None = None) -> str:
    """The same from choices already made."""
    centre = seed.centre if width > SEAL_WIDTH else Centre.STAR
    frame = Frame(width, height, lattice_of(seed), cells or cells_across(width), centre)
    if seed.construction is Construction.WEAVE:
        return _weave(seed, kind, frame, dark=dark)
    return _mosaic(seed, kind, frame, dark=dark)


def cells_across(width: int) -> float:
    """Fewer in the small squares of lists, so that the star can be made out."""
    if width <= ROW_WIDTH:
        return 1.2
    return 1.5 if width <= SEAL_WIDTH else 2.6


def _weave(seed: Seed, kind: Kind, frame: Frame, *, dark: bool) -> str:
    palette = weave_palette(kind, dark=dark)
    return svg(palette.first, weave_layers(frame.tiles(), contact_angle(seed), palette, frame.scale), frame)


def _mosaic(seed: Seed, kind: Kind, frame: Frame, *, dark: bool) -> str:
    palette = mosaic_palette(kind, dark=dark)
    if seed.is_swapped:
        palette = palette.swapped()
    if seed.construction is Construction.STAR_AND_CROSS:
        layers = star_and_cross_layers(frame.tiles(), palette, frame.scale, has_round_core=seed.has_round_core)
    else:
        layers = mosaic_layers(frame.tiles(), contact_angle(seed), palette, frame.scale)
    return svg(palette.ground, layers, frame)
