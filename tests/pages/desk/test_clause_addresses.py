"""Labels and addresses of clauses in the editor: complaints at the very field, nothing lost, addresses that last."""

import json

import pytest
from django.urls import reverse

from pages.clauses.parsing import parse
from pages.clauses.stream import block_id, to_stream
from pages.models import DeclarationPage
from tests.pages.desk.conftest import form_data

TEXT = "1. One:\n(a) first;\n(b) second.\n2. Two."


@pytest.fixture
def page(works) -> DeclarationPage:
    declaration = works["declaration"]
    declaration.date_precision = "unknown"
    declaration.text_status = "full"
    declaration.clauses = json.dumps(to_stream(parse(TEXT, "en")))
    declaration.save_revision().publish()
    return DeclarationPage.objects.get(pk=declaration.pk)


def paragraph(index: int, anchor: str, label: str, text: str, subs: tuple = (), block: str = "") -> dict[str, object]:
    """A numbered paragraph as the editor sends it; `subs` are (anchor, label, text, id)."""
    prefix = f"clauses-{index}"
    data: dict[str, object] = {
        f"{prefix}-deleted": "",
        f"{prefix}-order": index,
        f"{prefix}-type": "paragraph",
        f"{prefix}-id": block or block_id(f"c-{index + 1}"),
        f"{prefix}-value-anchor": anchor,
        f"{prefix}-value-label": label,
        f"{prefix}-value-text": rich(text),
        f"{prefix}-value-subparagraphs-count": len(subs),
    }
    for place, (sub_anchor, sub_label, sub_text, sub_id) in enumerate(subs):
        inner = f"{prefix}-value-subparagraphs-{place}"
        data |= {
            f"{inner}-deleted": "",
            f"{inner}-order": place,
            f"{inner}-id": sub_id,
            f"{inner}-value-anchor": sub_anchor,
            f"{inner}-value-label": sub_label,
            f"{inner}-value-text": rich(sub_text),
            f"{inner}-value-items-count": 0,
        }
    return data


def rich(text: str) -> str:
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [block], "entityMap": {}})


def send(client, page: DeclarationPage, *paragraphs: dict[str, object], publish: bool = False):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form_data(client.get(address).context["form"])
    data = {name: value for name, value in data.items() if not name.startswith("clauses-")}
    data["clauses-count"] = len(paragraphs)
    for fields in paragraphs:
        data |= fields
    if publish:
        data["action-publish"] = "1"
    return client.post(address, data)


def complaints(response) -> dict:
    (error,) = response.context["form"].errors.as_data()["clauses"]
    return error.as_json_data()["blockErrors"]


def saved(page: DeclarationPage) -> list:
    return list(DeclarationPage.objects.get(pk=page.pk).get_latest_revision_as_object().clauses)


def test_a_label_used_twice(chief, page) -> None:
    response = send(chief, page, paragraph(0, "c-1", "1", "One"), paragraph(1, "c-2", "1.", "Two typed anew"))
    assert complaints(response) == {
        1: {"blockErrors": {"label": {"messages": ["“1” is the label of another clause beside this one."]}}}
    }
    assert "Two typed anew" in response.context["form"]["clauses"].value()[1].value["text"].source


def test_an_address_used_twice(chief, page) -> None:
    response = send(chief, page, paragraph(0, "c-1", "1", "One"), paragraph(1, "c-1", "2", "Two"))
    assert complaints(response) == {
        1: {"blockErrors": {"anchor": {"messages": ["“c-1” is the address of another clause already."]}}}
    }


def test_a_label_used_twice_among_sub_paragraphs(chief, page) -> None:
    subs = (("c-1-a", "(a)", "first", block_id("c-1-a")), ("c-1-b", "a", "second", block_id("c-1-b")))
    response = send(chief, page, paragraph(0, "c-1", "1", "One", subs))
    message = {"messages": ["“a” is the label of another clause beside this one."]}
    inner = {"blockErrors": {1: {"blockErrors": {"label": message}}}}
    assert complaints(response) == {0: {"blockErrors": {"subparagraphs": inner}}}


def test_the_same_letter_under_two_paragraphs_is_fine(chief, page) -> None:
    one = paragraph(0, "c-1", "1", "One", (("c-1-a", "(a)", "x", block_id("c-1-a")),))
    two = paragraph(1, "c-2", "2", "Two", (("c-2-a", "(a)", "y", block_id("c-2-a")),))
    assert send(chief, page, one, two).status_code == 302


def test_an_empty_address_is_given_and_stays(chief, page) -> None:
    block = "5f3c9a20-1111-4222-8333-444455556666"
    new = paragraph(1, "", "2", "Two", block=block)
    for _time in range(2):
        assert send(chief, page, paragraph(0, "c-1", "1", "One"), new).status_code == 302
        assert saved(page)[1].value["anchor"] == "c-5f3c9a"


@pytest.mark.parametrize("bad", ["Clause 1", "1a", "مادة", "a" * 41, "😀", "main", "section-cite"])
def test_an_address_that_is_none(chief, page, bad) -> None:
    response = send(chief, page, paragraph(0, bad, "1", "One"))
    assert list(complaints(response)[0]["blockErrors"]) == ["anchor"]


def test_a_published_address_is_not_changed(chief, page) -> None:
    response = send(chief, page, paragraph(0, "first", "1", "One"), paragraph(1, "c-2", "2", "Two"), publish=True)
    message = "Readers know this clause under the address “c-1”. Put it back: addresses last."
    assert complaints(response) == {0: {"blockErrors": {"anchor": {"messages": [message]}}}}


def test_a_published_address_of_a_sub_paragraph_is_not_emptied(chief, page) -> None:
    subs = (("", "(a)", "first", block_id("c-1-a")), ("c-1-b", "(b)", "second", block_id("c-1-b")))
    response = send(chief, page, paragraph(0, "c-1", "1", "One", subs), publish=True)
    assert list(complaints(response)[0]["blockErrors"]["subparagraphs"]["blockErrors"]) == [0]


def test_a_removed_clause_takes_its_address_along(chief, page) -> None:
    response = send(chief, page, paragraph(0, "c-2", "2", "Two", block=block_id("c-2")), publish=True)
    assert response.status_code == 302
    assert [block.value["anchor"] for block in saved(page)] == ["c-2"]


def test_a_clause_set_in_between_leaves_the_others_addresses(chief, page) -> None:
    new = paragraph(1, "", "2", "Between", block="aaaaaaaa-1111-4222-8333-444455556666")
    last = paragraph(2, "c-2", "3", "Two", block=block_id("c-2"))
    assert send(chief, page, paragraph(0, "c-1", "1", "One"), new, last, publish=True).status_code == 302
    assert [block.value["anchor"] for block in saved(page)] == ["c-1", "c-aaaaaa", "c-2"]


def test_a_draft_may_still_change_an_address(chief, page) -> None:
    assert send(chief, page, paragraph(0, "first", "1", "One")).status_code == 302
