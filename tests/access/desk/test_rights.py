"""What Wagtail is told of an editor's rights, and what a form may name, wherever else it is asked as well."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import policy_registry

from access.current import reading_as
from access.principals import principal_of
from tests.access.desk.conftest import World


@pytest.fixture
def publisher(person: Callable[..., User]) -> User:
    return person("publisher", "Publishers")


def test_a29_no_right_holds_for_a_closed_page(world: World, publisher: User) -> None:
    rights = {page: page.permissions_for_user(publisher) for page in (world.page, world.child, world.open_page)}
    asked = ("can_edit", "can_publish", "can_delete", "can_move", "can_add_subpage", "can_unpublish")
    assert {page.slug: {bool(getattr(right, name)()) for name in asked} for page, right in rights.items()} == {
        "zorkmid-section": {False},
        "zorkmid-minutes": {False},
        "harbour": {True},
    }


@pytest.mark.parametrize("action", ["change", "publish"])
def test_a29_no_closed_page_is_among_those_with_a_right(world: World, publisher: User, action: str) -> None:
    rights = policy_registry.get_by_type(Page)
    found = rights.instances_user_has_permission_for(publisher, action).values_list("slug", flat=True)
    assert "harbour" in found
    assert not {"zorkmid-section", "zorkmid-minutes"} & set(found)


@pytest.mark.parametrize("name", ["copy", "move"])
def test_a45_a_form_that_names_a_closed_page_is_answered_like_one_that_names_none(
    world: World, editor: Client, name: str
) -> None:
    address = reverse(f"wagtailadmin_pages:{name}", args=[world.open_page.pk])
    form = {"new_title": "Copy", "new_slug": "copy"}
    answers = [
        editor.post(address, form | {"new_parent_page": number}) for number in (world.page.pk, 98_765, world.home.pk)
    ]
    closed, absent, opened = ((answer.status_code, answer.content) for answer in answers)
    assert closed == absent
    assert closed[0] == 404
    assert opened[0] in (200, 302)


def test_a45_of_several_chosen_pages_the_closed_ones_are_passed_over(world: World, editor: Client) -> None:
    address = reverse("wagtailadmin_choose_page_chosen_multiple")
    chosen = editor.get(address, {"id": [world.page.pk, world.open_page.pk]}).json()
    assert [one["id"] for one in chosen["result"]] == [world.open_page.pk]


def test_a31_what_was_done_to_a_closed_page_is_not_in_the_log_of_the_desk(world: World, publisher: User) -> None:
    log(world.open_page, "wagtail.edit", user=world.chief)
    with reading_as(principal_of(publisher)):
        found = set(PageLogEntry.objects.viewable_by_user(publisher).values_list("page__slug", flat=True))
    assert "harbour" in found
    assert "zorkmid-section" not in found
