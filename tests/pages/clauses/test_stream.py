"""Parts as blocks of a page."""

from pages.clauses.parsing import parse
from pages.clauses.stream import block_id, to_stream
from tests.pages.clauses.udhr import settled


def ids(blocks: list[dict]) -> list[str]:
    found = []
    for block in blocks:
        found.append(block["id"])
        for name in ("subparagraphs", "items"):
            found.extend(ids(block["value"].get(name, [])))
    return found


def test_nesting() -> None:
    (block,) = to_stream(parse("1. All:\n(a) one:\n(i) first.", "en"))
    assert block == {
        "type": "paragraph",
        "id": block_id("c-1"),
        "value": {
            "anchor": "c-1",
            "label": "1",
            "text": "<p>All:</p>",
            "subparagraphs": [
                {
                    "type": "item",
                    "id": block_id("c-1-a"),
                    "value": {
                        "anchor": "c-1-a",
                        "label": "(a)",
                        "text": "<p>one:</p>",
                        "items": [
                            {
                                "type": "item",
                                "id": block_id("c-1-a-i"),
                                "value": {"anchor": "c-1-a-i", "label": "(i)", "text": "<p>first.</p>"},
                            }
                        ],
                    },
                }
            ],
        },
    }


def test_blocks_have_the_same_ids_in_every_language_and_on_every_run() -> None:
    english, french = ids(to_stream(settled()["en"])), ids(to_stream(settled()["fr"]))
    assert english == french
    assert len(set(english)) == 91
    assert block_id("art-1") == "92b5455e-4f74-57ff-85ab-fe9f3b940d37"


def test_letters_before_any_paragraph_become_paragraphs() -> None:
    assert [block["type"] for block in to_stream(parse("Article 1\n(a) one;\n(b) two.", "en"))][1] == "paragraph"
