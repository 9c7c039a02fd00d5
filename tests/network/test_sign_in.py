"""Signing in and out, the ways around it, and what a stranger can learn of who has an account."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from tests.network.conftest import PASSWORD

LOGIN = "/en/account/login/"
APPLICATION = {
    "first_name": "Amina",
    "last_name": "Diallo",
    "organisation": "",
    "statement": "To take part in the forum.",
    "sponsor_email": "",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def body(response: object) -> str:
    """Without the token, which differs in every answer."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def test_one_signs_in_by_email_and_password(client: Client, person: Callable, sign_in: Callable) -> None:
    sign_in(person("amina"))
    assert signed_in(client)
    assert "amina@example.org" in client.get("/en/account/").content.decode()


def test_no_user_name_opens_an_account(client: Client, person: Callable) -> None:
    user = person("amina")
    client.post(LOGIN, {"login": user.username, "password": PASSWORD})
    assert not signed_in(client)


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/admin/", "/en/account/login/?next=/admin/"),
        ("/admin/login/?next=/admin/pages/", "/en/account/login/?next=%2Fadmin%2Fpages%2F"),
        ("/admin/password_reset/", "/en/account/password/reset/"),
        ("/admin/password_reset/confirm/MQ/set-password/", "/en/account/password/reset/"),
        ("/en/_util/login/", "/en/account/login/"),
        ("/en/account/", "/en/account/login/?next=/en/account/"),
    ],
)
def test_there_is_one_sign_in(client: Client, homes: dict, address: str, leads_to: str) -> None:
    assert client.get(address)["Location"] == leads_to


@pytest.mark.parametrize("address", ["/admin/login/", "/en/_util/login/"])
def test_no_other_address_takes_a_password(client: Client, person: Callable, address: str) -> None:
    user = person("editor", groups=("Publishers",))
    for name in (user.username, user.email):
        client.post(address, {"username": name, "login": name, "password": PASSWORD})
    assert not signed_in(client)


@pytest.mark.parametrize(
    "after",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "/%09/evil.example",
        "javascript:x",
    ],
)
def test_nobody_is_sent_elsewhere(client: Client, person: Callable, after: str) -> None:
    user = person("amina")
    response = client.post(LOGIN, {"login": user.email, "password": PASSWORD, "next": after})
    assert response["Location"] in ("/en/account/", "/%09/evil.example")


def test_a_wrong_password_and_an_unknown_address_look_the_same(client: Client, person: Callable) -> None:
    person("amina")
    known = client.post(LOGIN, {"login": "amina@example.org", "password": "wrong"})
    unknown = client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong"})
    assert known.status_code == unknown.status_code == 200
    assert body(known).replace("amina@", "nobody@") == body(unknown)
    assert 'class="notice error"' in body(known)


def test_a_reset_tells_a_stranger_nothing(client: Client, person: Callable) -> None:
    person("amina")
    answers = []
    for email in ("amina@example.org", "nobody@example.org"):
        response = client.post("/en/account/password/reset/", {"email": email})
        answers.append((response.status_code, response["Location"], body(client.get(response["Location"]))))
    assert answers[0] == answers[1]
    assert [sent.to for sent in mail.outbox] == [["amina@example.org"], ["nobody@example.org"]]


def test_an_application_tells_a_stranger_nothing(person: Callable) -> None:
    person("amina")
    answers = []
    for email in ("amina@example.org", "nobody@example.org"):
        client = Client()
        response = client.post("/en/account/signup/", {**APPLICATION, "email": email})
        seen = body(client.get(response["Location"])).replace(email, "you@example.org")
        answers.append((response.status_code, response["Location"], seen))
    assert answers[0] == answers[1]
    assert User.objects.filter(email="nobody@example.org").exists()
    assert [sent.subject for sent in mail.outbox] == ["Account Already Exists", "Please Confirm Your Email Address"]


def test_the_password_is_reset_by_the_link_in_the_mail(client: Client, person: Callable) -> None:
    user = person("amina")
    client.post("/en/account/password/reset/", {"email": user.email})
    link = re.search(r"http://127.0.0.1:8000(/en/account/password/reset/key/\S+)", mail.outbox[0].body)[1]
    form = client.get(link)["Location"]
    client.post(form, {"password1": "eleven gates of Fez", "password2": "eleven gates of Fez"})
    user.refresh_from_db()
    assert user.check_password("eleven gates of Fez")
    assert "no longer" in body(client.get(link)).lower() or "invalid" in body(client.get(link)).lower()


def test_links_in_mails_are_on_the_sites_own_address(client: Client, person: Callable) -> None:
    person("amina")
    client.post("/en/account/password/reset/", {"email": "amina@example.org"}, headers={"host": "localhost"})
    assert re.findall(r"https?://[^/\s]+", mail.outbox[0].body) == ["http://127.0.0.1:8000"]


