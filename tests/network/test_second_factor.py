"""Who must have a second factor, what is open to those who have none yet, and signing in with a code."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from config.settings.environment import CHECKOUT
from network.accounts.middleware import EXEMPT
from tests.network.conftest import PASSWORD

SETUP = "/en/account/second-factor/"


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def required(settings: object) -> None:
    settings.SECOND_FACTOR_OPTIONAL = False


@pytest.fixture
def editor(person: Callable) -> User:
    return person("editor", groups=("Publishers",))


def test_an_editor_without_one_is_sent_to_set_it_up(
    required: None, client: Client, editor: User, sign_in: Callable
) -> None:
    sign_in(editor)
    for address in ("/admin/", "/admin/pages/", "/en/", "/en/account/", "/documents/1/x.pdf", "/admin/login/"):
        assert client.get(address)["Location"] == SETUP, address
    assert client.post("/admin/pages/add/pages/newspage/3/", {})["Location"] == SETUP
    assert "Set up a second factor to go on." in client.get(SETUP).content.decode()


def test_every_address_that_is_not_on_the_list_is_closed(
    required: None, client: Client, editor: User, sign_in: Callable
) -> None:
    sign_in(editor)
    answers = {name: client.get(address) for name, address in simple_addresses()}
    # What is declared closed is not there for anybody.
    opened = {
        name for name, answer in answers.items() if answer.get("Location") != SETUP and answer.status_code != 404
    }
    assert opened - EXEMPT == set()
    assert len(opened) < len(answers) / 4


def simple_addresses() -> list[tuple[str, str]]:
    """Every address of the site that takes no argument, with its name."""

    def walk(patterns: list, before: str) -> list[tuple[str, str]]:
        found = []
        for each in patterns:
            route = before + str(each.pattern).lstrip("^").rstrip("$")
            if isinstance(each, URLResolver):
                found += walk(each.url_patterns, route)
            elif isinstance(each, URLPattern) and not re.search(r"[<(\\\[?]", route):
                found.append((resolve(f"/{route}").url_name or route, f"/{route}"))
        return found

    return walk(get_resolver().url_patterns, "")


def test_whoever_may_not_edit_goes_on_without(
    required: None, client: Client, person: Callable, sign_in: Callable
) -> None:
    sign_in(person("amina", groups=("Members",)))
    assert client.get("/en/").status_code == 200


def test_a_demonstration_may_put_it_off(client: Client, editor: User, sign_in: Callable) -> None:
    sign_in(editor)
    assert client.get("/admin/").status_code == 200
    assert "Protect it with a second factor." in client.get("/en/account/").content.decode()


def test_production_does_not_start_without_it() -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=CHECKOUT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": "k" * 60,
            "ALLOWED_HOSTS": "forum.example.org",
            "SECOND_FACTOR_OPTIONAL": "true",
        },
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert result.stderr == (
        "Muntada cannot start: SECOND_FACTOR_OPTIONAL is for demonstrations, and editors need both factors.\n"
    )


def test_a_code_is_set_up_and_asked_for(required: None, client: Client, editor: User, sign_in: Callable) -> None:
    sign_in(editor)
    form = f"{SETUP}totp/activate/"
    again = client.get(form)["Location"]
    assert client.post(again, {"password": PASSWORD})["Location"] == form
    page = client.get(form).content.decode()
    assert "<svg" in page
    assert "data:image" not in page
    secret = re.search(r'id="authenticator_secret"[^>]*value="(\w+)"', page)[1]
    assert client.post(form, {"code": code(secret)}).status_code == 302
    assert client.get("/admin/").status_code == 200
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))

    client.post("/en/account/logout/")
    response = client.post("/en/account/login/", {"login": editor.email, "password": PASSWORD})
    assert response["Location"] == f"{SETUP}authenticate/"
    assert client.get("/admin/").status_code == 302
    assert client.get("/en/account/")["Location"].startswith("/en/account/login/")
    client.post(f"{SETUP}authenticate/", {"code": "000000"})
    assert "_auth_user_id" not in client.session


def test_a_code_opens_the_account_once(required: None, client: Client, editor: User) -> None:
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(editor, secret)
    now = code(secret)
    for visitor, comes_in in ((client, True), (Client(), False)):
        visitor.post("/en/account/login/", {"login": editor.email, "password": PASSWORD})
        visitor.post(f"{SETUP}authenticate/", {"code": now})
        assert ("_auth_user_id" in visitor.session) is comes_in
    assert client.get("/admin/").status_code == 200


def test_a_passkey_is_asked_for_by_scripts_of_ours_only(client: Client, homes: dict) -> None:
    response = client.get("/ar/account/login/")
    page = response.content.decode()
    assert "script-src 'self'" in response["Content-Security-Policy"].split("; ")
    assert re.findall(r'<script src="([^"]+)"', page) == [
        "/static/js/suggestions.js",
        "/static/mfa/js/webauthn-json.js",
        "/static/mfa/js/webauthn.js",
        "/static/account/js/onload.js",
        "/static/js/passkeys.js",
    ]
    assert re.findall(r"<script(?! src)(?![^>]*application/json)", page) == []
    asked = client.get("/ar/account/second-factor/webauthn/login/", headers={"accept": "application/json"})
    assert asked.json()["request_options"]["publicKey"]["challenge"]
