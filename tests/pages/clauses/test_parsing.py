"""Texts as editors have them: plain, simple HTML, saved or pasted from Word."""

import pytest

from pages.clauses.parsing import Unreadable, parse

PLAIN = """\
Declaration of Somewhere

Recalling the Charter of the United Nations,

Noting that lines
are wrapped in this file,

Have agreed as follows:

1. A forum is set up:

(a) for training;
(b) for research:
(i) applied;
(ii) other.

2. Article 3 of the Charter applies.

Annex I: Founding members

The founding members are listed here.

They are two.
"""


def outline(source: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [(part.kind.value, part.anchor, part.label) for part in parse(source, language)]


def test_plain_text() -> None:
    assert outline(PLAIN) == [
        ("title", "title", ""),
        ("recital", "rec-1", ""),
        ("recital", "rec-2", ""),
        ("heading", "h-1", ""),
        ("paragraph", "c-1", "1"),
        ("subparagraph", "c-1-a", "(a)"),
        ("subparagraph", "c-1-b", "(b)"),
        ("item", "c-1-b-i", "(i)"),
        ("item", "c-1-b-ii", "(ii)"),
        ("paragraph", "c-2", "2"),
        ("annex", "annex-1", "1"),
    ]
    annex = parse(PLAIN, "en")[-1]
    assert annex.title == "Annex I: Founding members"
    assert annex.html == "<p>The founding members are listed here.</p><p>They are two.</p>"


def test_wrapped_lines_are_one_paragraph() -> None:
    assert parse(PLAIN, "en")[2].html == "<p>Noting that lines are wrapped in this file,</p>"


def test_without_empty_lines_each_line_is_a_paragraph() -> None:
    assert outline("Whereas A,\nWhereas B,\n1. C.") == [
        ("recital", "rec-1", ""),
        ("recital", "rec-2", ""),
        ("paragraph", "c-1", "1"),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Article 1", "1"),
        ("ARTICLE IV", "4"),
        ("Art. 12", "12"),
        ("Article premier", "1"),
        ("Article 1er", "1"),
        ("Article 7 bis", "7 bis"),
        ("المادة 1", "1"),
        ("المادة ١٢", "12"),
        ("المادة الأولى", "1"),
        ("المادة الثانية", "2"),
        ("المادة الحادية عشرة", "11"),
        ("المادة العشرون", "20"),
        ("المادة الخامسة والعشرون", "25"),
        ("Artículo 3", "3"),
        ("Artículo primero", "1"),
        ("Artigo 5", "5"),
        ("Ibara 2", "2"),
    ],
)
def test_articles_of_many_languages(line: str, label: str) -> None:
    heading, paragraph = parse(f"{line}\n\nText of it.", "en")
    assert (heading.kind, heading.label, heading.text) == ("heading", label, line)
    assert paragraph.anchor == f"{heading.anchor}-1"


def test_article_and_text_on_one_line() -> None:
    heading, paragraph = parse("Article 4. Everyone may speak, and everyone may listen.", "en")
    assert (heading.text, heading.anchor) == ("Article 4", "art-4")
    assert paragraph.html == "<p>Everyone may speak, and everyone may listen.</p>"


def test_article_with_a_heading_of_its_own() -> None:
    heading, _paragraph = parse("Article 4. Right to speak\n\nEveryone may speak.", "en")
    assert (heading.text, heading.label) == ("Article 4. Right to speak", "4")


@pytest.mark.parametrize("mark", ["3. ", "3) ", "(3) ", "3 - ", "٣. ", "3.\u00a0\u00a0 "])
def test_numbers_of_paragraphs(mark: str) -> None:
    (paragraph,) = parse(f"{mark}The members meet.", "en")
    assert (paragraph.kind, paragraph.label, paragraph.html) == ("paragraph", "3", "<p>The members meet.</p>")


def test_years_and_decimals_are_no_numbers_of_paragraphs() -> None:
    assert [part.label for part in parse("1. One.\n2015. was a year.\n3.5 per cent.\n21 - 23 November.", "en")] == [
        "1", "", "", "",
    ]  # fmt: skip


