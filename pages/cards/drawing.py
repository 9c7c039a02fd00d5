"""What is drawn on a card, and where? As SVG, then as PNG; no network reads SVG."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

import resvg_py

from pages.cards.lines import Setting, Step, Voice, fitted
from pages.kinds import Kind
from pages.zellij import pattern_svg
from pages.zellij.palette import LIGHT, PAGE_LIGHT

WIDTH, HEIGHT = 1200, 630
PATTERN_WIDTH = 570
CELLS = 1.6
MARGIN, GAP = 64, 48
TEXT_WIDTH = WIDTH - PATTERN_WIDTH - MARGIN - GAP
INK, INK_2, LINE = "#16201F", "#4B5755", "#D6D9D2"

# Four lines as long as they are large; a long title may go on below.
TITLE_STEPS = [Step(60, 4), Step(54, 4), Step(48, 4), Step(43, 5), Step(38, 6), Step(34, 7)]
SMALL = 26
KIND_BASELINE, TITLE_TOP, NAME_BASELINE = 96, 128, 566
# Arabic reaches further up and down; h1 of the style sheet.
LEADING = {"ltr": 1.14, "rtl": 1.3}
# The drawing program takes every line for left-to-right; an isolate says what it is.
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
END_OF_ISOLATE = "\u2069"


@dataclass(frozen=True)
class Card:
    key: UUID
    kind: Kind
    kind_name: str
    title: str
    site_name: str
    direction: str


def png(drawing: str) -> bytes:
    """The drawing in pixels, with the project's own fonts and none of the system's."""
    files = [str(voice.file) for voice in Voice]
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True, font_files=files))


def svg(card: Card) -> str:
    colour = LIGHT[card.kind][1]
    kind = _one_line(card, card.kind_name)
    name = _one_line(card, card.site_name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path fill="{PAGE_LIGHT}" d="M0 0H{WIDTH}V{HEIGHT}H0Z"/>{_pattern(card)}'
        f"{_text(card, kind, Voice.SANS, SMALL, KIND_BASELINE, colour)}{_title(card)}{_rule(card)}"
        f"{_text(card, name, Voice.SANS, SMALL, NAME_BASELINE, INK_2)}</svg>"
    )


def _pattern(card: Card) -> str:
    """At the end side: right of Latin, left of Arabic."""
    drawing = pattern_svg(card.key, card.kind, width=PATTERN_WIDTH, height=HEIGHT, cells=CELLS)
    x = 0 if card.direction == "rtl" else WIDTH - PATTERN_WIDTH
    return drawing.replace("<svg ", f'<svg x="{x}" y="0" ', 1)


def _title(card: Card) -> str:
    setting = _set(card.title, Voice.SERIF, TITLE_STEPS)
    step = setting.size * LEADING[card.direction]
    first = TITLE_TOP + step * 0.9
    return "".join(
        _text(card, line, Voice.SERIF, setting.size, first + place * step, INK)
        for place, line in enumerate(setting.lines)
    )


def _rule(card: Card) -> str:
    start = _start(card)
    end = start + (-1 if card.direction == "rtl" else 1) * TEXT_WIDTH
    return f'<path stroke="{LINE}" stroke-width="2" d="M{start} {NAME_BASELINE - 46}H{end}"/>'


def _one_line(card: Card, text: str) -> str:
    return _set(text, Voice.SANS, [Step(SMALL, 1)]).lines[0]


def _set(text: str, voice: Voice, steps: list[Step]) -> Setting:
    return fitted(_printable(text), voice=voice, width=TEXT_WIDTH, steps=steps)


def _printable(text: str) -> str:
    """Without control characters, which no XML may hold; spaces that don't break stay."""
    return " ".join(part for part in _without_controls(text).split(" ") if part)


def _without_controls(text: str) -> str:
    return "".join(" " if unicodedata.category(letter) in {"Cc", "Cs", "Cn"} else letter for letter in text)


def _start(card: Card) -> int:
    return WIDTH - MARGIN if card.direction == "rtl" else MARGIN


def _text(card: Card, line: str, voice: Voice, size: int, baseline: float, colour: str) -> str:
    anchor = "end" if card.direction == "rtl" else "start"
    isolated = f"{ISOLATES[card.direction]}{escape(line)}{END_OF_ISOLATE}"
    return (
        f'<text x="{_start(card)}" y="{baseline:.0f}" text-anchor="{anchor}" font-family={quoteattr(voice.value)} '
        f'font-size="{size}" fill="{colour}">{isolated}</text>'
    )
