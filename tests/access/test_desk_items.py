"""Versions, previews, exports and uploads at the desk: known leaks that ask for more than an address, tried."""

import csv
import datetime
import io
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from pages.addresses import page_url
from pages.models import BasePage, StandardPage

CANARY = "Zorkmid"
Restrict = Callable[..., None]


@pytest.fixture
def closed(homes: dict[str, BasePage], add: Callable[..., BasePage], restrict: Restrict) -> StandardPage:
    """For heads of agency, with a word that stands in its first version only."""
    page = add(homes["en"], StandardPage, title=f"{CANARY} once", slug="minutes")
    page.save_revision().publish()
    page.title = "Minutes"
    page.save_revision().publish()
    restrict(page, "named")
    return page


@pytest.fixture
def opened(homes: dict[str, BasePage], add: Callable[..., BasePage]) -> StandardPage:
    page = add(homes["en"], StandardPage, title="Harbour", slug="harbour")
    page.save_revision().publish()
    return page


@pytest.fixture
def editor(person: Callable[..., User]) -> User:
    return person("editor", "Authors", "Publishers")


@pytest.fixture
def desk(editor: User, browser_of: Callable[..., Client]) -> Client:
    return browser_of(editor)


def test_a31_a_word_of_an_old_version_is_for_who_may_read_the_page_now(
    closed: StandardPage, editor: User, desk: Client, restrict: Restrict
) -> None:
    first = closed.revisions.order_by("pk").first()
    addresses = [
        reverse("wagtailadmin_pages:revisions_view", args=[closed.pk, first.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[closed.pk, first.pk, "live"]),
        reverse("wagtailadmin_pages:revisions_revert", args=[closed.pk, first.pk]),
    ]

    assert [desk.get(address).status_code for address in addresses] == [404, 404, 404]
    restrict(closed, "named", persons=[editor])
    assert [CANARY in desk.get(address).content.decode() for address in addresses] == [True, True, True]
    assert CANARY not in desk.get(page_url(closed)).content.decode()


@pytest.mark.parametrize("view", ["revisions_view", "revisions_revert", "revisions_unschedule"])
def test_a31_no_version_of_one_page_under_another(
    closed: StandardPage, opened: StandardPage, desk: Client, view: str
) -> None:
    foreign, own = closed.revisions.order_by("pk").first(), opened.revisions.first()

    answer = desk.get(reverse(f"wagtailadmin_pages:{view}", args=[opened.pk, foreign.pk]))

    assert answer.status_code == 404
    assert CANARY not in answer.content.decode()
    assert desk.get(reverse("wagtailadmin_pages:revisions_view", args=[opened.pk, own.pk])).status_code == 200


def test_a31_a_comparison_with_a_version_of_another_page(
    closed: StandardPage, opened: StandardPage, desk: Client
) -> None:
    foreign = closed.revisions.order_by("pk").first()

    for pair in ((foreign.pk, "live"), ("live", foreign.pk)):
        assert desk.get(reverse("wagtailadmin_pages:revisions_compare", args=[opened.pk, *pair])).status_code == 404


def test_a31_the_log_of_access_is_for_auditors(closed: StandardPage, desk: Client, admin_client: Client) -> None:
    addresses = [reverse("access_audit"), reverse("access_audit_results")]

    assert [desk.get(address).status_code for address in addresses] == [302, 302]
    assert "Minutes" in admin_client.get(addresses[0]).content.decode()


def test_a32_a_preview_is_for_who_may_edit_and_kept_by_no_cache(
    closed: StandardPage, opened: StandardPage, desk: Client, browser_of: Callable[..., Client], person: Callable
) -> None:
    draft, preview = (
        [reverse(f"wagtailadmin_pages:{view}", args=[page.pk]) for page in (opened, closed)]
        for view in ("view_draft", "preview_on_edit")
    )
    member = browser_of(person("member", "Members"))

    shown = desk.get(draft[0])
    assert (shown.status_code, "no-store" in shown["Cache-Control"]) == (200, True)
    assert [desk.get(address).status_code for address in (draft[1], preview[1])] == [404, 404]
    assert {member.get(address).status_code for address in (*draft, *preview)} <= {302, 404}


def test_a32_a_preview_ends_with_the_right_to_it(closed: StandardPage, editor: User, desk: Client, restrict) -> None:
    address = reverse("wagtailadmin_pages:view_draft", args=[closed.pk])
    restrict(closed, "named", persons=[editor])
    assert desk.get(address).status_code == 200

    restrict(closed, "named")

    assert desk.get(address).status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "report", ["wagtailadmin_reports:aging_pages", "desk_grid", "wagtailadmin_reports:site_history"]
)
def test_a26_an_export_holds_what_its_reader_may_read_when_it_is_fetched(
    closed: StandardPage, editor: User, desk: Client, restrict: Restrict, report: str, form: str
) -> None:
    """Nothing is stored between request and download: whoever fetches the address is asked about."""
    address = f"{reverse(report)}?export={form}"
    restrict(closed, "named", persons=[editor])
    allowed = cells(desk.get(address), form)

    restrict(closed, "named")

    assert ("Minutes" in allowed, "Minutes" in cells(desk.get(address), form)) == (True, False)


def cells(response: HttpResponse, form: str) -> set[str]:
    assert response.status_code == 200
    content = response.getvalue()
    if form == "csv":
        return {cell for row in csv.reader(content.decode().splitlines()) for cell in row}
    return {str(cell) for row in load_workbook(io.BytesIO(content)).active.values for cell in row}


def test_a43_the_desk_keeps_to_the_dates_of_a_grant(
    closed: StandardPage, editor: User, desk: Client, restrict: Restrict
) -> None:
    restrict(closed, "named", persons=[editor])
    address = reverse("wagtailadmin_pages:edit", args=[closed.pk])
    assert desk.get(address).status_code == 200

    editor.pageusergrant_set.update(until=timezone.now() - datetime.timedelta(seconds=1))

    assert desk.get(address).status_code == 404
