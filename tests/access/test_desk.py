"""Who sets access at the desk, what they are told before, and what they never see."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from access.changing import ask
from access.models import AccessRule, AuditEntry
from access.policy import can
from access.principals import anonymous, principal_of
from library.models import LibraryDocument, LibraryImage
from pages.models import HomePage, StandardPage

Person = Callable[..., User]
Browser = Callable[[User], Client]
Restrict = Callable[..., None]


@pytest.fixture
def section(homes: dict[str, HomePage], add: Callable[..., StandardPage]) -> StandardPage:
    section = add(homes["en"], StandardPage, title="Zorkmid section", slug="section")
    add(section, StandardPage, title="Zorkmid minutes", slug="minutes")
    return StandardPage.objects.get(pk=section.pk)


@pytest.fixture
def publisher(person: Person, browser_of: Browser) -> Client:
    return browser_of(person("publisher", "Publishers"))


def _address(page: StandardPage) -> str:
    return reverse("access", args=["page", page.pk])


def test_what_would_change_is_shown_before_it_is_saved(section: StandardPage, publisher: Client) -> None:
    shown = publisher.post(_address(section), {"setting": "members"}).content.decode()

    assert re.search(r"Closes:\s+2 pages\s*,\s+0 files\s*;\s+for everyone", shown)
    assert not AccessRule.objects.exists()
    publisher.post(_address(section), {"setting": "members", "save": ""})
    assert not can(anonymous(), "view", section)
    assert AuditEntry.objects.get().actor == "publisher"


def test_to_widen_takes_a_tick(
    section: StandardPage,
    person: Person,
    browser_of: Browser,
    restrict: Restrict,
) -> None:
    restrict(section, "members")
    client = browser_of(person("both", "Publishers", "Members"))

    refused = client.post(_address(section), {"setting": "everyone", "save": ""})

    assert "Tick this to confirm." in refused.content.decode()
    assert not can(anonymous(), "view", section)
    client.post(_address(section), {"setting": "everyone", "save": "", "confirm": "on"})
    assert can(anonymous(), "view", section)


def test_to_widen_takes_a_right(
    section: StandardPage,
    person: Person,
    browser_of: Browser,
    restrict: Restrict,
) -> None:
    restrict(section, "members")
    client = browser_of(person("reviewer", "Reviewers", "Members"))

    client.post(_address(section), {"setting": "everyone", "save": "", "confirm": "on"})
    assert not can(anonymous(), "view", section)
    client.post(_address(section), {"setting": "named", "persons": "reviewer", "save": ""})
    assert not can(anonymous(), "view", section)
    assert AccessRule.objects.get().setting == "named"


def test_an_editor_who_may_not_read_a_page_does_not_find_it_at_the_desk(
    section: StandardPage, homes: dict[str, HomePage], publisher: Client, restrict: Restrict
) -> None:
    restrict(section, "members")
    minutes = section.get_children().get()
    addresses = [
        reverse("wagtailadmin_explore", args=[homes["en"].pk]),
        reverse("wagtailadmin_explore", args=[section.pk]),
        reverse("wagtailadmin_choose_page_child", args=[homes["en"].pk]),
        f"{reverse('wagtailadmin_choose_page_search')}?q=section",
        f"{reverse('wagtailadmin_pages:search')}?q=section",
        *(
            reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
            for name in ("edit", "view_draft", "history", "copy", "move", "delete", "unpublish")
            for page in (section, minutes)
        ),
        _address(section),
    ]

    shown = {address: publisher.get(address) for address in addresses}

    assert [address for address, response in shown.items() if "Zorkmid" in response.content.decode()] == []


def test_a_request_goes_from_the_page_to_the_desk_and_back(
    section: StandardPage,
    person: Person,
    browser_of: Browser,
    restrict: Restrict,
) -> None:
    amal, chief = person("amal"), person("chief", is_superuser=True)
    restrict(section, "named", discovery="everyone")
    page = browser_of(amal).get("/en/section/")
    assert (page.status_code, page["Cache-Control"]) == (403, "private, no-store")
    assert "Zorkmid section" in page.content.decode()
    assert "Sign in" in Client().get("/en/section/").content.decode()

    browser_of(amal).post("/en/section/", {"reason": "For my thesis"})
    desk = browser_of(chief)
    assert "For my thesis" in desk.get(reverse("access_requests")).content.decode()
    asked = amal.access_requests.get()
    answer = desk.post(reverse("access_answer", args=[asked.pk]), {"grant": "", "days": "30"}, follow=True)
    assert "The request was answered." in answer.content.decode()

    assert browser_of(amal).get("/en/section/").status_code == 200


def test_only_who_manages_a_work_answers_for_it(
    section: StandardPage, person: Person, publisher: Client, restrict: Restrict
) -> None:
    amal = person("amal")
    restrict(section, "named", discovery="everyone")
    asked = ask(section, person=amal, reason="For my thesis")

    assert "For my thesis" not in publisher.get(reverse("access_requests")).content.decode()
    assert publisher.post(reverse("access_answer", args=[asked.pk]), {"grant": "", "days": "9"}).status_code != 200
    assert not can(principal_of(amal), "view", section)


def test_the_log_is_for_auditors_and_runs_nothing_in_a_spreadsheet(
    section: StandardPage,
    person: Person,
    publisher: Client,
    browser_of: Browser,
    restrict: Restrict,
) -> None:
    StandardPage.objects.filter(pk=section.pk).update(title="=1+1", draft_title="=1+1")
    section.refresh_from_db()
    restrict(section, "members")
    auditor = browser_of(person("auditor", "Auditors"))

    assert auditor.get(reverse("access_audit")).status_code == 200
    exported = b"".join(auditor.get(f"{reverse('access_audit')}?export=csv").streaming_content).decode()
    assert "'=1+1" in exported
    assert publisher.get(reverse("access_audit")).status_code == 302


def test_persons_are_named_by_their_address_and_no_list_of_accounts_is_shown(
    section: StandardPage, person: Person, publisher: Client
) -> None:
    amal = person("a1b2", email="amal@example.org", first_name="Amal", last_name="Idrissi")
    person("c3d4", email="other@example.org", first_name="Zorkmid", last_name="Quendor")
    chosen = {"setting": "named", "persons": "Amal@example.org\npublisher", "save": ""}

    publisher.post(_address(section), chosen)

    shown = publisher.get(_address(section)).content.decode()
    assert can(principal_of(amal), "view", section)
    assert "Amal Idrissi (amal@example.org)" in shown
    assert "Quendor" not in shown
    assert "other@example.org" not in shown


def test_an_address_of_nobody_is_said_at_its_field_and_kept(section: StandardPage, publisher: Client) -> None:
    sent = {"setting": "named", "persons": "publisher\nnobody@example.org", "save": ""}

    shown = publisher.post(_address(section), sent).content.decode()

    assert "No account has the address nobody@example.org." in shown
    assert "publisher\nnobody@example.org</textarea>" in shown
    assert not AccessRule.objects.exists()


@pytest.mark.parametrize("kind", ["document", "image"])
def test_access_to_a_file_is_set_from_its_form(kind: str, publisher: Client) -> None:
    if kind == "document":
        file = LibraryDocument.objects.create(title="Minutes", file=ContentFile(b"%PDF-1.4", "minutes.pdf"))
        form = reverse("wagtaildocs:edit", args=[file.pk])
    else:
        file = LibraryImage.objects.create(title="Hall", file=get_test_image_file())
        form = reverse("wagtailimages:edit", args=[file.pk])
    address = reverse("access", args=[kind, file.pk])

    assert f'href="{address}"' in publisher.get(form).content.decode()
    publisher.post(address, {"setting": "members", "save": ""})
    assert not can(anonymous(), "view", file)
