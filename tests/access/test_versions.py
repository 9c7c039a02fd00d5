"""The versions of a work lie where they like, in each other's sections even: one rule holds for all of them."""

from collections.abc import Callable

import pytest
from wagtail.models import Page

from access.policy import can
from access.principals import anonymous
from pages.models import HomePage, StandardPage

Add = Callable[..., StandardPage]


@pytest.fixture
def section(homes: dict[str, HomePage], add: Add) -> StandardPage:
    return add(homes["en"], StandardPage, title="Section", slug="section")


def test_a_version_elsewhere_follows_the_section_of_the_other(
    section: StandardPage, homes: dict[str, HomePage], add: Add, restrict: Callable[..., None]
) -> None:
    english = add(section, StandardPage, title="Minutes", slug="minutes")
    french = add(homes["fr"], StandardPage, title="Minutes", slug="pv", translation_key=english.translation_key)

    restrict(section, "members")

    assert not can(anonymous(), "view", french)


def test_two_works_that_lie_below_each_other_are_free_of_a_rule_they_have_left(
    section: StandardPage, homes: dict[str, HomePage], add: Add, restrict: Callable[..., None]
) -> None:
    upper = add(section, StandardPage, title="Upper", slug="upper")
    lower = add(upper, StandardPage, title="Lower", slug="lower")
    lower_french = add(homes["fr"], StandardPage, title="L", slug="l", translation_key=lower.translation_key)
    upper_french = add(lower_french, StandardPage, title="U", slug="u", translation_key=upper.translation_key)
    restrict(section, "members")
    assert not can(anonymous(), "view", upper_french)

    Page.objects.get(pk=upper.pk).move(Page.objects.get(pk=homes["en"].pk), pos="last-child")

    assert [bool(can(anonymous(), "view", page)) for page in (upper, lower, lower_french, upper_french)] == [True] * 4


def test_a_copy_is_as_closed_as_what_it_was_made_from(
    section: StandardPage, homes: dict[str, HomePage], add: Add, restrict: Callable[..., None]
) -> None:
    minutes = add(section, StandardPage, title="Minutes", slug="minutes")
    restrict(minutes, "members")

    copy = Page.objects.get(pk=section.pk).specific.copy(recursive=True, update_attrs={"slug": "copy"})

    assert can(anonymous(), "view", copy)
    assert not can(anonymous(), "view", copy.get_children().get())