def test_mails_are_in_the_readers_language_and_direction(client: Client, person: Callable) -> None:
    user = person("amina")

    UserProfile.objects.create(user=user, preferred_language="ar")
    client.post("/fr/account/password/reset/", {"email": user.email})
    (sent,) = mail.outbox
    assert sent.extra_headers["Content-Language"] == "ar"
    assert "/ar/account/password/reset/key/" in sent.body
    arabic = [line for line in sent.body.splitlines() if re.search("[\u0600-\u06ff]", line)]
    assert len(arabic) > 1
    assert all(line.startswith("\u200f") for line in [sent.subject, *arabic])


def test_attempts_are_counted_whatever_address_they_claim(client: Client, person: Callable) -> None:
    person("amina")
    for number in range(5):
        client.post(
            LOGIN, {"login": "amina@example.org", "password": "wrong"}, headers={"x-forwarded-for": f"10.0.0.{number}"}
        )
    client.post(LOGIN, {"login": "amina@example.org", "password": PASSWORD}, headers={"x-forwarded-for": "10.0.0.9"})
    assert not signed_in(client)


def test_requests_are_limited_by_address(client: Client, homes: dict) -> None:
    answers = [client.post("/fr/account/password/reset/", {"email": f"{n}@example.org"}) for n in range(21)]
    assert [answer.status_code for answer in answers[19:]] == [302, 429]
    assert 'lang="fr"' in answers[20].content.decode()


def test_a_trusted_proxy_tells_readers_apart(client: Client, homes: dict, settings: object) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [
        client.post(
            "/fr/account/password/reset/",
            {"email": f"{n}@example.org"},
            headers={"x-forwarded-for": f"6.6.6.6, 10.0.0.{n}"},
        ).status_code
        for n in range(25)
    ]
    assert set(answers) == {302}


def test_pages_of_an_account_are_never_kept(client: Client, person: Callable, sign_in: Callable) -> None:
    assert client.get(LOGIN)["Cache-Control"] == "private, no-store"
    sign_in(person("amina"))
    for address in ("", "details/", "email/", "password/change/", "second-factor/", "sessions/", "logout/"):
        response = client.get(f"/fr/account/{address}")
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_signing_out_clears_what_was_kept(client: Client, person: Callable, sign_in: Callable) -> None:
    sign_in(person("amina"))
    assert client.get("/en/account/logout/").status_code == 200
    assert signed_in(client)
    response = client.post("/en/account/logout/")
    assert response["Clear-Site-Data"] == '"cache"'
    assert not signed_in(client)
    assert client.get("/en/account/").status_code == 302


def test_the_desk_signs_out_by_the_same_door(client: Client, person: Callable, sign_in: Callable) -> None:
    sign_in(person("editor", groups=("Publishers",)))
    assert client.get("/admin/").status_code == 200
    assert client.post("/admin/logout/")["Clear-Site-Data"] == '"cache"'
    assert not signed_in(client)


def test_a_session_elsewhere_can_be_ended(client: Client, person: Callable, sign_in: Callable) -> None:
    user = person("amina")
    elsewhere = sign_in(user, Client(headers={"user-agent": "Elsewhere 1.0"}))
    sign_in(user)
    assert "Elsewhere 1.0" in client.get("/en/account/sessions/").content.decode()
    client.post("/en/account/sessions/")
    assert elsewhere.get("/en/account/").status_code == 302
    assert client.get("/en/account/").status_code == 200


def test_a_disabled_account_is_out_at_the_next_request(client: Client, person: Callable, sign_in: Callable) -> None:
    user = person("amina")
    sign_in(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/en/account/").status_code == 302


def test_readers_without_a_session_cost_no_more(client: Client, homes: dict) -> None:
    client.get("/fr/")
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/fr/")
    assert not [query for query in queries if "auth_user" in query["sql"] or "network_" in query["sql"]]
    assert "cookie" not in response.get("Vary", "").lower()


def test_name_and_language_are_the_persons_own(client: Client, person: Callable, sign_in: Callable) -> None:
    user = person("amina")
    sign_in(user)
    client.post("/en/account/details/", {"first_name": "Amina", "last_name": "http://evil.example", "language": "ar"})
    user.refresh_from_db()
    assert user.last_name == "Example"
    client.post("/en/account/details/", {"first_name": "أمينة", "last_name": "ديالو", "language": "ar"})
    user.refresh_from_db()
    assert (user.get_full_name(), user.wagtail_userprofile.preferred_language) == ("أمينة ديالو", "ar")


def test_a_member_is_not_sent_in_circles_by_the_desk(client: Client, person: Callable, sign_in: Callable) -> None:
    sign_in(person("amina", groups=("Members",)))
    response = client.get("/admin/", follow=True)
    assert len(response.redirect_chain) <= 2
    assert response.request["PATH_INFO"] == "/en/account/"
