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

from network.membership.verbs import admit


class Account(NamedTuple):
    """A user name, what it may do, and the groups that let it."""

    name: str
    meaning: str
    groups: tuple[str, ...] = ()
    is_superuser: bool = False
    is_member: bool = False


ACCOUNTS = (
    Account("administrator", "everything", is_superuser=True),
    Account("editor", "writes, reviews and publishes", groups=("Authors", "Reviewers", "Publishers")),
    Account("translator", "translates", groups=("Translators",)),
    Account("member", "reads what members may read", is_member=True),
)


class Command(BaseCommand):
    help = "Creates the demonstration's accounts, or gives them new passwords, and writes them to FILE (mode 0600)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        with transaction.atomic():
            lines = [give(account, password=secrets.token_urlsafe(12)) for account in ACCOUNTS]
            write_private(file, "\n".join(lines) + "\n")


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
        admit(user, reason="Demonstration")
    return f"    {email:<26} {password}   {account.meaning}"


def write_private(file: Path, text: str) -> None:
    """Never readable by others, not even for a moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(text)
