"""How were the fonts of the social cards made? From static/fonts: one file per voice, Latin and Arabic together.

The program that draws the cards reads neither woff2 nor variable fonts, and takes each text from one file.
"""

import argparse
import io
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer

UNITS = 1000
VARIABLE_TABLES = ("STAT", "MVAR", "HVAR", "avar")


class Script(NamedTuple):
    """One script's part of a voice; `size` is the style sheet's `size-adjust`."""

    source: str
    weight: int
    size: float


VOICES = {
    "Muntada Serif": [Script("newsreader-display", 480, 1), Script("markazi", 550, 1.3)],
    "Muntada Sans": [Script("mada-latin", 600, 1), Script("vazirmatn", 600, 0.98)],
}


def static_font(script: Script, folder: Path) -> TTFont:
    """The script at one weight and at its size among the other's letters."""
    font = TTFont(folder / f"{script.source}.woff2")
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": script.weight})
    for table in VARIABLE_TABLES:
        if table in font:
            del font[table]
    scale_upem(font, round(UNITS * script.size))
    font["head"].unitsPerEm = UNITS
    font.flavor = None
    return font


def merged(fonts: list[TTFont], family: str) -> TTFont:
    """All letters in one font named `family`."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{place}.ttf") for place, _font in enumerate(fonts)]
        for font, path in zip(fonts, paths, strict=True):
            font.save(path)
        result = Merger().merge(paths)
    names = result["name"]
    kept = [names.getDebugName(number) for number in (13, 14)]
    names.names = []
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", ""), 13: kept[0], 14: kept[1]}
    for number, text in texts.items():
        names.setName(text or "", number, 3, 1, 0x409)
    result["OS/2"].usWeightClass = 400
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="static/fonts")
    parser.add_argument("folder", type=Path, help="where the files are written: pages/cards/fonts")
    arguments = parser.parse_args()
    for family, scripts in VOICES.items():
        buffer = io.BytesIO()
        merged([static_font(script, arguments.source) for script in scripts], family).save(buffer)
        target = arguments.folder / f"{family.lower().replace(' ', '-')}.ttf"
        target.write_bytes(buffer.getvalue())
        print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
