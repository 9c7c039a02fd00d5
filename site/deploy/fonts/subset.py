"""How were the font files of static/fonts made?

Needs fontTools and brotli; static/fonts/README.md names the sources.
"""

import argparse
import io
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = (
    "20-7E A0-FF 131 152-153 178 2C6 2DA 2DC 2009-200A 202F 2010-2015 2018-201E 2020-2022 2026 2030 2032-2033 "
    "2039-203A 2044 20AC 2116 2190-2193 2212 2215"
)
ARABIC = (
    "600-605 60C 61B-61F 621-63A 640-655 660-671 67E 686 698 6A4-6A5 6A8-6A9 6AD 6AF 6CC 6D4 6F0-6F9 763 FDF2 FDFA "
    "FEF5-FEFC 200C-200E 25CC"
)
LATIN_FEATURES = [
    *("kern", "liga", "locl", "ccmp", "mark", "mkmk", "calt", "rlig", "case"),
    *("lnum", "onum", "tnum", "pnum", "sups", "frac"),
]
ALL_FEATURES = ["*"]

Limits = dict[str, float | tuple[float, float]]


class Cut(NamedTuple):
    """One file to make: the package file it comes from, the characters and features kept, the axes limited."""

    target: str
    package: str
    source: str
    characters: str
    features: list[str]
    limits: Limits


CUTS = [
    Cut(
        "newsreader-text",
        "newsreader",
        "newsreader-latin-standard-normal",
        LATIN,
        LATIN_FEATURES,
        {"opsz": 14, "wght": (400, 600)},
    ),
    Cut(
        "newsreader-display",
        "newsreader",
        "newsreader-latin-standard-normal",
        LATIN,
        LATIN_FEATURES,
        {"opsz": 48, "wght": 480},
    ),
    Cut(
        "newsreader-italic",
        "newsreader",
        "newsreader-latin-standard-italic",
        LATIN,
        LATIN_FEATURES,
        {"opsz": 14, "wght": 400},
    ),
    Cut("markazi", "markazi-text", "markazi-text-arabic-wght-normal", ARABIC, ALL_FEATURES, {}),
    Cut("vazirmatn", "vazirmatn", "vazirmatn-arabic-wght-normal", ARABIC, ALL_FEATURES, {"wght": (400, 700)}),
    Cut("mada-latin", "mada", "mada-latin-wght-normal", LATIN, LATIN_FEATURES, {"wght": (400, 700)}),
]


def code_points(ranges: str) -> list[int]:
    """The code points of ranges written as `20-7E 131`."""
    points: list[int] = []
    for part in ranges.split():
        first, _, last = part.partition("-")
        points.extend(range(int(first, 16), int(last or first, 16) + 1))
    return points


def subsetted(font: TTFont, cut: Cut) -> TTFont:
    """The font with only the characters and features of the cut, read back so that it can be instanced."""
    options = subset.Options(
        hinting=False,
        desubroutinize=True,
        layout_features=cut.features,
        name_IDs=["*"],
        notdef_outline=True,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points(cut.characters))
    subsetter.subset(font)
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def make(cut: Cut, packages: Path, folder: Path) -> Path:
    """Write one file. The subset comes first: fontTools fails when the axes are limited before it."""
    source = packages / "@fontsource-variable" / cut.package / "files" / f"{cut.source}.woff2"
    font = subsetted(TTFont(source), cut)
    if cut.limits:
        font = instancer.instantiateVariableFont(font, cut.limits)
    font.flavor = "woff2"
    target = folder / f"{cut.target}.woff2"
    font.save(target)
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the node_modules folder that holds the packages")
    parser.add_argument("folder", type=Path, help="where the files are written")
    arguments = parser.parse_args()
    for cut in CUTS:
        target = make(cut, arguments.packages, arguments.folder)
        print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
