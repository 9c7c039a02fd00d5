"""Known ways into accounts, each tried many times over: being sent elsewhere, false hosts, work that tells."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from tests.network.conftest import PASSWORD
from tests.network.test_sign_in import APPLICATION, LOGIN

OWN = "http://testserver/en/account/"
# Ways to write "another site", and what may stand before one to slip past a check.
BEFORE = ("", " ", "\t", "\n", "\x00", "\u00a0", "\u200b", "%09", "%0a", "%20", "/", "/.", "/%5c", "/%2f")
ELSEWHERE = (
    "//evil.example/",
    "https://evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "\\\\evil.example/",
    "/\\evil.example/",
    "///evil.example/",
    "//testserver@evil.example/",
    "//evil\u3002example/",
    "javascript:alert(1)",
)
PAYLOADS = [before + elsewhere for before, elsewhere in product(BEFORE, ELSEWHERE)]


def leads_to(location: str) -> str:
    """The host that a browser would go to, which drops controls and takes a backslash for a slash."""
    seen = re.sub(r"[\t\n\r]", "", location).strip("".join(map(chr, range(33)))).replace("\\", "/")
    parts = urlsplit(urljoin(OWN, seen))
    assert parts.scheme == "http", location
    return parts.netloc


def test_a72_the_corpus_would_lead_elsewhere() -> None:
    assert len(PAYLOADS) >= 120
    assert leads_to("/\t/evil.example/") == leads_to("\\\\evil.example/") == "evil.example"


def test_a72_nobody_is_sent_elsewhere_after_signing_in(client: Client, person: Callable, sign_in: Callable) -> None:
    """By somebody signed in, whom the page of signing in sends on at once: no attempt is counted."""
    sign_in(person("amina"))

    for payload in PAYLOADS:
        answer = client.get(LOGIN, {"next": payload})
        assert answer.status_code == 302
        assert leads_to(answer["Location"]) == "testserver", repr(payload)


@pytest.mark.parametrize("address", ["/en/account/logout/", "/admin/logout/"])
def test_a72_nobody_is_sent_elsewhere_after_signing_out(homes: dict, address: str) -> None:
    for payload in PAYLOADS:
        answer = Client().post(address, {"next": payload})
        assert answer.status_code == 302
        assert leads_to(answer["Location"]) == "testserver", repr(payload)


def test_a72_no_way_to_the_sign_in_takes_one_elsewhere(client: Client, homes: dict) -> None:
    for address, payload in product(("/admin/login/", "/en/account/signup/"), PAYLOADS):
        answer = client.get(address, {"next": payload})
        if answer.status_code == 302:
            assert leads_to(answer["Location"]) == "testserver", repr(payload)
        else:
            links = re.findall(r'<a [^>]*href="([^"]*)"', answer.content.decode())
            assert {leads_to(link) for link in links if not link.startswith("#")} == {"testserver"}, repr(payload)


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "/%2fevil.example/", "/%5cevil.example/"])
def test_a72_no_slash_is_added_to_an_address_elsewhere(client: Client, homes: dict, path: str) -> None:
    for address in (path, path.rstrip("/"), f"/en{path}", f"/en/account{path}"):
        answer = client.get(address)
        assert leads_to(answer.get("Location", "/")) == "testserver"


@pytest.mark.parametrize(
    "said",
    [
        {"host": "evil.example"},
        {"host": "testserver", "x-forwarded-host": "evil.example"},
        {"host": "testserver:80@evil.example"},
        {"host": "testserver", "forwarded": "host=evil.example;proto=https"},
        {"host": "testserver", "x-forwarded-server": "evil.example", "x-original-url": "//evil.example/"},
    ],
)
def test_a73_no_header_changes_the_links_in_a_mail(client: Client, person: Callable, said: dict[str, str]) -> None:
    person("amina")

    answer = client.post("/en/account/password/reset/", {"email": "amina@example.org"}, headers=said)

    assert answer.status_code in (302, 400)
    assert "evil" not in answer.get("Location", "") + answer.content.decode()
    assert [mailed.body.count("evil") for mailed in mail.outbox] in ([], [0])
    assert {link for sent in mail.outbox for link in re.findall(r"https?://[^/\s]+", sent.body)} <= {
        "http://127.0.0.1:8000"
    }


class Counted(MD5PasswordHasher):
    """Counts what takes long: a password is turned into what is kept of it."""

    calls = 0

    def encode(self, password: str, salt: str) -> str:
        Counted.calls += 1
        return super().encode(password, salt)


@pytest.fixture
def work(settings: object) -> Iterator[Callable[[], tuple[int, int]]]:
    """`work()`: how many passwords were hashed and mails written since the last call."""
    settings.PASSWORD_HASHERS = ["tests.network.test_known_ways_in.Counted"]

    def done() -> tuple[int, int]:
        hashed, Counted.calls = Counted.calls, 0
        written = len(mail.outbox)
        mail.outbox.clear()
        return hashed, written

    yield done
    Counted.calls = 0


@pytest.mark.parametrize(
    ("address", "said", "expected"),
    [
        (LOGIN, {"login": "{}", "password": "wrong"}, (1, 0)),
        ("/en/account/password/reset/", {"email": "{}"}, (0, 1)),
        ("/en/account/signup/", {**APPLICATION, "email": "{}"}, (1, 1)),
    ],
    ids=["sign in", "reset", "apply"],
)
def test_a79_an_unknown_address_takes_the_same_work(
    person: Callable, work: Callable, address: str, said: dict[str, str], expected: tuple[int, int]
) -> None:
    """What a stranger could measure is hashing and mailing; both are done for every address."""
    person("amina")
    person("nobody-yet", verified=False)
    work()

    for email in ("amina@example.org", "new@example.org"):
        Client().post(address, {name: text.format(email) for name, text in said.items()})
        assert work() == expected, email


@pytest.mark.parametrize("where", ["first_name", "last_name", "organisation"])
@pytest.mark.parametrize(
    "text",
    [
        "Win https://evil.example",
        "www.evil.example",
        "evil.example/win",
        "a@evil.example",
        "<a href=x>win</a>",
        "[win](//evil.example)",
        "Amina\r\nBcc: all@evil.example",
    ],
)
def test_a71_what_a_stranger_is_called_carries_nothing_into_mails(homes: dict, where: str, text: str) -> None:
    answer = Client().post("/en/account/signup/", {**APPLICATION, "email": "x@example.org", where: text})

    assert answer.status_code == 200
    assert mail.outbox == []


def test_a71_a_line_in_a_name_is_no_header(homes: dict) -> None:
    """Controls and line breaks that a field lets through end in one line of the subject, and in no other header."""
    Client().post("/en/account/signup/", {**APPLICATION, "email": "x@example.org", "first_name": "Amina\tBcc: all"})

    for sent in mail.outbox:
        message = sent.message()
        assert message["Bcc"] is None
        assert message["To"] == "x@example.org"
        assert "\n" not in message["Subject"]


def test_a75_changing_the_password_ends_the_other_sessions(
    client: Client, person: Callable, sign_in: Callable
) -> None:
    user = person("amina")
    elsewhere = sign_in(user, Client())
    sign_in(user)
    before = client.session.session_key

    new = "eleven gates of Fez"
    client.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert client.session.session_key != before
    assert client.get("/en/account/").status_code == 200
    assert elsewhere.get("/en/account/").status_code == 302


def test_a77_a_thousand_addresses_are_one_address(client: Client, homes: dict) -> None:
    """Nobody in between is trusted, so that what a stranger says of where they are counts for nothing."""
    answers = [
        client.post(
            "/en/account/password/reset/",
            {"email": f"{number}@example.org"},
            headers={"x-forwarded-for": f"10.0.{number // 250}.{number % 250}", "x-real-ip": f"10.1.0.{number % 250}"},
        ).status_code
        for number in range(1000)
    ]

    assert answers[:20] == [302] * 20
    assert set(answers[20:]) == {429}
    assert len(mail.outbox) == 20
