"""Does the style sheet keep its promises: both directions, no motion, light, whole?"""

import gzip
import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "static" / "css"
FILES = sorted(CSS.rglob("*.css"))
# A sheet of its own, for one page beside the one of all pages.
SEARCH_PAGE = CSS / "search-page.css"
OF_EVERY_PAGE = [file for file in FILES if file != SEARCH_PAGE]
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*"
    r"|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|float|clear)\s*:"
)
MEDIA_CONDITION = re.compile(r"\((?:min|max)-(?:width|height):[^)]*\)")


def rules(sheet: Path) -> str:
    """The text of a file without comments and without the conditions of media and container queries."""
    return MEDIA_CONDITION.sub("()", re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL))


def name(sheet: Path) -> str:
    return str(sheet.relative_to(CSS))


@pytest.mark.parametrize("sheet", FILES, ids=name)
def test_directions_are_logical(sheet: Path):
    assert PHYSICAL.findall(rules(sheet)) == []
    assert re.findall(r"text-align:\s*(?:left|right)", rules(sheet)) == []


@pytest.mark.parametrize("sheet", FILES, ids=name)
def test_nothing_moves(sheet: Path):
    assert re.findall(r"(?:transition|animation)[\w-]*\s*:|@keyframes|scroll-behavior", rules(sheet)) == []


@pytest.mark.parametrize("sheet", FILES, ids=name)
def test_nothing_is_forced_over_the_layers(sheet: Path):
    assert "!important" not in rules(sheet)


@pytest.mark.parametrize("sheet", [file for file in FILES if file.name not in ("muntada.css", "fonts.css")], ids=name)
def test_every_rule_lies_in_a_layer(sheet: Path):
    outside = re.sub(r"@layer \w+ \{.*?\n\}\n", "", rules(sheet), flags=re.DOTALL)
    assert outside.strip() == ""


def test_the_sheet_imports_every_file_once():
    imported = re.findall(r'@import url\("([^"]+)"\);', (CSS / "muntada.css").read_text(encoding="utf-8"))
    assert sorted(imported) == [name(file) for file in OF_EVERY_PAGE if file.name != "muntada.css"]


def test_addresses_hold_when_the_imports_are_put_in_their_place():
    for sheet in FILES:
        for address in re.findall(r'url\("([^"]+)"\)', rules(sheet)):
            assert (CSS / address).resolve().is_file(), f"{name(sheet)}: {address}"


def test_the_sheet_is_light():
    whole = "".join(file.read_text(encoding="utf-8") for file in OF_EVERY_PAGE)
    assert len(gzip.compress(whole.encode())) < 12_000
    assert len(gzip.compress(SEARCH_PAGE.read_bytes())) < 2_000


@pytest.mark.parametrize(
    ("font", "most"),
    [
        ("newsreader-text", 38_000),
        ("newsreader-display", 23_000),
        ("newsreader-italic", 23_000),
        ("markazi", 32_000),
        ("vazirmatn", 23_000),
        ("mada-latin", 18_000),
    ],
)
def test_fonts_keep_to_their_budget(font: str, most: int):
    data = (CSS.parent / "fonts" / f"{font}.woff2").read_bytes()
    assert data[:4] == b"wOF2"
    assert len(data) <= most
