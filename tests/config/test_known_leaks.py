"""Known leaks of sites as a whole: kept pages, names of files, text, requests of the server, parameters, logs."""

import ast
import json
import logging
import time
from collections.abc import Callable
from email.message import Message

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from access.changing import Wanted, set_access
from library.models import LibraryDocument
from pages.addresses import page_url
from pages.models import BasePage, IndexPage, StandardPage
from tests.access.reaching import modules

CANARY = "Zorkmid"
Add = Callable[..., BasePage]


@pytest.mark.parametrize("address", ["/en/", "/ar/", "/en/topics/", "/en/none/"])
def test_a57_two_readers_unknown_get_the_same_bytes(homes: dict[str, BasePage], address: str) -> None:
    first, second = (Client(headers={"User-Agent": name}).get(address) for name in ("one", "two"))

    assert (first.content, first.headers) == (second.content, second.headers)
    assert b"csrfmiddlewaretoken" not in first.content
    assert b"nonce=" not in first.content
    assert not first.cookies


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("تقرير سري.pdf", ".pdf"),
        ('a";filename="b.html.pdf', ".pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", ".pdf"),
        ("fdp\u202eexe.pdf", ".pdf"),
    ],
)
def test_a59_a_name_stays_one_header_and_keeps_its_kind(client: Client, db: None, name: str, kind: str) -> None:
    document = LibraryDocument.objects.create(title="File", file=ContentFile(b"%PDF-1.4", name=name))

    response = client.get(document.url)

    assert response.getvalue() == b"%PDF-1.4"
    assert "Set-Cookie" not in response
    header = Message()
    header["Content-Disposition"] = response["Content-Disposition"]
    shown = header.get_filename() or ""
    assert shown.endswith(kind)
    assert not set(shown) & set('\r\n"/\\\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,x", "vbscript:x", "\x01javascript:x"]
)
def test_a60_no_script_and_no_strange_scheme_survives_in_a_text(
    homes: dict[str, BasePage], add: Add, address: str
) -> None:
    """Written through the field that an editor's form has, by somebody who writes what it sends."""
    text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}
    line = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    sent = {"blocks": [{**line, "entityRanges": [{"key": 0, "offset": 0, "length": 8}]}], "entityMap": {"0": link}}
    block = StandardPage._meta.get_field("body").stream_block.child_blocks["paragraph"]
    kept = block.value_from_form(block.field.widget.value_from_datadict({"text": json.dumps(sent)}, {}, "text"))
    page = add(homes["en"], StandardPage, title="Page", slug="page", body=[("paragraph", kept)])

    shown = Client().get(page_url(page)).content.decode()
    body = shown[shown.index("<main") : shown.index("</main")]

    assert "&lt;script&gt;" in body
    assert "<script" not in body
    assert "<img" not in body
    assert "script:" not in body.lower()
    assert "data:text" not in body


def test_a66_the_site_asks_no_other_machine() -> None:
    """What would have to be guarded against being sent inside is not there; storage and mail go where settings say."""
    asking = {"aiohttp", "ftplib", "httpx", "requests", "socket", "urllib3"}
    found = [
        path
        for path, tree in modules("access", "library", "network", "pages", "site/config")
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
        if name.split(".")[0] in asking or name in {"http.client", "urllib.request"}
    ]

    assert found == []
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None


def test_a68_nothing_of_another_site_is_embedded(admin_client: Client, homes: dict[str, BasePage]) -> None:
    assert settings.WAGTAILEMBEDS_FINDERS == []

    answer = admin_client.post(
        reverse("wagtailembeds:chooser_upload"), {"embed-chooser-url": "https://www.youtube.com/watch?v=x"}
    )

    assert "<iframe" not in answer.content.decode()
    assert "Cannot find an embed for this URL" in answer.content.decode()


@pytest.mark.parametrize("text", ["a" * 4000, "(" * 4000, "../" * 1300, "%00" * 1300, "١" * 1500, '"' * 4000])
def test_a69_no_parameter_takes_long(homes: dict[str, BasePage], add: Add, text: str) -> None:
    add(homes["en"], IndexPage, title="Papers", slug="papers", lists="paper")
    Client().get("/en/papers/")

    for name in ("page", "year", "topic", "forum", "language", "q"):
        began = time.process_time()
        assert Client().get("/en/papers/", {name: text}).status_code < 500
        assert time.process_time() - began < 1


def test_a83_no_log_holds_what_is_closed(
    homes: dict[str, BasePage], add: Add, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the words of a closed page when it is asked for, nor what somebody types as a password."""
    page = add(homes["en"], StandardPage, title=f"{CANARY} text", slug="minutes", summary=CANARY)
    set_access(page, Wanted("members"), by=None)
    caplog.clear()

    with caplog.at_level(logging.DEBUG):
        for address in (page_url(page), f"{page_url(page)}cite.bib", "/en/", "/en/topics/"):
            Client().get(address)
        Client().post(reverse("account_login"), {"login": "amal@example.org", "password": CANARY})

    said = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert any("/en/minutes/" in line for line in said)
    assert [line for line in said if CANARY in line] == []
