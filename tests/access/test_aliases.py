"""What becomes of an alias when its source goes?"""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from access.policy import can
from access.principals import anonymous, principal_of
from pages.models import HomePage, StandardPage


@pytest.fixture
def alias(homes: dict[str, HomePage], add: Callable[..., StandardPage], restrict: Callable[..., None]) -> StandardPage:
    """In the open, of a page in a closed section."""
    section = add(homes["en"], StandardPage, title="Section", slug="section")
    minutes = add(section, StandardPage, title="Minutes", slug="minutes")
    restrict(section, "members")
    action = CreatePageAliasAction(minutes, parent=homes["en"], update_slug="alias")
    return action.execute(skip_permission_checks=True)


@pytest.mark.parametrize("gone", ["section", "minutes"])
def test_when_its_source_is_deleted_an_alias_is_a_draft_that_editors_find(
    gone: str,
    alias: StandardPage,
    person: Callable[..., User],
    client: Client,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    editor = principal_of(person("editor", "Authors"))
    assert not can(editor, "view", alias)

    with django_capture_on_commit_callbacks(execute=True):
        Page.objects.get(slug=gone).specific.delete()

    left = Page.objects.get(pk=alias.pk)
    assert (left.live, left.alias_of) == (False, None)
    assert can(principal_of(editor.user), "view", left)
    assert can(anonymous(), "view", left)
    assert client.get("/en/alias/").status_code == 404
