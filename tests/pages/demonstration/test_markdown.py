"""What becomes of CommonMark in the blocks of a page?"""

from pages.demonstration.loader.markdown import to_blocks, to_paragraph
from pages.demonstration.loader.problems import Place


def blocks(text: str, place: Place | None = None) -> list[tuple[str, object]]:
    return [(block["type"], block["value"]) for block in to_blocks(text, name="a/body", place=place or Place("f"))]


def test_headings_part_a_text_into_blocks() -> None:
    assert blocks("One & *two*\nlines.\n\n- **a**\n- b\n\n## Next\n\nThree.") == [
        ("paragraph", "<p>One &amp; <i>two</i> lines.</p><ul><li><b>a</b></li><li>b</li></ul>"),
        ("heading", {"text": "Next", "level": "2"}),
        ("paragraph", "<p>Three.</p>"),
    ]


def test_a_quotation_names_its_source() -> None:
    assert blocks("> كلهم أحرار.\n>\n> — المادة الأولى") == [
        ("quote", {"text": "كلهم أحرار.", "source": "المادة الأولى"})
    ]


def test_links_lead_to_pages_or_out() -> None:
    assert blocks("[here](page:forums/first) and [there](https://example.org/?a=1&b=2)") == [
        (
            "paragraph",
            '<p><a linktype="page" id="page:forums/first">here</a> and '
            '<a href="https://example.org/?a=1&amp;b=2">there</a></p>',
        )
    ]


def test_html_stays_text_and_odd_links_are_reported() -> None:
    place = Place("f")
    assert blocks("<b>x</b> [y](/elsewhere)", place)[0][1].startswith("<p>&lt;b&gt;x&lt;/b&gt;")
    assert [problem.message for problem in place.problems] == [
        "A link leads to “page:…” or begins with https: “/elsewhere”."
    ]


def test_ids_follow_from_the_place_and_not_from_the_words() -> None:
    one, other = (to_blocks(text, name="a/body", place=Place("f")) for text in ("## A\n\nB.", "## C\n\nD."))
    assert [block["id"] for block in one] == [block["id"] for block in other]
    assert one[0]["id"] != one[1]["id"]


def test_one_paragraph_is_one_paragraph() -> None:
    place = Place("f")
    assert to_paragraph("A *b*.", place=place) == "<p>A <i>b</i>.</p>"
    to_paragraph("A.\n\nB.", place=place)
    assert [problem.message for problem in place.problems] == ["One paragraph is expected."]
