"""Known ways in which files have run script, told what they were, or cost a server everything."""

import re
from collections.abc import Callable
from email.message import Message

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from library.models import LibraryDocument, LibraryImage, Rendition

HOSTILE = {
    "html": b"<!doctype html><script>window.pwned=1</script>",
    "html after a mark": b"\xef\xbb\xbf \n<html><body onload=alert(1)>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "xml with a style": b"<?xml version='1.0'?><?xml-stylesheet href='data:text/xsl,x'?><a/>",
    "utf-7": b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<script>alert(1)</script>",
    "pdf and html": b"%PDF-1.4\n<script>alert(1)</script>",
    "gif and script": b"GIF89a=1;alert(1)//",
    "zip and html": b"PK\x03\x04<script>alert(1)</script>",
}
KINDS = {"pdf", "docx", "odt", "txt", "csv", "xlsx", "ods", "epub"}
ACTIVE = re.compile(r"html|xml$|svg|script|xsl|multipart|text/xml")
CONTROLS = (
    set(map(chr, range(32))) | set('\x7f"/\\') | {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
)


@pytest.fixture
def send(admin_client: Client) -> Callable[..., LibraryDocument | None]:
    """`send("paper.pdf", b"…")`: through the desk's form; the document, or None where it was refused."""

    def upload(name: str, content: bytes) -> LibraryDocument | None:
        shelf = Collection.get_first_root_node().pk
        file = SimpleUploadedFile(name, content, "application/octet-stream")
        admin_client.post(reverse("wagtaildocs:add"), {"title": "Paper", "file": file, "collection": shelf})
        return LibraryDocument.objects.order_by("-pk").first()

    return upload


def read(browser: Client, address: str, **headers: str) -> HttpResponse:
    response = browser.get(address, headers=headers)
    response.getvalue()
    return response


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a58_no_document_is_shown_as_what_could_run(
    send: Callable[..., LibraryDocument], client: Client, content: bytes
) -> None:
    for kind in KINDS:
        document = send(f"paper.{kind}", content)
        assert document is not None
        answer = read(client, document.url)
        assert answer.status_code == 200
        assert not ACTIVE.search(answer["Content-Type"].partition(";")[0].replace("openxml", ""))
        assert answer["X-Content-Type-Options"] == "nosniff"
        shown = answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("inline" if shown else "attachment")
        assert answer["Content-Security-Policy"] == ("default-src 'none'" if shown else "sandbox; default-src 'none'")


@pytest.mark.parametrize("kind", ["html", "htm", "svg", "xml", "xhtml", "mht", "js", "swf", "shtml", "pdf.html", ""])
def test_a58_other_kinds_are_refused(send: Callable[..., LibraryDocument | None], kind: str) -> None:
    assert send(f"paper.{kind}".rstrip("."), HOSTILE["html"]) is None


@pytest.mark.parametrize("kind", ["html", "svg", "xml", "js"])
def test_a58_a_document_made_by_code_is_handed_over_and_not_shown(db: None, client: Client, kind: str) -> None:
    document = LibraryDocument.objects.create(title="Paper", file=ContentFile(HOSTILE["svg"], name=f"paper.{kind}"))

    answer = read(client, document.url)

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=60))
def test_a59_whatever_a_file_is_called_makes_one_header(db: None, name: str) -> None:
    document = LibraryDocument.objects.create(
        title="Paper", file=ContentFile(b"%PDF-1.4", name=f"{name.encode(errors='replace').decode()}.pdf")
    )

    answer = read(Client(), document.url)

    assert answer.status_code == 200
    header = Message()
    header["Content-Disposition"] = answer["Content-Disposition"]
    shown = header.get_filename() or ""
    assert shown.endswith(".pdf")
    assert not set(shown) & CONTROLS


def test_a37_a_file_that_was_replaced_is_sent_anew(db: None, client: Client) -> None:
    """Also where it was put in by code, which leaves Wagtail's digest empty."""
    document = LibraryDocument.objects.create(title="Paper", file=ContentFile(b"first", name="paper.pdf"))
    first = read(client, document.url)
    assert len(first["ETag"]) > 10
    assert read(client, document.url, if_none_match=first["ETag"]).status_code == 304

    document.file = ContentFile(b"second", name="paper.pdf")
    document.save()
    again = client.get(document.url, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.getvalue()) == (200, b"second")


@pytest.mark.parametrize("spec", ["width-99", "fill-9999x9999", "original", "max-1x1|format-avif", "scale-100"])
def test_a64_no_address_makes_a_picture_in_another_size(db: None, client: Client, spec: str) -> None:
    image = LibraryImage.objects.create(title="Hall", file=get_test_image_file(filename="hall.png"))
    address = image.get_rendition("width-100").url
    assert read(client, address).status_code == 200

    for asked in (address.replace("width-100", spec), f"/images/x/{image.pk}/{spec}/", f"{address}?filter={spec}"):
        assert read(client, asked).status_code in {200, 404}

    assert list(Rendition.objects.values_list("filter_spec", flat=True)) == ["width-100"]
