"""A grant on one object: what it opens, to whom, how far down, and for how long."""

import csv
import datetime
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from guardian.shortcuts import assign_perm, remove_perm

from access.models import AuditEntry, PageUserGrant
from access.policy import can
from access.principals import principal_of
from network.accounts.second_factor import lacks_second_factor
from pages.models import ForumEditionPage, ForumSeriesPage, HomePage, SessionPage

Add = Callable[..., object]
PASSED = timezone.now() - datetime.timedelta(seconds=1)


@pytest.fixture
def forum(homes: dict[str, HomePage], add: Add) -> dict[str, object]:
    series = add(homes["en"], ForumSeriesPage, title="Forum", slug="forum")
    first = add(series, ForumEditionPage, title="First edition", slug="first")
    second = add(series, ForumEditionPage, title="Second edition", slug="second")
    return {
        "series": series,
        "first": first,
        "session": add(first, SessionPage, title="Opening session", slug="opening"),
        "second": second,
    }


def _may(user: User, perm: str, forum: dict[str, object]) -> set[str]:
    return {name for name, page in forum.items() if User.objects.get(pk=user.pk).has_perm(f"wagtailcore.{perm}", page)}


ALL = {"series", "first", "session", "second"}
BELOW = {"first", "session"}
# Which pages each permission is answered for: granted to edit, to publish, to read, and to nobody.
ANSWERS = {
    "change_page": {"view_page": ALL, "change_page": BELOW, "add_page": BELOW, "publish_page": set()},
    "publish_page": {"view_page": ALL, "change_page": BELOW, "publish_page": BELOW, "lock_page": BELOW},
    "view_page": {"view_page": ALL, "change_page": set(), "publish_page": set()},
    None: {"view_page": ALL, "change_page": set(), "invent_page": set(), "delete_page": set()},
}


@pytest.mark.parametrize("granted", ANSWERS)
def test_has_perm_answers_for_the_page_and_all_below_it(
    granted: str | None, forum: dict[str, object], person: Callable[..., User]
) -> None:
    guest = person("guest")
    if granted:
        assign_perm(granted, guest, forum["first"])
    assert {perm: _may(guest, perm, forum) for perm in ANSWERS[granted]} == ANSWERS[granted]


def test_a_grant_to_read_opens_what_is_closed_to_others_and_all_below_it(
    forum: dict[str, object], person: Callable[..., User], restrict: Callable[..., None]
) -> None:
    guest, other = person("guest"), person("other")
    restrict(forum["first"], "named", persons=[other])
    assign_perm("view_page", guest, forum["first"])
    assert _may(guest, "view_page", forum) == ALL
    assert _may(person("third"), "view_page", forum) == {"series", "second"}


def test_who_may_edit_may_read_whatever_the_setting(
    forum: dict[str, object], person: Callable[..., User], restrict: Callable[..., None]
) -> None:
    guest = person("guest")
    restrict(forum["first"], "members", starts_at=timezone.now() + datetime.timedelta(days=1))
    assert _may(guest, "view_page", forum) == {"series", "second"}
    assign_perm("change_page", guest, forum["first"])
    assert _may(guest, "view_page", forum) == ALL


@pytest.mark.parametrize("ended", ["passed", "removed", "inactive"])
def test_a_grant_that_is_over_allows_nothing(
    ended: str, forum: dict[str, object], person: Callable[..., User]
) -> None:
    guest = person("guest")
    assign_perm("publish_page", guest, forum["first"])
    if ended == "passed":
        PageUserGrant.objects.update(until=PASSED)
    elif ended == "removed":
        remove_perm("publish_page", guest, forum["first"])
    else:
        User.objects.filter(pk=guest.pk).update(is_active=False)
    assert _may(guest, "change_page", forum) == set()
    assert not User.objects.get(pk=guest.pk).has_perm("wagtailadmin.access_admin")


def test_nobody_and_superusers(forum: dict[str, object], person: Callable[..., User]) -> None:
    assert not AnonymousUser().has_perm("wagtailcore.view_page", forum["first"])
    assert _may(person("chief", is_superuser=True), "change_page", forum) == ALL
    assert not can(principal_of(person("any")), "invent", forum["first"])


def test_a_grant_to_a_group_is_each_member_s_as_long_as_they_are_in_it(
    forum: dict[str, object], person: Callable[..., User]
) -> None:
    guest = person("guest", "Rapporteurs")
    assign_perm("change_page", guest.groups.get(), forum["first"])
    assert _may(guest, "change_page", forum) == BELOW
    guest.groups.clear()
    assert _may(guest, "change_page", forum) == set()


def test_a_guest_editor_needs_a_second_factor_like_every_editor(
    forum: dict[str, object], person: Callable[..., User]
) -> None:
    guest = person("guest")
    assert not lacks_second_factor(guest)
    assign_perm("change_page", guest, forum["first"])
    assert lacks_second_factor(guest)


def test_a_guest_editor_at_the_desk_works_on_their_edition_and_nothing_else(
    forum: dict[str, object], person: Callable[..., User], browser_of: Callable[[User], Client]
) -> None:
    guest = person("guest")
    browser = browser_of(guest)
    assert browser.get(reverse("wagtailadmin_home")).status_code == 302
    assign_perm("change_page", guest, forum["first"])
    edit = {
        name: browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
        for name, page in forum.items()
    }
    assert edit == {"series": 302, "first": 200, "session": 200, "second": 302}
    explorer = browser.get(reverse("wagtailadmin_explore", args=[forum["first"].pk])).content.decode()
    assert "Opening session" in explorer
    assert "Second edition" not in browser.get(reverse("wagtailadmin_explore_root"), follow=True).content.decode()
    found = browser.get(reverse("wagtailadmin_pages:search"), {"q": "edition"}).content.decode()
    assert ("First edition" in found, "Second edition" in found) == (True, False)
    add_below = {
        name: browser.get(reverse("wagtailadmin_pages:add", args=["pages", "sessionpage", page.pk])).status_code
        for name, page in forum.items()
        if name in ("first", "second")
    }
    assert add_below == {"first": 200, "second": 302}
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[forum["first"].pk])
    assert browser.get(unpublish).status_code == 302


