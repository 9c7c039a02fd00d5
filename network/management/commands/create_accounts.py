"""Creates the demonstration's accounts with passwords made on this machine, and writes them to a private file."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction
from guardian.shortcuts import assign_perm

from network.accounts.comparison import comparison, page_at
from network.membership.verbs import admit


class Account(NamedTuple):
    """A user name, what it may do, and the groups and works that let it.

    Works are named by their address below the home page, without the language.
    """

    name: str
    meaning: str
    groups: tuple[str, ...] = ()
    is_superuser: bool = False
    is_member: bool = False
    reads: str = ""
    edits: str = ""


ACCOUNTS = (
    Account("administrator", "everything", is_superuser=True),
    Account("editor", "writes, reviews and publishes", groups=("Authors", "Reviewers", "Publishers")),
    Account("translator", "translates", groups=("Translators",)),
    Account("guest", "edits one edition as a guest", edits="forums/african-security-forum/rabat"),
    Account("auditor", "reads the log of all changes of access, and the grants", groups=("Auditors",)),
    Account("member", "reads the Network’s section for members", is_member=True),
    Account("head", "reads the closed meeting of the Marrakech Platform", groups=("Heads of agency",)),
    Account("researcher", "reads one paper", reads="research/digital-space-and-counter-terrorism"),
)


class Command(BaseCommand):
    help = "Creates the demonstration's accounts, or gives them new passwords, and writes them to FILE (mode 0600)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        with transaction.atomic():
            lines = [give(account, password=secrets.token_urlsafe(12)) for account in ACCOUNTS]
            users = get_user_model().objects.filter(username__in=[account.name for account in ACCOUNTS])
            table = comparison(users.order_by("pk"))
            write_private(file, "\n".join([*lines, "", table]).strip("\n") + "\n")


def give(account: Account, *, password: str) -> str:
    """Create or renew the account; the line that tells its owner."""
    # Wagtail lets nobody choose a language for the desk without a first and a last name.
    email = f"{account.name}@example.org"
    names = {"email": email, "first_name": "Muntada", "last_name": account.name.capitalize()}
    user, _created = get_user_model().objects.get_or_create(username=account.name, defaults=names)
    user.is_superuser = user.is_staff = account.is_superuser
    user.is_active = True
    user.set_password(password)
    user.save()
    user.groups.set([Group.objects.get_or_create(name=name)[0] for name in account.groups])
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    if account.is_member:
        admit(user, reason="")
    for permission, address in (("view_page", account.reads), ("change_page", account.edits)):
        if address and (page := page_at(address)):
            # A grant counts for the work, in all its languages.
            assign_perm(permission, user, page)
    return f"    {email:<26} {password}   {account.meaning}"


def write_private(file: Path, text: str) -> None:
    """Never readable by others, not even for a moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(text)
