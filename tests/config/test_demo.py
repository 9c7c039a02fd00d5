"""The accounts of the demonstration, and how its steps are kept."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from config.settings.environment import CHECKOUT


@pytest.fixture
def accounts(db: None, tmp_path: Path) -> dict[str, str]:
    """The passwords by e-mail address, as written down."""
    call_command("create_accounts", tmp_path / "accounts.txt")
    rows = map(str.split, (tmp_path / "accounts.txt").read_text().splitlines())
    return {name: password for name, password, *_meaning in rows}


# Whether each is an administrator, comes to the desk, and in which groups it is.
ACCOUNTS = {
    "administrator": (True, True, []),
    "editor": (False, True, ["Authors", "Publishers", "Reviewers"]),
    "translator": (False, True, ["Translators"]),
    "guest": (False, False, []),
    "auditor": (False, True, ["Auditors"]),
    "member": (False, False, ["Members"]),
    "head": (False, False, ["Heads of agency"]),
    "researcher": (False, False, []),
}


def test_the_accounts_open(accounts: dict[str, str]) -> None:
    users = {
        email.partition("@")[0]: authenticate(email=email, password=password) for email, password in accounts.items()
    }
    assert {
        name: (
            user.is_superuser,
            user.has_perm("wagtailadmin.access_admin"),
            sorted(user.groups.values_list("name", flat=True)),
        )
        for name, user in users.items()
    } == ACCOUNTS


def test_the_passwords_are_long_and_kept_private(accounts: dict[str, str], tmp_path: Path) -> None:
    assert {len(password) for password in accounts.values()} == {16}
    assert len(set(accounts.values())) == 8
    assert (tmp_path / "accounts.txt").stat().st_mode & 0o777 == 0o600


def test_a_second_run_renews_the_passwords(accounts: dict[str, str], tmp_path: Path) -> None:
    call_command("create_accounts", tmp_path / "again.txt")
    assert authenticate(email="editor@example.org", password=accounts["editor@example.org"]) is None


def demo(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "site/deploy/demo.py"],
        cwd=CHECKOUT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
    )


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = demo(PORT=str(port), MUNTADA_VAR=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr == (f"Port {port} is in use. Stop what uses it, or take another: make demo PORT={port + 1}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_none_is_told(tmp_path: Path) -> None:
    result = demo(PORT="http", MUNTADA_VAR=str(tmp_path))
    assert (result.returncode, result.stderr) == (1, "PORT=http is not a port number\n")
