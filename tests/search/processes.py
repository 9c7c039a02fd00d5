"""A site of its own on disk, and the processes that work on it: an editor, workers, the commands of the search."""

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from search.engines.embedded import Embedded
from tests.browser.serving import CHECKOUT, environment_of

MANAGE = (sys.executable, "manage.py")
# Of a machine that does much besides.
LONGEST = 60.0


class OnDisk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = folder / "search"

    def copied(self, folder: Path) -> "OnDisk":
        shutil.copytree(self.folder, folder)
        return OnDisk(folder)

    def start(self, *command: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=environment_of(self.folder, SEARCH_ENCODER="off", **environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        with self.start(*command) as process:
            out, err = process.communicate(timeout=LONGEST)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(*MANAGE, *arguments)

    def edit(self, *arguments: str) -> None:
        """See `tests.search.editor`."""
        done = self.run(sys.executable, "-m", "tests.search.editor", *arguments)
        assert done.returncode == 0, done.stderr

    @contextmanager
    def worker(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        process = self.start(*MANAGE, "worker", *arguments)
        try:
            yield process
        finally:
            process.kill()
            process.communicate()

    def ask(self, statement: str) -> list[Any]:
        """The first column of each row; what a statement changes is stored."""
        with closing(sqlite3.connect(self.folder / "muntada.sqlite3", timeout=20)) as connection, connection:
            return [row[0] for row in connection.execute(statement)]

    def jobs(self) -> int:
        return int(self.ask("SELECT count(*) FROM jobs_job")[0])

    def held(self) -> int:
        return int(self.ask("SELECT count(*) FROM jobs_job WHERE holder <> ''")[0])

    def let_leases_lapse(self) -> None:
        self.ask("UPDATE jobs_job SET held_until = '2000-01-01 00:00:00' WHERE holder <> ''")

    def kept(self) -> dict[str, int]:
        """Version by key of what the database knows of the index."""
        with closing(sqlite3.connect(self.folder / "muntada.sqlite3", timeout=20)) as connection:
            return dict(connection.execute("SELECT key, version FROM search_indexentry"))

    def indexed(self) -> dict[str, int]:
        """Version by key of what a new reader of the index finds there."""
        engine = Embedded(self.index)
        try:
            return {key: version for key, version, _tier in engine.held()}
        finally:
            engine.close()


def wait_until(is_so: Callable[[], object], *, pause: float = 0.02) -> float:
    """How many seconds it took."""
    started = time.monotonic()
    while not is_so():
        assert time.monotonic() < started + LONGEST, "it never came to that"
        time.sleep(pause)
    return time.monotonic() - started
