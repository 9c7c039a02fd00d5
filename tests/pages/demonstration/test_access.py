"""Who reads what of the demonstration: each of its accounts, and a visitor, at the places that differ."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from access.changing import Wanted, set_access
from access.models import AccessRule, AuditEntry
from pages.models import ForumEditionPage
from tests.pages.demonstration.test_again import load_again

pytestmark = pytest.mark.usefixtures("demonstration")

MEETING = "forums/marrakech-platform/edition-4/"
PLACES = {
    "meeting": MEETING,
    "declaration": f"{MEETING}joint-declaration/",
    "session": f"{MEETING}cyber-terrorism/",
    "section": "forums/african-security-network/members/",
    "named": "research/digital-space-and-counter-terrorism/",
    "known": "research/capacity-building-and-cyber-expertise/",
}
NOBODY = {"declaration": 200, "known": 403}
ANSWERS: dict[str, dict[str, int]] = {
    "": NOBODY,
    "administrator": dict.fromkeys(PLACES, 200),
    "editor": NOBODY,
    "translator": NOBODY,
    "guest": NOBODY,
    "auditor": NOBODY,
    "member": NOBODY | {"section": 200},
    "head": NOBODY | {"meeting": 200, "session": 200, "known": 200},
    "researcher": NOBODY | {"named": 200},
}
TABLE = """\
    1  /en/forums/marrakech-platform/edition-4/   a closed meeting
    2  /en/forums/marrakech-platform/edition-4/joint-declaration/   its declaration, below it in the tree
    3  /en/forums/african-security-network/members/   a section for members
    4  /en/research/digital-space-and-counter-terrorism/   a paper for one person
    5  /en/research/capacity-building-and-cyber-expertise/   a paper that all may know of and ask for

                              1      2      3      4      5
    without an account        –      reads  –      –      asks
    administrator@example.org reads  reads  reads  reads  reads
    editor@example.org        –      reads  –      –      asks
    translator@example.org    –      reads  –      –      asks
    guest@example.org         –      reads  –      –      asks
    auditor@example.org       –      reads  –      –      asks
    member@example.org        –      reads  reads  –      asks
    head@example.org          reads  reads  –      –      reads
    researcher@example.org    –      reads  –      reads  asks

    “–”: is told that there is no such page. “asks”: sees title and summary, and may ask to read it.
""".splitlines()


@pytest.fixture
def accounts(db: None, tmp_path: Path) -> str:
    call_command("create_accounts", tmp_path / "accounts.txt")
    return (tmp_path / "accounts.txt").read_text()


@pytest.mark.parametrize("name", ANSWERS)
def test_each_account_reads_what_it_may_and_nothing_else_is_there(name: str, accounts: str) -> None:
    client = Client()
    if name:
        assert f"{name}@example.org" in accounts
        client.force_login(User.objects.get(username=name))
    for language in ("ar", "fr", "en"):
        found = {place: client.get(f"/{language}/{address}").status_code for place, address in PLACES.items()}
        assert found == dict.fromkeys(PLACES, 404) | ANSWERS[name], language


def test_the_guest_edits_one_edition(accounts: str) -> None:
    guest = User.objects.get(username="guest")
    editions = ForumEditionPage.objects.filter(locale__language_code="fr")
    edited = [edition.slug for edition in editions if guest.has_perm("wagtailcore.change_page", edition)]
    assert edited == ["rabat"]
    assert guest.has_perm("wagtailadmin.access_admin")


def test_an_open_declaration_does_not_name_the_closed_meeting(db: None, client: Client) -> None:
    shown = client.get(f"/en/{PLACES['declaration']}").content.decode()
    assert "Fourth high-level meeting of heads" not in shown
    assert "Marrakech Platform" in shown


def test_what_may_be_asked_for_is_named_in_every_language(db: None, client: Client) -> None:
    shown = client.get(f"/ar/{PLACES['known']}").content.decode()
    for language in ("fr", "en"):
        assert f'href="/{language}/{PLACES["known"]}"' in shown


def test_access_is_set_by_the_name_of_the_page_and_lists_no_accounts(accounts: str) -> None:
    administrator = Client()
    administrator.force_login(User.objects.get(username="administrator"))
    section = Page.objects.get(slug="members", locale__language_code="en")
    shown = administrator.get(f"/admin/access/to/page/{section.pk}/").content.decode()
    assert '<span class="w-header__subtitle">For members of the Network</span>' in shown
    # Nobody is named there, and no list of all accounts is handed out.
    assert "researcher@example.org" not in shown


def test_the_auditor_reads_who_was_let_in_by_name(accounts: str) -> None:
    auditor = Client()
    auditor.force_login(User.objects.get(username="auditor"))
    for address in ("/admin/access/changes/", "/admin/access/grants/"):
        assert "Muntada Guest (guest@example.org)" in auditor.get(address).content.decode(), address


def test_loading_and_making_accounts_again_changes_nothing(accounts: str, tmp_path: Path) -> None:
    before = AuditEntry.objects.count()
    load_again()
    call_command("create_accounts", tmp_path / "again.txt")
    assert AuditEntry.objects.count() == before


def test_what_an_editor_set_is_kept(db: None) -> None:
    edition = ForumEditionPage.objects.get(slug="edition-4", locale__language_code="ar")
    set_access(edition, Wanted("members"), by=None)
    load_again()
    assert AccessRule.objects.get(work=edition.translation_key).setting == "members"
    set_access(edition, Wanted(), by=None)
    load_again()
    assert not AccessRule.objects.filter(work=edition.translation_key).exists()
    load_again("--overwrite")
    rule = AccessRule.objects.get(work=edition.translation_key)
    assert (rule.setting, Group.objects.filter(name="Heads of agency").exists()) == ("named", True)


def test_the_accounts_are_printed_with_what_they_see(accounts: str) -> None:
    *_accounts, _blank, table = accounts.partition("What each of them sees:\n")
    assert table.splitlines() == TABLE
