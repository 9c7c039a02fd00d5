"""Importing the text of a declaration in the admin, from pasting to drafts in three languages."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pages.clauses.flat import flatten
from pages.models import DeclarationPage
from tests.making import translated
from tests.pages.clauses.udhr import source

EN = "Statement\n\nWhereas A,\n\nWhereas B,\n\n1. One."
FR = "Communiqué\n\nConsidérant A, considérant B,\n\n1. Un."


@pytest.fixture(scope="module")
def in_three_languages(for_the_module, works_of_the_module) -> None:
    for code in ("fr", "ar"):
        for_the_module(lambda: translated(works_of_the_module["edition"], code))  # noqa: B023


@pytest.fixture
def address(works, in_three_languages) -> str:
    """The importer of a declaration whose forum exists in French and Arabic too."""
    return reverse("desk_import_text", args=[works["declaration"].pk])


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text().split())


def drafts() -> dict[str, DeclarationPage]:
    found = DeclarationPage.objects.select_related("locale")
    return {page.locale.language_code: page.get_latest_revision_as_object() for page in found}


def anchors(page: DeclarationPage) -> list[str]:
    return [clause.anchor for clause in flatten(page.clauses)]


def test_the_way_there_is_a_button_on_the_declaration(chief, works, address) -> None:
    page = chief.get(reverse("wagtailadmin_pages:edit", args=[works["declaration"].pk]))
    assert address in page.content.decode()


def test_the_first_step_asks_for_a_text_in_each_language(chief, address) -> None:
    shown = soup(chief.get(address))
    fields = shown.select("textarea")
    assert words(shown.h1).startswith("Import the text")
    assert [(field["name"], field["dir"]) for field in fields] == [
        ("text-en", "ltr"),
        ("text-ar", "rtl"),
        ("text-fr", "ltr"),
    ]


def test_the_preview_shows_where_the_languages_differ(chief, address) -> None:
    shown = soup(chief.post(address, {"text-en": EN, "text-fr": FR, "compare": "1"}))
    assert [words(item) for item in shown.select(".help-warning li")] == ["rec-2: not in Français"]
    rows = {
        row["id"]: [words(cell.find("div") or cell) for cell in row.select("td")] for row in shown.select("tr[id]")
    }
    assert rows["line-c-1"] == ["1 One.", "1 Un."]
    assert rows["line-rec-2"] == ["Whereas B,", "Not in this language"]
    assert anchors(drafts()["en"]) == []


def test_joining_settles_the_difference_and_is_kept(chief, address) -> None:
    decision = {"text-en": EN, "text-fr": FR, "join-en-rec-2": "on"}
    shown = soup(chief.post(address, {**decision, "compare": "1"}))
    assert shown.select_one(".help-warning") is None
    assert shown.select_one("input[name=join-en-rec-2]").has_attr("checked")
    chief.post(address, {**decision, "save": "1"})
    found = drafts()
    assert anchors(found["en"]) == anchors(found["fr"]) == ["title", "rec-1", "c-1"]


def test_missing_places_and_labels_are_settled(chief, address) -> None:
    french = "Considérant B,\n\n2. Un."
    english = "Whereas A,\n\nWhereas B,\n\n1. One."
    decision = {"text-en": english, "text-fr": french, "gap-fr-rec-1": "1", "label-fr-c-2": "1"}
    shown = soup(chief.post(address, {**decision, "compare": "1"}))
    assert [words(item) for item in shown.select(".help-warning li")] == ["rec-1: not in Français"]
    chief.post(address, {**decision, "save": "1"})
    assert anchors(drafts()["fr"]) == ["rec-2", "c-1"]


def test_saving_makes_drafts_with_their_titles_and_publishes_nothing(chief, works, address) -> None:
    response = chief.post(address, {"text-en": EN, "text-fr": FR, "save": "1"}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[works["declaration"].pk])
    assert "imported as drafts in these languages: English, Français." in response.content.decode()
    french = DeclarationPage.objects.get(locale__language_code="fr")
    assert (french.title, french.live) == ("Communiqué", False)
    assert french.get_parent().title == "Eleventh"
    live = DeclarationPage.objects.get(pk=works["declaration"].pk)
    assert (live.live, live.has_unpublished_changes, anchors(live)) == (True, True, [])


def test_the_universal_declaration_from_files(chief, address) -> None:
    files = {f"file-{code}": SimpleUploadedFile(f"{code}.html", source(code).encode()) for code in ("ar", "fr", "en")}
    shown = soup(chief.post(address, {**files, "compare": "1"}))
    assert [words(item) for item in shown.select(".help-warning li")] == ["rec-10: not in العربية and Français"]
    carried = {area["name"]: area.get_text() for area in shown.select("textarea[hidden]")}
    decision = {"join-en-rec-9": "on", "join-ar-rec-9": "on", "gap-ar-rec-4": "1"}
    chief.post(address, {**carried, **decision, "save": "1"})
    found = {code: anchors(page) for code, page in drafts().items()}
    assert {code: len(names) for code, names in found.items()} == {"en": 91, "fr": 91, "ar": 90}
    assert found["en"] == found["fr"]
    assert set(found["fr"]) - set(found["ar"]) == {"rec-4"}


def test_back_to_the_texts_keeps_them(chief, address) -> None:
    shown = soup(chief.post(address, {"text-en": EN, "texts": "1"}))
    assert shown.select_one("textarea[name=text-en]").get_text().strip() == EN


def test_nothing_given(chief, address) -> None:
    shown = soup(chief.post(address, {"text-en": "  ", "compare": "1"}))
    assert "Paste or upload the text in at least one language." in shown.get_text()


BAD_FILES = [
    ("text.docx", b"PK", "From Word, save as"),
    ("text.txt", b"x" * 400_001, "larger than 400 kB"),
    ("text.txt", "إعلان".encode("windows-1256"), "Save it as UTF-8"),
    ("text.txt", b"\x00\x01\x02", "Save it as UTF-8"),
    ("text.html", b"<p> </p>", "No text was found in this."),
    ("text.txt", b"", "No text was found in this."),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES)
def test_a_bad_file_says_what_is_wrong_and_loses_nothing_typed(chief, address, name, data, message) -> None:
    upload = SimpleUploadedFile(name, data)
    shown = soup(chief.post(address, {"text-en": EN, "file-fr": upload, "compare": "1"}))
    assert message in shown.get_text()
    assert shown.select_one("textarea[name=text-en]").get_text().strip() == EN


def test_a_good_file_survives_the_error_of_another_language(chief, address) -> None:
    good, bad = SimpleUploadedFile("en.txt", EN.encode()), SimpleUploadedFile("fr.doc", b"x")
    shown = soup(chief.post(address, {"file-en": good, "file-fr": bad, "compare": "1"}))
    assert shown.select_one("textarea[name=text-en]").get_text().strip() == EN


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.txt", "1. إعلان".encode("utf-8-sig")),
        ("t.txt", "1. إعلان".encode("utf-16")),
        ("t.html", '<meta charset="windows-1256"><p>1. إعلان</p>'.encode("windows-1256")),
    ],
)
def test_encodings_that_word_and_notepad_write(chief, address, name, data) -> None:
    shown = soup(chief.post(address, {"file-ar": SimpleUploadedFile(name, data), "compare": "1"}))
    assert words(shown.select_one("#line-c-1 td div")) == "1 إعلان"


def test_markup_of_the_text_is_not_run_in_the_preview(chief, address) -> None:
    evil = "1. </textarea><script>alert(1)</script><b>x</b>"
    response = chief.post(address, {"text-en": evil, "compare": "1"})
    assert "<script>alert(1)</script>" not in response.content.decode()
    assert soup(response).select_one("textarea[name=text-en]").get_text().strip() == evil


def test_decisions_about_parts_that_are_gone_are_forgotten(chief, address) -> None:
    response = chief.post(address, {"text-en": EN, "join-en-rec-9": "on", "gap-en-rec-7": "x", "compare": "1"})
    assert response.status_code == 200


def test_who_may_not_change_the_declaration_may_not_import(at_desk, address) -> None:
    visitor = at_desk()
    visitor.user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    response = visitor.post(address, {"text-en": EN, "save": "1"})
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")
    assert anchors(drafts()["en"]) == []


def test_a_locked_declaration_is_left_alone(at_desk, chief, works, address) -> None:
    page = works["declaration"]
    page.locked, page.locked_by = True, chief.user
    page.save()
    assert at_desk("Authors").get(address).status_code == 302


def test_another_page_has_no_importer(chief, works) -> None:
    assert chief.get(reverse("desk_import_text", args=[works["edition"].pk])).status_code == 404


def test_errors_speak_the_editors_language(at_desk, address) -> None:
    arabic = at_desk(is_superuser=True, language="ar")
    shown = soup(arabic.post(address, {"text-en": EN, "compare": "1"}))
    assert shown.html["dir"] == "rtl"


def test_pages_above_that_a_language_lacks_are_made_as_drafts(chief, works) -> None:
    for version in works["index"].get_translations():
        version.delete()
    address = reverse("desk_import_text", args=[works["declaration"].pk])
    chief.post(address, {"text-fr": FR, "save": "1"})
    declaration = DeclarationPage.objects.get(locale__language_code="fr")
    above = declaration.get_ancestors().filter(depth__gt=2)
    assert [(page.title, page.live, page.alias_of_id) for page in above] == [
        ("Forums", False, None),
        ("Forum", False, None),
        ("Eleventh", False, None),
    ]
