"""Is the pattern of a work its own, the same every time, small, and safe to serve?"""

import gzip
import re
from uuid import UUID

import pytest

from pages.zellij import Kind, lost_panel_svg, pattern_svg
from pages.zellij.seed import Centre, Construction, Seed

KEY = UUID("0b6a3f0e-6f0f-4c56-9a43-7c8b5f2f7d11")
PATHS_AT_352 = {"r1": 4, "udhr": 5, "hague": 5, "bamako": 5, "paper-1": 7}


def seal(key: str | UUID, kind: Kind = Kind.FORUM, *, dark: bool = False) -> str:
    return pattern_svg(key, kind, width=352, height=352, dark=dark)


def colours(svg: str) -> set[str]:
    return set(re.findall(r"#[0-9A-F]{6}", svg))


def test_a_key_gives_the_same_drawing_as_uuid_and_as_text():
    assert seal(KEY) == seal(str(KEY)) == seal(KEY)


def test_another_key_gives_another_drawing():
    assert seal("hague") != seal("bamako")


@pytest.mark.parametrize(
    ("key", "construction"),
    [
        ("r1", Construction.STAR_AND_CROSS),
        ("udhr", Construction.EIGHT),
        ("hague", Construction.TWELVE),
        ("bamako", Construction.GREAT_TWELVE),
        ("paper-1", Construction.WEAVE),
    ],
)
def test_every_construction_is_chosen_by_some_key(key: str, construction: Construction):
    assert Seed.from_key(key).construction is construction


def test_all_choices_of_one_key():
    assert Seed.from_key("udhr") == Seed(
        construction=Construction.EIGHT,
        angle=2,
        ground_tiling=2,
        centre=Centre.EDGE,
        is_swapped=False,
        has_round_core=True,
    )


@pytest.mark.parametrize(("key", "paths"), PATHS_AT_352.items())
def test_one_path_for_each_colour(key: str, paths: int):
    assert seal(key).count("<path") == paths


@pytest.mark.parametrize("key", PATHS_AT_352)
def test_nothing_in_it_needs_an_id_a_style_or_a_filter(key: str):
    svg = seal(key)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 352 352" width="352" height="352"')
    assert 'preserveAspectRatio="xMidYMid slice"' in svg
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "path"}
    assert not re.search(r'\s(id|style|class|filter|href)="', svg)


@pytest.mark.parametrize("key", PATHS_AT_352)
def test_numbers_have_one_decimal_at_most(key: str):
    assert not re.findall(r"\d\.\d\d+", "".join(re.findall(r' d="([^"]*)"', seal(key))))


@pytest.mark.parametrize("key", PATHS_AT_352)
def test_it_is_small(key: str):
    panel = pattern_svg(key, Kind.FORUM, width=1200, height=760)
    assert len(gzip.compress(seal(key).encode())) < 4_000
    assert len(gzip.compress(panel.encode())) < 5_500


def test_the_kind_gives_the_colours():
    assert colours(seal("hague", Kind.DECLARATION)) == {"#DCE3F1", "#1C3D8C", "#7B94C9", "#D6A246", "#FBFBF9"}
    assert colours(seal("hague", Kind.RECOMMENDATION)) == {"#EFE4CF", "#84500F", "#CB9F5B", "#1C3D8C", "#FBFBF9"}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_drawing_for_the_day_and_one_for_the_night(kind: Kind):
    assert colours(seal("hague", kind)) & colours(seal("hague", kind, dark=True)) <= {"#D6A246"}


def test_straps_are_light_at_night():
    assert colours(seal("paper-1", dark=True)) == {"#1B2F2A", "#33594D", "#D6A246", "#C4CBC8"}


def test_ground_and_second_colour_change_places_for_some_keys():
    assert '<path fill="#DAE5DF" d="M0 0H352V352H0Z"/>' in seal("udhr")
    assert '<path fill="#6D9D8D" d="M0 0H352V352H0Z"/>' in seal("r9")


def test_a_large_drawing_may_have_something_else_than_a_star_in_the_middle():
    small = pattern_svg("marrakech-11", Kind.FORUM, width=400, height=400, cells=2)
    moved = pattern_svg("marrakech-11", Kind.FORUM, width=402, height=402, cells=2)
    assert "M300 200L" in small
    assert "M402 301.5L" in moved
    assert "M301.5 201L" not in moved


def test_more_cells_make_smaller_stars():
    few = pattern_svg("r1", Kind.PAPER, width=352, height=352, cells=1)
    many = pattern_svg("r1", Kind.PAPER, width=352, height=352, cells=4)
    assert few.count("M") < many.count("M")


def test_the_panel_of_the_lost_page_lacks_one_star():
    panel = lost_panel_svg()
    assert panel.count("stroke-dasharray") == 1
    assert '<path fill="#FBFBF9" stroke="#1C3D8C" stroke-width="1.20" stroke-dasharray="4 4" d="M495.4 112.3L' in panel
    assert panel != lost_panel_svg(dark=True)