def test_arabic_letters_have_the_addresses_of_latin_ones() -> None:
    source = "1. نص:\n(أ) أول؛\n(ب) ثان؛\n(ج) ثالث."
    assert outline(source, "ar") == [
        ("paragraph", "c-1", "1"),
        ("subparagraph", "c-1-a", "(أ)"),
        ("subparagraph", "c-1-b", "(ب)"),
        ("subparagraph", "c-1-c", "(ج)"),
    ]


def test_letter_i_after_h_is_a_letter() -> None:
    letters = "".join(f"({letter}) x;\n" for letter in "abcdefghij")
    assert [part.kind.value for part in parse(f"1. All:\n{letters}", "en")] == ["paragraph", *["subparagraph"] * 10]


def test_preamble_and_chapters() -> None:
    source = (
        "Préambule\n\nVu la Charte,\n\nChapitre premier\n\nArticle 1\n\nTexte.\n\nCHAPITRE II\n\nArticle 2\n\nTexte."
    )
    assert [anchor for _kind, anchor, _label in outline(source, "fr")] == [
        "preamble", "rec-1", "ch-1", "art-1", "art-1-1", "ch-2", "art-2", "art-2-1",
    ]  # fmt: skip


def test_a_text_without_any_number() -> None:
    source = "Bamako Statement\n\nConvinced of the need,\n\nWe commit ourselves to act."
    assert [kind for kind, _anchor, _label in outline(source)] == ["title", "recital", "paragraph"]


def test_nested_lists_of_html() -> None:
    source = (
        "<ol start='4'><li>Four:<ol><li>a<ol><li>i</li><li>ii</li></ol></li><li>b</li></ol></li><li>Five</li></ol>"
    )
    assert outline(source) == [
        ("paragraph", "c-4", "4"),
        ("subparagraph", "c-4-a", "(a)"),
        ("item", "c-4-a-i", "(i)"),
        ("item", "c-4-a-ii", "(ii)"),
        ("subparagraph", "c-4-b", "(b)"),
        ("paragraph", "c-5", "5"),
    ]


def test_word_html_is_cleaned() -> None:
    source = """<html><head><title>Doc</title><style>p {margin:0}</style></head><body lang=FR>
    <p class=MsoNormal><b><span style='font-size:14pt'>Déclaration</span></b><o:p></o:p></p>
    <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;
    </span></span><![endif]>Le <i>Forum</i> est <b>ouvert</b>&nbsp;;<br clear=all></p>
    <table><tr><td><p>Cellule</p></td></tr></table><script>alert(1)</script></body></html>"""
    parts = parse(source, "fr")
    assert [(part.kind.value, part.html) for part in parts] == [
        ("title", "Déclaration"),
        ("paragraph", "<p>Le <i>Forum</i> est <b>ouvert</b> ;</p>"),
        ("paragraph", "<p>Cellule</p>"),
    ]


def test_dangerous_markup_does_not_survive() -> None:
    (part,) = parse('<p onclick="x()">1. See <a href="javascript:alert(1)">this</a> &lt;b&gt;<img src=x></p>', "en")
    assert part.html == "<p>See this &lt;b&gt;</p>"


def test_links_and_marks_survive_the_number_before_them() -> None:
    (part,) = parse('<p><b>2.</b> <a href="https://example.org/?a=1&amp;b=2">Link</a> &amp; text</p>', "en")
    assert part.html == '<p><a href="https://example.org/?a=1&amp;b=2">Link</a> &amp; text</p>'


def test_breaks_begin_a_paragraph_only_before_a_number() -> None:
    assert outline("<p>1. One<br>line.<br>2. Two.</p>") == [("paragraph", "c-1", "1"), ("paragraph", "c-2", "2")]


def test_the_same_number_twice_keeps_addresses_unique() -> None:
    anchors = [part.anchor for part in parse("1. One.\n1. Again.\n1. Thrice.", "en")]
    assert anchors == ["c-1", "c-1-bis-2", "c-1-bis-3"]


@pytest.mark.parametrize("source", ["", "  \n \n", "<p> </p>", "<script>x</script><p></p>"])
def test_nothing_to_read(source: str) -> None:
    with pytest.raises(Unreadable):
        parse(source, "en")
