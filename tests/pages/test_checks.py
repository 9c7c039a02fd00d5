"""What the system checks of the room find, and that they find nothing in the room as it is."""

from pages.blocks.body import QuoteBlock
from pages.checks import check_block_templates, check_page_types
from pages.models import SessionPage


def found(messages):
    return [(message.id, message.obj) for message in messages]


def test_the_room_fits_together():
    assert [*check_page_types(), *check_block_templates()] == []


def test_a_type_without_a_view_is_told(monkeypatch):
    monkeypatch.delattr(SessionPage, "view")

    assert found(check_page_types()) == [("pages.E001", SessionPage)]


def test_a_type_that_may_stand_anywhere_is_told(monkeypatch):
    monkeypatch.delattr(SessionPage, "parent_page_types")

    assert found(check_page_types()) == [("pages.E002", SessionPage)]


def test_a_type_that_wagtail_s_dialog_can_restrict_is_told(monkeypatch):
    monkeypatch.setattr(SessionPage, "private_page_options", ["login"])

    assert found(check_page_types()) == [("pages.E003", SessionPage)]


def test_a_block_without_its_template_is_told(monkeypatch):
    monkeypatch.setattr(QuoteBlock._meta_class, "template", "blocks/nowhere.html")

    assert {message.id for message in check_block_templates()} == {"pages.E004"}
