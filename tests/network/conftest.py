"""People with accounts. Attempts are counted in the database, so that each test begins without any."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.test import Client

PASSWORD = "seven bridges of Fez"


@pytest.fixture
def person(homes: dict) -> Callable[..., User]:
    """`person("amina", groups=["Publishers"])`: an account with a verified address."""

    def make(name: str, *, groups: tuple[str, ...] = (), verified: bool = True, **fields: object) -> User:
        email = f"{name}@example.org"
        user = get_user_model().objects.create_user(
            username=f"u-{name}",
            email=email,
            password=PASSWORD,
            first_name=name.capitalize(),
            last_name="Example",
            **fields,
        )
        EmailAddress.objects.create(user=user, email=email, verified=verified, primary=True)
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


@pytest.fixture
def sign_in(client: Client) -> Callable[..., Client]:
    """Through the form, as a person would."""

    def enter(user: User, client: Client = client) -> Client:
        response = client.post("/en/account/login/", {"login": user.email, "password": PASSWORD})
        assert response.status_code == 302, response.content.decode()
        return client

    return enter
