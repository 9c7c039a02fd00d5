"""Known leaks of accounts that no other test is about: addresses that look alike, sessions prepared by another."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client


@pytest.mark.parametrize("alike", ["am\u0131na@example.org", "amina@\uff45xample.org", "\uff41mina@example.org"])
def test_a74_an_address_that_looks_alike_is_written_to_nobody(client: Client, person: Callable, alike: str) -> None:
    """No mail about an account goes to an address other than its own, to the letter."""
    person("amina")

    client.post("/en/account/password/reset/", {"email": alike})

    assert [
        sent for sent in mail.outbox if "/password/reset/key/" in sent.body and sent.to != ["amina@example.org"]
    ] == []
    assert [sent.to for sent in mail.outbox if "/password/reset/key/" in sent.body] in ([], [["amina@example.org"]])


def test_a75_a_session_has_another_key_after_signing_in(client: Client, person: Callable, sign_in: Callable) -> None:
    session = client.session
    session["prepared"] = "by another"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before

    sign_in(person("amina"))

    assert client.session.session_key != before
    stranger = Client()
    stranger.cookies["sessionid"] = before
    assert stranger.get("/en/account/").status_code == 302
    assert "_auth_user_id" not in stranger.session
