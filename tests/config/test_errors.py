"""Pages for what cannot be shown: the reader's language and direction, and no need of the database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from config import errors
from config.settings.environment import CHECKOUT

PAGES = {
    "400": errors.bad_request,
    "403": errors.refused,
    "404": errors.not_found,
    "500": errors.broken,
    "503": errors.maintenance,
    "csrf": errors.csrf_failure,
}


@pytest.fixture
def maintenance() -> Iterator[None]:
    file = Path(settings.VAR_DIR, "maintenance")
    file.touch()
    yield
    file.unlink()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_every_page_speaks_the_address_language_without_a_query(name: str, code: str, direction: str) -> None:
    response = PAGES[name](RequestFactory().get(f"/{code}/somewhere/"))
    page = response.content.decode()
    assert f'<html lang="{code}" dir="{direction}">' in page
    assert 'href="/static/css/muntada.css"' in page
    assert page.count("<h1>") == 1
    assert response["Content-Language"] == code
    assert response.status_code == {"csrf": 403}.get(name) or int(name)


def test_an_address_without_language_follows_the_browser() -> None:
    request = RequestFactory().get("/nowhere", headers={"accept-language": "de, ar;q=0.8, fr;q=0.5"})
    assert '<html lang="ar" dir="rtl">' in errors.not_found(request).content.decode()


@pytest.mark.parametrize("path", ["/fr/nothing-here/", "/nothing", "/media/nothing.png", "/static/nothing.css"])
def test_not_found(client: Client, homes: dict, path: str) -> None:
    response = client.get(path, follow=True)
    assert response.status_code == 404
    assert 'class="lost"' in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_not_found_leads_on_to_the_lists_of_records(client: Client, homes: dict) -> None:
    page = client.get("/fr/nothing-here/").content.decode()
    for path in ("/fr/", "/fr/topics/", "/fr/people/", "/fr/organisations/", "/fr/countries/"):
        assert f'<a href="{path}">' in page


def test_a_form_without_its_token_is_explained(homes: dict) -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})
    assert response.status_code == 403
    assert 'class="lost"' in response.content.decode()


def test_maintenance_by_the_file(client: Client, maintenance: None) -> None:
    response = client.get("/ar/")
    assert response.status_code == 503
    assert response["Retry-After"] == "600"
    assert '<html lang="ar" dir="rtl">' in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_maintenance_by_the_setting(client: Client, settings: object) -> None:
    settings.MAINTENANCE = True
    assert client.get("/admin/").status_code == 503


@pytest.mark.django_db
def test_the_process_still_tells_its_health_under_maintenance(client: Client, maintenance: None) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_a_database_that_is_down_breaks_no_error_page(tmp_path: Path) -> None:
    program = """
import django; django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
for path in ("/ar/", "/fr/no/such/page/", "/healthz", "/en/account/login/"):
    response = client.get(path)
    text = response.content.decode()
    print(path, response.status_code, response.get("Retry-After"), 'dir="rtl"' in text, 'css/muntada.css' in text)
"""
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=CHECKOUT,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{CHECKOUT}{os.pathsep}{CHECKOUT / 'site'}",
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "TEST_DATABASE_URL": f"sqlite:///{tmp_path}/no/such/folder/db.sqlite3",
            "LOG_LEVEL": "CRITICAL",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.splitlines() == [
        "/ar/ 503 600 True True",
        "/fr/no/such/page/ 503 600 False True",
        "/healthz 503 None False False",
        "/en/account/login/ 503 600 False True",
    ]
