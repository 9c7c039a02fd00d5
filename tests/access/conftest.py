"""What the tests of access share: readers of every kind, and rules set as an editor would."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from access.changing import Wanted, set_access

pytest.register_assert_rewrite("tests.access.life")


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """`person("amal", "Members")`: an account in these groups, which are made when they are missing."""

    def make(name: str, *groups: str, **fields: object) -> User:
        user = User.objects.create_user(name, password="secret", **fields)
        user.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])
        return user

    return make


@pytest.fixture
def restrict(db: None) -> Callable[..., None]:
    """`restrict(page, "named", persons=[…])`."""

    def set_rule(obj: Model, setting: str, *, groups: tuple = (), persons: tuple = (), **fields: object) -> None:
        set_access(obj, Wanted(setting, groups=frozenset(groups), persons=frozenset(persons), **fields), by=None)

    return set_rule


@pytest.fixture
def browser_of(db: None) -> Callable[[User | None], Client]:
    def signed_in(user: User | None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return signed_in
