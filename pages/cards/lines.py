"""How is a title broken into lines that fit, and how large can it be set?"""

from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
ELLIPSIS = "…"


class Voice(Enum):
    """The two typefaces; each file holds Latin and Arabic."""

    SERIF = "Muntada Serif"
    SANS = "Muntada Sans"

    @property
    def file(self) -> Path:
        return FONTS / f"{self.value.lower().replace(' ', '-')}.ttf"


class Step(NamedTuple):
    """A size in pixels, and how many lines a text may take at it."""

    size: int
    most_lines: int


class Setting(NamedTuple):
    size: int
    lines: list[str]


def fitted(text: str, *, voice: Voice, width: int, steps: list[Step]) -> Setting:
    """The first of `steps` at which `text` fits; at the last, what doesn't fit is cut off."""
    for size, most_lines in steps:
        lines = wrapped(text.split(" "), voice, size, width)
        if len(lines) <= most_lines and all(measure(line, voice, size) <= width for line in lines):
            return Setting(size, balanced(lines, voice, size, width))
    words = [piece for word in text.split(" ") for piece in broken(word, voice, size, width)]
    return Setting(size, cut(wrapped(words, voice, size, width), most_lines))


def measure(text: str, voice: Voice, size: int) -> float:
    """Width by the font's own metrics. Arabic letters are measured unjoined, which is never less than they take."""
    return _font(voice, size).getlength(text)


@lru_cache(maxsize=32)
def _font(voice: Voice, size: int) -> ImageFont.FreeTypeFont:
    # Pillow's other engine depends on a library of the system; this one measures alike everywhere.
    return ImageFont.truetype(voice.file, size, layout_engine=ImageFont.Layout.BASIC)


def wrapped(words: list[str], voice: Voice, size: int, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, voice, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(lines: list[str], voice: Voice, size: int, width: float) -> list[str]:
    """The same number of lines, as even as they go: the narrowest width that needs no line more."""
    words = " ".join(lines).split(" ")
    low, high = max(measure(word, voice, size) for word in words), width
    best = lines
    while high - low > 4:
        middle = (low + high) / 2
        attempt = wrapped(words, voice, size, middle)
        if len(attempt) > len(lines):
            low = middle
        else:
            high, best = middle, attempt
    return best


def broken(word: str, voice: Voice, size: int, width: int) -> list[str]:
    """A word wider than the line, in pieces."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter, voice, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def cut(lines: list[str], most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rpartition(" ")[0] or lines[most - 1][:-1]
    return [*lines[: most - 1], f"{last}{ELLIPSIS}"]
