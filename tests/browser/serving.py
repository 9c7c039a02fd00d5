"""How does the browser get a site: its data and static files made once, then one gunicorn for each test process."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

CHECKOUT = Path(__file__).resolve().parents[2]
STARTING_SECONDS = 60


@dataclass(frozen=True)
class Site:
    """A running site: its address, the folder of what it writes, and the process that has the workers."""

    url: str
    folder: Path
    master: int

    def at(self, address: str) -> str:
        return f"{self.url}/{address.lstrip('/')}"


def make_material(folder: Path, *, demonstration: Path) -> None:
    """Fill `folder` with the database of the demonstration, its search index and the collected static files."""
    folder.mkdir(parents=True)
    shutil.copy(demonstration, folder / "muntada.sqlite3")
    environment = environment_of(folder)
    commands = (
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        [sys.executable, "-m", "tests.browser.material"],
    )
    running = [subprocess.Popen(command, cwd=CHECKOUT, env=environment) for command in commands]
    failed = [command for command, process in zip(commands, running, strict=True) if process.wait()]
    if failed:
        raise RuntimeError(f"{' '.join(failed[0])} failed")
    subprocess.run([sys.executable, "manage.py", "rebuild_search"], cwd=CHECKOUT, env=environment, check=True)


@contextmanager
def serve(material: Path, folder: Path, *, is_empty: bool = False, workers: int = 1) -> Iterator[Site]:
    """A site of its own in `folder`; an empty one has the static files, and not one table in its database."""
    left_out = "*" if is_empty else "static"
    shutil.copytree(material, folder, ignore=shutil.ignore_patterns(left_out))
    (folder / "static").symlink_to(material / "static")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = environment_of(folder, SITE_URL=url, BIND=f"127.0.0.1:{port}", WEB_CONCURRENCY=str(workers))
    command = [sys.executable, "-m", "gunicorn", "-c", "site/deploy/gunicorn.conf.py", "--threads", "4", "config.wsgi"]
    with (folder / "gunicorn.log").open("w") as log:
        process = subprocess.Popen(command, cwd=CHECKOUT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        site = Site(url, folder, process.pid)
        try:
            _wait_for(site, process)
            yield site
        finally:
            process.terminate()
            process.wait(timeout=20)


def environment_of(folder: Path, **more: str) -> Mapping[str, str]:
    """The settings of a demonstration, whatever the surroundings of the tests say."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": f"{CHECKOUT}{os.pathsep}{CHECKOUT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "MUNTADA_VAR": str(folder),
        "ACCESS_LOG": "false",
        "LOG_LEVEL": "ERROR",
        "SEARCH_ENCODER": "off",
        **more,
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(site: Site, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTING_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            urlopen(site.at("static/css/muntada.css"), timeout=5).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError((site.folder / "gunicorn.log").read_text() or "gunicorn did not start")
