"""Texts that come from elsewhere, pasted, in files or as translations: nothing in them runs, or takes for ever."""

import time

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from pages.addresses import page_url
from pages.models import DeclarationPage
from tests.making import reload

HOSTILE = (
    "<script>alert(60)</script>",
    "<a href='javascript:alert(60)'>here</a>",
    "<a href='&#106;ava\tscript:alert(60)'>here</a>",
    "<a href='data:text/html,<script>alert(60)</script>'>here</a>",
    "<img src=x onerror=alert(60)>",
    "<svg><style><img src=x onerror=alert(60)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=alert(60)>'>",
    "<p style='background:url(javascript:alert(60))' onclick=alert(60)>text</p>",
    "<iframe srcdoc='<script>alert(60)</script>'></iframe><object data=x></object><base href=//evil.example>",
    "<noscript><p title='</noscript><img src=x onerror=alert(60)>'>",
)
# What may not stand in a page, whatever the rest of a payload became; as text it would be escaped.
ACTIVE = ("<script>", "onerror=alert", "onclick=", "javascript:", "data:text", "<iframe", "<object", "<base", "<svg><")


def body(address: str) -> str:
    text = Client().get(address).content.decode()
    return text[text.index("<main") : text.index("</main")]


def active(text: str) -> list[str]:
    """Attributes and elements of `text`, its escaped parts aside."""
    return [each for each in ACTIVE if each in text.replace("\t", "")]


@pytest.mark.parametrize("as_file", [False, True], ids=["pasted", "in a file"])
@pytest.mark.parametrize("payload", HOSTILE)
def test_a60_nothing_imported_runs(chief: Client, works: dict, payload: str, as_file: bool) -> None:
    declaration = works["declaration"]
    text = f"<h1>Statement</h1><p>1. States share {payload} what they know.</p>"
    said = {"file-en": SimpleUploadedFile("en.html", text.encode())} if as_file else {"text-en": text}
    address = reverse("desk_import_text", args=[declaration.pk])
    compared = chief.post(address, {**said, "compare": "1"}).content.decode()
    chief.post(address, {"text-en": text, "save": "1"})

    draft = reload(declaration).get_latest_revision()
    draft.publish()

    shown = body(page_url(reload(declaration)))
    assert "States share" in shown
    assert active(shown) == []
    assert "onerror=alert(60)>" not in compared[compared.index("<main") :].replace("&gt;", "")


@pytest.mark.parametrize("payload", HOSTILE)
def test_a60_no_translation_brings_markup_of_its_own(works: dict, at_desk, payload: str) -> None:
    """A catalogue that somebody else filled in: what is no translation of the markup there was is left out."""
    declaration = works["declaration"]
    declaration.clauses = [("paragraph", {"anchor": "p1", "label": "1", "text": "<p>States share.</p>"})]
    declaration.save_revision().publish()
    translator = at_desk("Translators")
    french = Locale.objects.get(language_code="fr")
    submit = reverse("wagtail_localize:submit_page_translation", args=[declaration.pk])
    translator.post(submit, {"locales": [french.pk]})
    translation = Translation.objects.get(source__object_id=declaration.translation_key)
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    catalogue = polib.pofile(translator.get(address).content.decode())
    for entry in catalogue:
        entry.msgstr = f"États {payload}" if entry.msgid.startswith("States") else entry.msgid

    file = SimpleUploadedFile("fr.po", str(catalogue).encode())
    translator.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": file})
    kept = StringTranslation.objects.filter(translation_of__data="States share.").values_list("has_error", flat=True)
    target = DeclarationPage.objects.get(pk=translation.get_target_instance().pk)

    assert list(kept) in ([], [True])
    assert "alert(60)" not in str((target.get_latest_revision() or target).content if target.latest_revision else "")


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><p>1. &b;</p>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><p>1. x</p>',
        '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></a>',
    ],
    ids=["entities of entities", "a file", "a definition elsewhere", "an inclusion"],
)
def test_a67_the_importer_follows_no_entity(chief: Client, works: dict, text: str) -> None:
    address = reverse("desk_import_text", args=[works["declaration"].pk])
    for encoding in ("utf-8", "utf-16"):
        file = SimpleUploadedFile("en.html", text.encode(encoding))
        began = time.process_time()
        answer = chief.post(address, {"file-en": file, "compare": "1"})
        assert time.process_time() - began < 1
        assert answer.status_code == 200
        assert "root:" not in answer.content.decode()
        assert "hahahaha" not in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["1. " * 15_000, "(a) " * 12_000, "<p>" * 8_000, "<" * 50_000, "I" * 50_000, "1." * 25_000]
)
def test_a69_no_text_takes_the_importer_long(chief: Client, works: dict, text: str) -> None:
    address = reverse("desk_import_text", args=[works["declaration"].pk])
    began = time.process_time()

    assert chief.post(address, {"text-en": text, "compare": "1"}).status_code == 200

    assert time.process_time() - began < 10
