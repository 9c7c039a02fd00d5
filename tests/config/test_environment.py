"""Settings come from one documented table, and a bad one stops the start with one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.settings.environment import CHECKOUT, SETTINGS, as_markdown

KEY = "q8#Vt!m2Zr9(kL5xW0b^Yp7&Gd4sJ1nHcE6uAoTfBiRzQwXj3@"


def start(settings: str, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py under `settings` with nothing else in the environment."""
    return subprocess.run(
        [sys.executable, "manage.py", *(command or ("check",))],
        cwd=CHECKOUT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": f"config.settings.{settings}", **environment},
        capture_output=True,
        text=True,
    )


def test_the_readme_shows_the_table() -> None:
    assert as_markdown() in Path(CHECKOUT, "README.md").read_text()


def test_the_example_names_only_known_settings() -> None:
    lines = Path(CHECKOUT, "site/deploy/env.example").read_text().splitlines()
    names = {line.lstrip("# ").partition("=")[0] for line in lines if "=" in line}
    assert names - {setting.name for setting in SETTINGS} == {"DJANGO_SETTINGS_MODULE"}


def test_nothing_else_reads_the_environment() -> None:
    readers = [
        path.relative_to(CHECKOUT).as_posix()
        for room in ("site/config", "access", "pages", "library")
        for path in Path(CHECKOUT, room).rglob("*.py")
        if "os.environ.get" in path.read_text() or "os.getenv" in path.read_text()
    ]
    assert readers == ["site/config/settings/environment.py"]


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "Muntada cannot start: SECRET_KEY is not set. "),
        ({"SECRET_KEY": ""}, "Muntada cannot start: SECRET_KEY is not set. "),
        ({"SECRET_KEY": KEY}, "Muntada cannot start: ALLOWED_HOSTS is not set. "),
    ],
)
def test_production_refuses_to_start(environment: dict[str, str], sentence: str) -> None:
    result = start("production", **environment)
    assert result.returncode == 1
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("DATABASE_URL", "mongodb://secret@127.0.0.1/x", "say a URL such as postgres://"),
        ("DATABASE_URL", "postgres://u:sec/ret@127.0.0.1/x", "with special characters percent-encoded"),
        ("CACHE_URL", "10.0.0.7:6379", "say a URL such as redis://"),
        ("EMAIL_URL", "mail.test", "say a URL such as smtp+tls://"),
        ("SITE_URL", "archive.test", "say a full address"),
        ("TIME_ZONE", "Marrakech", "say a time zone"),
        ("MUNTADA_LANGUAGES", "ar,xx", "say one or more of ar, fr, en, es, pt, sw"),
        ("MUNTADA_LANGUAGES", ",,,", "say one or more of"),
        ("HSTS_SECONDS", "a year", "say a whole number"),
        ("BEHIND_PROXY", "maybe", "say true or false"),
        ("LOG_LEVEL", "loud", "say DEBUG, INFO"),
    ],
)
def test_a_bad_value_is_told_and_not_repeated(name: str, text: str, advice: str, tmp_path: Path) -> None:
    result = start("production", SECRET_KEY=KEY, ALLOWED_HOSTS="x.org", MUNTADA_VAR=str(tmp_path), **{name: text})
    assert result.returncode == 1
    assert result.stderr.startswith(f"Muntada cannot start: {name} cannot be used: ")
    assert advice in result.stderr
    assert text not in result.stderr
    assert result.stderr.count("\n") == 1


def test_production_has_no_deployment_warning() -> None:
    command = ("check", "--deploy", "--fail-level", "WARNING")
    result = start("production", *command, SECRET_KEY=KEY, ALLOWED_HOSTS="forum.example.org")
    assert (result.returncode, result.stdout) == (0, "System check identified no issues (1 silenced).\n")


def test_a_site_without_english_starts() -> None:
    result = start("production", SECRET_KEY=KEY, ALLOWED_HOSTS="x.org", MUNTADA_LANGUAGES="fr,pt")
    assert (result.returncode, result.stdout) == (0, "System check identified no issues (1 silenced).\n")


def test_a_local_copy_keeps_its_key_to_itself(tmp_path: Path) -> None:
    first = start("local", "diffsettings", MUNTADA_VAR=str(tmp_path))
    key = (tmp_path / "secret_key").read_text()
    assert len(key) == 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert repr(key) in first.stdout
    assert repr(key) in start("local", "diffsettings", MUNTADA_VAR=str(tmp_path)).stdout
