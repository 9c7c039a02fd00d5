"""From a checkout with its .venv to a running demonstration: what `make demo` does after the packages are installed.

Each step leaves a mark in MUNTADA_VAR when it has ended, with a digest of what it was made from: a second run skips
what is done, and a run after an interruption takes up where that one stopped.
"""

import hashlib
import os
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command

from config.settings.environment import value
from config.translations import compile_catalogues

CHECKOUT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"


def digest(files: Iterable[Path]) -> str:
    """Of the files' names and contents, in a stable order."""
    sha = hashlib.sha256()
    for file in sorted(files):
        sha.update(f"{file}\0{file.stat().st_size}\0".encode() + file.read_bytes())
    return sha.hexdigest()


def files(*patterns: str) -> list[Path]:
    return [path for pattern in patterns for path in CHECKOUT.glob(pattern) if path.is_file()]


class Demonstration:
    """The steps, their marks, and where everything is kept."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.marks = var / "demo-marks"
        self.database = var / "muntada.sqlite3"
        self.accounts = var / "demo-accounts.txt"

    def reset(self) -> None:
        for path in self.var.glob("muntada.sqlite3*"):
            path.unlink()
        for folder in (self.var / "media", self.var / "search", self.marks):
            shutil.rmtree(folder, ignore_errors=True)
        self.accounts.unlink(missing_ok=True)

    def step(self, name: str, title: str, made_from: str, make: Callable[[], object]) -> None:
        mark = self.marks / name
        if mark.exists() and mark.read_text() == made_from:
            return
        mark.unlink(missing_ok=True)
        print(f"{title} …", flush=True)
        started = time.monotonic()
        make()
        self.marks.mkdir(parents=True, exist_ok=True)
        mark.write_text(made_from)
        print(f"    done in {time.monotonic() - started:.1f} s", flush=True)

    def prepare(self) -> None:
        if not self.database.exists():
            for name in ("database", "content", "accounts", "search"):
                (self.marks / name).unlink(missing_ok=True)
        self.step("database", "Preparing the database", self._migrations(), self._migrate)
        self.step("static", "Collecting and compressing style sheet, fonts and scripts", self._static(), self._collect)
        self.step("content", "Loading the demonstration", self._content(), self._load)
        self.step("accounts", "Creating the accounts", "to compare", self._create_accounts)
        self.step("search", "Making the search index", self._indexed(), self._index)

    def _migrations(self) -> str:
        return digest(files("requirements/*.txt", "*/migrations/*.py"))

    def _static(self) -> str:
        return digest(
            files(
                "requirements/*.txt",
                "static/**/*",
                "pages/static/**/*",
                "library/static/**/*",
                "site/config/staticfiles.py",
            )
        )

    def _content(self) -> str:
        return digest(files("pages/demonstration/content/**/*", "pages/demonstration/udhr/*"))

    def _indexed(self) -> str:
        return digest(files("requirements/*.txt", "pages/demonstration/content/**/*", "search/**/*.py"))

    def _migrate(self) -> None:
        run("migrate", verbosity=0)

    def _collect(self) -> None:
        run("collectstatic", interactive=False, clear=True, verbosity=0)

    def _load(self) -> None:
        run("load_demonstration")

    def _index(self) -> None:
        run("rebuild_search")

    def _create_accounts(self) -> None:
        run("create_accounts", self.accounts)


def run(command: str, *arguments: object, **options: object) -> None:
    """One of Django's commands; Django itself takes seconds to start and is not needed when everything is done."""
    if not apps.ready:
        django.setup()
    call_command(command, *arguments, **options)


def port_from(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"PORT={text} is not a port number")
    return int(text)


def require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            sys.exit(f"Port {port} may not be used by this account. Take another: make demo PORT=8001")
        except OSError:
            sys.exit(f"Port {port} is in use. Stop what uses it, or take another: make demo PORT={port + 1}")


def invitation(address: str, accounts: Path) -> str:
    homes = "\n".join(f"    {address}/{code}/" for code in value("MUNTADA_LANGUAGES"))
    # Kept without the port, which is another one next time.
    table = accounts.read_text().replace("  /", f"  {address}/")
    return (
        f"\nMuntada is at\n{homes}\n    {address}/admin/   the editor's desk\n"
        f"    {address}/_mail/   the mails it would send\n\n"
        f"{table}\n(kept in {accounts})\nCtrl-C stops it.\n"
    )


def serve(port: int) -> None:
    if apps.ready:
        from jobs.inline import background

        # Another program in its place would end what it has begun.
        background.wait(timeout=120)
    os.environ["BIND"] = f"{HOST}:{port}"
    settings = "site/deploy/gunicorn.conf.py"
    command = [sys.executable, "-m", "gunicorn", "--log-level", "warning", "-c", settings, "config.wsgi"]
    os.execv(sys.executable, command)  # noqa: S606


def main() -> None:
    port = port_from(os.environ.get("PORT") or "8000")
    require_free(port)
    os.chdir(CHECKOUT)
    address = f"http://{HOST}:{port}"
    # The demonstration has its own database, whatever the surroundings say: RESET=1 erases it.
    os.environ.pop("DATABASE_URL", None)
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.local", SITE_URL=address)
    for name, quiet in (("LOG_LEVEL", "WARNING"), ("ACCESS_LOG", "false")):
        os.environ.setdefault(name, quiet)

    demonstration = Demonstration(value("MUNTADA_VAR"))
    demonstration.var.mkdir(parents=True, exist_ok=True)
    if os.environ.get("RESET", "0") not in {"", "0"}:
        print("Starting over")
        demonstration.reset()
    catalogues = digest(files("locale/*/LC_MESSAGES/*.po"))
    demonstration.step("translations", "Compiling the translations", catalogues, compile_catalogues)
    demonstration.prepare()
    print(invitation(address, demonstration.accounts), flush=True)
    serve(port)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next run takes up from here.")
