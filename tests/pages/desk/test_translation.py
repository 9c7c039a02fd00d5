"""Translation by wagtail-localize: drafts only, nothing published on the side, texts out and in as PO."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from pages.models import Adherence, DeclarationPage, StandardPage
from tests.making import reload

BODY = [
    ("heading", {"text": "Purpose", "level": "2"}),
    ("table", {"caption": "Members", "rows": [{"cells": ["Country", "Year"]}, {"cells": ["Morocco", "1956"]}]}),
]
CLAUSES = [
    {
        "type": "paragraph",
        "id": "6f2d1a2c-0000-4000-8000-000000000001",
        "value": {
            "anchor": "p1",
            "label": "1",
            "text": "<p>States share what they know.</p>",
            "subparagraphs": [
                {
                    "type": "item",
                    "id": "6f2d1a2c-0000-4000-8000-000000000002",
                    "value": {"anchor": "p1a", "label": "a", "text": "<p>With their neighbours.</p>", "items": []},
                }
            ],
        },
    }
]


@pytest.fixture
def declaration(works):
    page = works["declaration"]
    page.clauses = CLAUSES
    page.text_status = "full"
    page.date_precision = "unknown"
    page.date_text = "on a Friday"
    page.adherences = [Adherence(country="MA", note="Without reservation", locale=page.locale)]
    page.save_revision().publish()
    return reload(page)


@pytest.fixture
def to_french(at_desk):
    """Submit a page for translation into French, as a translator does."""

    def submit(page):
        translator = at_desk("Translators")
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        translator.post(url, {"locales": [Locale.objects.get(language_code="fr").pk]})
        translation = Translation.objects.get(source__object_id=page.translation_key)
        return translator, translation

    return submit


def strings(translation):
    return {segment.context.path: segment.string.data for segment in translation.source.stringsegment_set.all()}


def test_what_is_submitted_becomes_a_draft(to_french, declaration):
    _translator, translation = to_french(declaration)

    french = translation.get_target_instance()
    assert (french.locale.language_code, french.live) == ("fr", False)


def test_the_pages_above_come_as_drafts_and_never_untranslated_to_readers(to_french, declaration, client):
    _translator, translation = to_french(declaration)

    above = translation.get_target_instance().get_ancestors().filter(depth__gt=2)
    assert [(page.title, page.live, page.alias_of_id) for page in above] == [
        ("Forums", False, None),
        ("Forum", False, None),
        ("Eleventh", False, None),
    ]
    assert client.get("/fr/forums/").status_code == 404


def test_texts_are_offered_and_codes_are_not(to_french, declaration):
    _translator, translation = to_french(declaration)

    texts = set(strings(translation).values())
    assert {"Declaration", "on a Friday", "States share what they know.", "With their neighbours."} <= texts
    assert "Without reservation" in texts
    assert texts.isdisjoint({"p1", "p1a", "1", "a", "MA"})


def test_an_anchor_is_the_same_in_every_language(to_french, declaration):
    _translator, translation = to_french(declaration)

    [clause] = translation.get_target_instance().get_latest_revision_as_object().clauses
    assert clause.value["anchor"] == "p1"
    assert clause.value["subparagraphs"][0]["anchor"] == "p1a"


def test_values_of_lists_are_offered(to_french, homes, add):
    page = add(homes["en"], StandardPage, title="About", slug="about", body=BODY)
    page = reload(page)

    _translator, translation = to_french(page)

    assert {"Purpose", "Members", "Country", "Morocco"} <= set(strings(translation).values())


def test_rows_below_a_page_come_along_in_their_language(to_french, declaration):
    _translator, translation = to_french(declaration)

    [adherence] = DeclarationPage.objects.get(pk=translation.get_target_instance().pk).adherences.all()
    assert (adherence.country, adherence.locale.language_code) == ("MA", "fr")


def test_the_texts_go_out_and_come_back_as_po(to_french, declaration):
    translator, translation = to_french(declaration)
    download = translator.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    catalogue = polib.pofile(download.content.decode())
    for entry in catalogue:
        if entry.msgid == "States share what they know.":
            entry.msgstr = "Les États partagent ce qu'ils savent."

    translator.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("fr.po", str(catalogue).encode())},
    )

    stored = StringTranslation.objects.get(translation_of__data="States share what they know.")
    assert stored.data == "Les États partagent ce qu'ils savent."


def test_a_machine_may_fill_it_in(to_french, declaration, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    translator, translation = to_french(declaration)

    translator.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))

    total, translated = translation.get_progress()
    assert total == translated


def test_a_translator_publishes_nothing_by_bringing_up_to_date(to_french, declaration):
    translator, translation = to_french(declaration)
    url = reverse("wagtail_localize:update_translations", args=[translation.source_id])

    shown = translator.get(url)
    translator.post(url, {"publish_translations": "on"})

    assert "Publish immediately" not in shown.content.decode()
    assert translation.get_target_instance().live is False


def test_a_translator_does_not_publish_a_translation(to_french, declaration):
    translator, translation = to_french(declaration)
    french = translation.get_target_instance()

    translator.post(reverse("wagtailadmin_pages:edit", args=[french.pk]), {"action": "publish"})

    assert reload(french).live is False


def test_a_publisher_publishes_a_translation_that_is_complete(
    to_french, at_desk, works, declaration, django_capture_on_commit_callbacks
):
    _translator, translation = to_french(declaration)
    french = translation.get_target_instance()
    publisher = at_desk("Publishers")

    with django_capture_on_commit_callbacks(execute=True):
        publisher.post(reverse("wagtailadmin_pages:edit", args=[french.pk]), {"action": "publish"})

    assert reload(french).live is True


def test_a_translation_of_half_a_page_is_not_published(to_french, at_desk, works):
    page = works["declaration"]
    page.text_status = "full"
    page.save_revision().publish()
    _translator, translation = to_french(reload(page))
    french = translation.get_target_instance()

    answer = at_desk("Publishers").post(
        reverse("wagtailadmin_pages:edit", args=[french.pk]), {"action": "publish"}, follow=True
    )

    assert "Add the clauses, or say above that the text is not available." in answer.content.decode()
    assert reload(french).live is False


def test_an_arabic_address_stays_arabic_in_a_translation(to_french, homes, add):
    page = add(homes["ar"], StandardPage, title="عن المنتدى", slug="عن-المنتدى")

    _translator, translation = to_french(page)

    assert translation.get_target_instance().slug == "عن-المنتدى"