def test_the_right_to_work_is_given_and_taken_back_at_the_desk_and_logged(
    forum: dict[str, object], person: Callable[..., User], browser_of: Callable[[User], Client]
) -> None:
    guest = person("guest")
    publisher = browser_of(person("publisher", "Publishers"))
    page = forum["first"]
    give = reverse("access_give_work", args=[page.pk])
    publisher.post(give, {"person": "guest", "right": "change_page", "until": "2030-01-01 12:00"})
    assert _may(guest, "change_page", forum) == BELOW
    shown = publisher.get(reverse("access", args=["page", page.pk])).content.decode()
    assert "Take back" in shown
    grant = PageUserGrant.objects.get()
    assert (grant.given_by.username, grant.until.year) == ("publisher", 2030)
    publisher.post(reverse("access_withdraw", args=[page.pk, grant.pk]))
    assert _may(guest, "change_page", forum) == set()
    lines = AuditEntry.objects.order_by("pk").values_list("actor", "action", "before", "after")
    assert list(lines) == [
        ("publisher", "grant", "", "change_page person=guest until=2030-01-01T12:00+0000"),
        ("publisher", "revoke", "change_page person=guest until=2030-01-01T12:00+0000", ""),
    ]


@pytest.mark.parametrize(
    "sent", [{"right": "delete_page"}, {"person": "nobody"}, {"until": "2020-01-01 12:00"}, {"until": "soon"}]
)
def test_a_right_that_makes_no_sense_is_not_given(
    sent: dict[str, object],
    forum: dict[str, object],
    person: Callable[..., User],
    browser_of: Callable[[User], Client],
) -> None:
    person("guest")
    publisher = browser_of(person("publisher", "Publishers"))
    whole = {"person": "guest", "right": "change_page", "until": ""} | sent
    answer = publisher.post(reverse("access_give_work", args=[forum["first"].pk]), whole, follow=True)
    assert "The right was not given" in answer.content.decode()
    assert not PageUserGrant.objects.exists()


@pytest.mark.parametrize("groups", [("Authors",), ("Reviewers",), ("Translators",), ()])
def test_who_does_not_manage_a_page_gives_no_right(
    groups: tuple[str, ...],
    forum: dict[str, object],
    person: Callable[..., User],
    browser_of: Callable[[User], Client],
) -> None:
    person("guest")
    giver = browser_of(person("giver", *groups))
    giver.post(reverse("access_give_work", args=[forum["first"].pk]), {"person": "guest", "right": "change_page"})
    assert not PageUserGrant.objects.exists()


def test_a_guest_editor_gives_no_right(
    forum: dict[str, object], person: Callable[..., User], browser_of: Callable[[User], Client]
) -> None:
    guest = person("guest")
    assign_perm("publish_page", guest, forum["first"])
    sent = {"person": person("friend").username, "right": "change_page"}
    browser_of(guest).post(reverse("access_give_work", args=[forum["first"].pk]), sent)
    assert PageUserGrant.objects.count() == 1


def test_nobody_works_on_what_stays_closed_to_them(
    forum: dict[str, object],
    person: Callable[..., User],
    browser_of: Callable[[User], Client],
    restrict: Callable[..., None],
) -> None:
    guest, publisher = person("guest"), person("publisher", "Publishers")
    restrict(forum["series"], "named", persons=[publisher])
    sent = {"person": "guest", "right": "change_page"}
    answer = browser_of(publisher).post(reverse("access_give_work", args=[forum["first"].pk]), sent, follow=True)
    assert "closed further up" in answer.content.decode()
    assert _may(guest, "change_page", forum) == set()


def test_a65_the_list_of_grants_runs_no_formula(
    forum: dict[str, object], person: Callable[..., User], browser_of: Callable[[User], Client], tmp_path: Path
) -> None:
    guest = person("=HYPERLINK(1)")
    page = forum["first"]
    page.title = page.draft_title = "\t@SUM(A1)"
    page.save()
    assign_perm("change_page", guest, page)
    auditor = browser_of(person("auditor", "Auditors"))
    exported = auditor.get(reverse("access_grants"), {"export": "csv"}).content.decode()
    call_command("list_grants", csv=tmp_path / "grants.csv")
    assert (tmp_path / "grants.csv").read_text() == exported.replace("\r\n", "\n")
    (row,) = list(csv.reader(StringIO(exported)))[1:]
    assert row[:6] == ["page", str(page.pk), "'\t@SUM(A1)", "person", "'=HYPERLINK(1)", "change"]
    assert (tmp_path / "grants.csv").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("group", "status"), [("Auditors", 200), ("Publishers", 302), ("Members", 302)])
def test_the_list_of_grants_is_for_auditors(
    group: str,
    status: int,
    forum: dict[str, object],
    person: Callable[..., User],
    browser_of: Callable[[User], Client],
) -> None:
    assign_perm("change_page", person("guest"), forum["first"])
    answer = browser_of(person("reader", group)).get(reverse("access_grants"))
    assert answer.status_code == status
    assert ("First edition" in answer.content.decode()) == (status == 200)
