"""In which colours is a kind drawn, by day and by night?"""

from typing import NamedTuple

from pages.kinds import Kind

GOLD = "#D6A246"
PAGE_LIGHT = "#FBFBF9"
PAGE_DARK = "#12181B"
STRAP_DARK = "#C4CBC8"


class Palette(NamedTuple):
    """`grout` is the ground of the page, so that the tiles seem set into it."""

    ground: str
    first: str
    second: str
    core: str
    grout: str

    def swapped(self) -> "Palette":
        """Ground and second colour change places."""
        return self._replace(ground=self.second, second=self.ground)


LIGHT = {
    Kind.FORUM: ("#DAE5DF", "#15574A", "#6D9D8D", GOLD),
    Kind.DECLARATION: ("#DCE3F1", "#1C3D8C", "#7B94C9", GOLD),
    Kind.RECOMMENDATION: ("#EFE4CF", "#84500F", "#CB9F5B", "#1C3D8C"),
    Kind.PAPER: ("#E4DFEA", "#46345F", "#9283A9", GOLD),
    Kind.NETWORK: ("#D7E4E7", "#14515E", "#6C9EA8", GOLD),
    Kind.NEWS: ("#E3E6E1", "#2E3B39", "#8D9A96", GOLD),
    Kind.PAGE: ("#D7E4E7", "#14515E", "#6C9EA8", GOLD),
}
DARK = {
    Kind.FORUM: ("#1B2F2A", "#5E9E8A", "#33594D", GOLD),
    Kind.DECLARATION: ("#1B2745", "#6E8FDB", "#3A4F88", GOLD),
    Kind.RECOMMENDATION: ("#33270F", "#C1934B", "#6B4E1F", "#8FA9E6"),
    Kind.PAPER: ("#29213A", "#8C78AE", "#51436C", GOLD),
    Kind.NETWORK: ("#152C33", "#5597A5", "#2C5661", GOLD),
    Kind.NEWS: ("#222B2C", "#93A19D", "#47544F", GOLD),
    Kind.PAGE: ("#152C33", "#5597A5", "#2C5661", GOLD),
}


def mosaic_palette(kind: Kind, *, dark: bool) -> Palette:
    if dark:
        return Palette(*DARK[kind], PAGE_DARK)
    return Palette(*LIGHT[kind], PAGE_LIGHT)


def weave_palette(kind: Kind, *, dark: bool) -> Palette:
    """Straps are light on dark tiles: `first` is ground and outline, `grout` the strap."""
    palette = mosaic_palette(kind, dark=dark)
    if dark:
        return palette._replace(first=palette.ground, grout=STRAP_DARK)
    return palette._replace(ground=palette.first)
