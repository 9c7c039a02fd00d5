"""Rules, names, requests and the log: what each verb does, and what it refuses."""

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from guardian.shortcuts import assign_perm
from wagtail.models import Collection

from access.actions import Action
from access.changing import Wanted, answer_request, ask, set_access
from access.effects import Side, effect_of
from access.models import AccessRule, AuditEntry
from access.models.audit import Unchangeable
from access.policy import can, class_of, readable
from access.principals import anonymous, principal_of
from library.models import LibraryDocument
from pages.models import HomePage, StandardPage

Person = Callable[..., User]


@pytest.fixture
def section(homes: dict[str, HomePage], add: Callable[..., StandardPage]) -> StandardPage:
    section = add(homes["en"], StandardPage, title="Section", slug="section")
    add(section, StandardPage, title="Minutes", slug="minutes")
    return StandardPage.objects.get(pk=section.pk)


def test_a_grant_by_guardian_counts_on_any_version_and_the_next_request(
    section: StandardPage, person: Person, restrict: Callable[..., None], translate: Callable[..., StandardPage]
) -> None:
    amal = person("amal")
    french = translate(section, "fr", title="Section", slug="section")
    restrict(section, "named")
    assert not can(principal_of(amal), "view", french)

    assign_perm("view_page", amal, french)

    assert can(principal_of(amal), "view", section)
    assert can(principal_of(amal), "view", section.get_children().get())


def test_names_outlive_the_version_they_were_written_on(
    section: StandardPage, person: Person, restrict: Callable[..., None], translate: Callable[..., StandardPage]
) -> None:
    amal = person("amal")
    french = translate(section, "fr", title="Section", slug="section")
    restrict(section, "named", persons=(amal,))

    StandardPage.objects.get(pk=section.pk).delete()

    assert can(principal_of(amal), "view", french)
    assert not can(anonymous(), "view", french)


def test_the_last_version_takes_its_rule_along(section: StandardPage, restrict: Callable[..., None]) -> None:
    restrict(section, "members")
    StandardPage.objects.get(pk=section.pk).delete()
    assert not AccessRule.objects.exists()


def test_a_rule_removed_past_the_verbs_opens_nothing(section: StandardPage, restrict: Callable[..., None]) -> None:
    restrict(section, "members")
    AccessRule.objects.all().delete()
    assert not can(anonymous(), "view", section)


@pytest.mark.parametrize("action", ["read", "", "View", "delete"])
def test_an_unknown_action_is_a_no(section: StandardPage, person: Person, action: str) -> None:
    assert not can(principal_of(person("chief", is_superuser=True)), action, section)


def test_there_is_no_answer_without_an_object(db: None) -> None:
    with pytest.raises(TypeError):
        can(anonymous(), "view", None)
    with pytest.raises(TypeError):
        readable(anonymous(), User.objects.all())


def test_what_has_no_class_is_read_by_nobody(section: StandardPage, person: Person) -> None:
    chief = principal_of(person("chief", is_superuser=True))
    assert not can(chief, "view", StandardPage(title="Not saved"))


def test_the_ladder(section: StandardPage, person: Person, restrict: Callable[..., None]) -> None:
    """Each right in the order of the ladder, for who has which."""
    restrict(section, "members")
    readers = {
        "stranger": person("stranger"),
        "member": person("member", "Members"),
        "reviewer": person("reviewer", "Members", "Reviewers"),
        "publisher": person("publisher", "Members", "Publishers"),
        "outside": person("outside", "Publishers"),
    }
    may = {
        name: [str(action) for action in Action if can(principal_of(user), action, section)]
        for name, user in readers.items()
    }
    assert may == {
        "stranger": [],
        "member": ["view", "discover"],
        "reviewer": ["edit", "review", "view", "discover"],
        "publisher": ["manage", "publish", "edit", "review", "view", "discover"],
        "outside": [],
    }


def test_a_document_follows_its_collection(db: None, restrict: Callable[..., None]) -> None:
    shelf = Collection.get_first_root_node().add_child(name="Minutes")
    document = LibraryDocument.objects.create(title="Minutes", collection=shelf)
    assert can(anonymous(), "view", document)

    restrict(shelf, "members")

    assert not can(anonymous(), "view", document)
    assert class_of(LibraryDocument.objects.create(title="More", collection=shelf)) == class_of(document)


def test_the_effect_is_told_and_nothing_is_changed(section: StandardPage, person: Person) -> None:
    amal = person("amal")
    wanted = Wanted("named", persons=frozenset({amal}))

    effect = effect_of(section, wanted)

    assert (effect.opens, effect.closes, effect.widens) == (Side(), Side(pages=2, people=None), False)
    assert can(anonymous(), "view", section)
    set_access(section, wanted, by=None)
    back = effect_of(section, Wanted())
    assert (back.opens, back.closes, back.widens) == (Side(pages=2, people=None), Side(), True)


def test_dates_and_discovery_widen_too(section: StandardPage, restrict: Callable[..., None]) -> None:
    soon = timezone.now() + datetime.timedelta(days=1)
    restrict(section, "members", ends_at=soon)
    assert effect_of(section, Wanted("members", ends_at=soon, discovery="everyone")).widens
    assert effect_of(section, Wanted("members", ends_at=soon, discovery="members")).widens is False


def test_every_change_is_in_the_log_and_the_log_only_grows(section: StandardPage, person: Person) -> None:
    chief = person("chief")
    set_access(section, Wanted("members"), by=chief)
    set_access(section, Wanted("members"), by=chief)
    set_access(section, Wanted(), by=chief)

    entries = AuditEntry.objects.order_by("pk")

    assert [(entry.actor, entry.before, entry.after) for entry in entries] == [
        ("chief", "inherit discover=readers", "members discover=readers"),
        ("chief", "members discover=readers", "inherit discover=readers"),
    ]
    for change in (
        entries[0].delete,
        entries[0].save,
        entries.delete,
        lambda: entries.update(actor="nobody"),
        lambda: entries.bulk_update([], ["actor"]),
    ):
        with pytest.raises(Unchangeable):
            change()


def test_a_request_is_answered_once_and_ends(
    section: StandardPage, person: Person, restrict: Callable[..., None]
) -> None:
    amal, chief = person("amal"), person("chief")
    restrict(section, "named", discovery="everyone")
    asked = ask(section, person=amal, reason="For my thesis")
    assert ask(section, person=amal, reason="Please").pk == asked.pk
    until = timezone.now() + datetime.timedelta(days=30)

    answer_request(asked, granted=True, by=chief, until=until)

    assert can(principal_of(amal), "view", section)
    with pytest.raises(PermissionDenied):
        answer_request(asked, granted=False, by=chief)
    amal.pageusergrant_set.update(until=timezone.now())
    assert not can(principal_of(amal), "view", section)
    assert can(principal_of(amal), "discover", section)
