"""With a password and without the code, every address is as closed as without a password."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import User
from django.test import Client
from django.urls import get_resolver

from tests.access.desk.conftest import World
from tests.access.desk.test_a29_addresses import _address, _named_routes
from tests.access.desk.test_a61_names import _plain_routes

LOGIN = "/en/account/login/"
SETUP = "/en/account/second-factor/"
CODE = f"{SETUP}authenticate/"


@pytest.fixture
def addresses(world: World, settings: object) -> list[str]:
    settings.SECOND_FACTOR_OPTIONAL = False
    every = [*(_address(route, world) for route in _named_routes()), *_plain_routes(get_resolver())]
    # Signing out would leave nobody to try the rest.
    return [address for address in every if address != "/admin/logout/"]


@pytest.fixture
def administrator(world: World) -> User:
    world.chief.email = "chief@example.org"
    world.chief.save()
    EmailAddress.objects.create(user=world.chief, email=world.chief.email, verified=True, primary=True)
    return world.chief


def with_password(user: User) -> Client:
    browser = Client()
    browser.post(LOGIN, {"login": user.email, "password": "secret"})
    return browser


def is_open(browser: Client, method: str, address: str) -> bool:
    answer = getattr(browser, method)(address)
    leads_to = answer.get("Location", "").partition("?")[0]
    return answer.status_code != 404 and leads_to not in {LOGIN, "/admin/login/", "/en/account/password/reset/"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a76_a_password_without_its_code_opens_nothing(
    addresses: list[str], administrator: User, world: World, method: str
) -> None:
    TOTP.activate(administrator, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    browser = with_password(administrator)
    assert browser.get(CODE).status_code == 200

    opened = {address for address in addresses if is_open(browser, method, address)}
    assert opened == {address for address in addresses if is_open(Client(), method, address)}
    assert opened == {"/admin/jsi18n/", "/admin/sprite/"}
    assert len(addresses) > 150
    for address in (f"{SETUP}totp/deactivate/", f"{SETUP}recovery-codes/", f"{SETUP}webauthn/", "/en/account/email/"):
        assert browser.get(address)["Location"].startswith(LOGIN)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a76_an_administrator_without_a_factor_is_sent_to_set_it_up(
    addresses: list[str], administrator: User, method: str
) -> None:
    browser = with_password(administrator)

    answers = {address: getattr(browser, method)(address) for address in addresses}

    opened = {
        address
        for address, answer in answers.items()
        if answer.get("Location") != SETUP and answer.status_code not in {404, 405}
    }
    assert opened == set()
