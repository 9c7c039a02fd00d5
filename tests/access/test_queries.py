"""What does the policy cost a page, in queries?"""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.usefixtures("demonstration")
OF_ACCESS = ("access_", "auth_group", "auth_user_groups")
PAGES = (
    "/fr/",
    "/fr/forums/",
    "/fr/forums/marrakech-security-forum/",
    "/fr/forums/marrakech-security-forum/edition-11/",
    "/fr/research/preventive-diplomacy/",
    "/fr/topics/",
)


def cost(client: Client, address: str) -> int:
    """The queries that ask for nothing but who may read."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    asked = [query["sql"] for query in queries]
    return sum("WITH named" in sql or any(f'FROM "{name}' in sql for name in OF_ACCESS) for sql in asked)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_one_query_more_for_a_visitor_and_two_for_a_member(
    address: str, db: None, browser_of: Callable[[User | None], Client], person: Callable[..., User]
) -> None:
    """Which classes are open; and of which groups the member is."""
    member = person("member", "Members", "Heads of agency")
    assert (cost(browser_of(None), address), cost(browser_of(member), address)) == (1, 2)
