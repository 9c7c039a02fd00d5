"""The page of mails that a demonstration has, and no other site."""

from pathlib import Path

import pytest
from django.test import Client

from network.mail import send


@pytest.fixture
def written(settings: object, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    settings.MAIL_PAGE = True
    send("amina@example.org", subject="مرحبا", text="السلام\nhttp://127.0.0.1:8000/ar/ <b>", language="ar")


def test_mails_are_shown_in_their_direction(written: None, client: Client, tmp_path: Path) -> None:
    page = client.get("/_mail/").content.decode()
    assert "مرحبا" in page
    (file,) = tmp_path.iterdir()
    response = client.get(f"/_mail/{file.name}/")
    text = response.content.decode()
    assert '<article lang="ar" dir="rtl">' in text
    assert "&lt;b&gt;" in text
    assert 'href="http://127.0.0.1:8000/ar/"' in text
    assert "-----" not in text
    assert response["Cache-Control"] == "private, no-store"


def test_they_are_shown_to_this_machine_only(written: None, client: Client, settings: object) -> None:
    assert client.get("/_mail/", REMOTE_ADDR="192.0.2.7").status_code == 404
    assert client.get("/_mail/..%2Fsecret_key/").status_code == 404
    settings.MAIL_PAGE = False
    assert client.get("/_mail/").status_code == 404
