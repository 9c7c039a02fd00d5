"""Takes each check out of a copy of the checkout, runs the tests that must notice, and writes docs/sabotage.md.

`python -m tests.sabotage.run WORD…` tries only those whose name or file has one of the words, and writes nothing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import NamedTuple

from tests.sabotage.model import Sabotage
from tests.sabotage.outcome import Outcome, outcome_in
from tests.sabotage.seeds import SABOTAGES
from tests.sabotage.table import write_table

CHECKOUT = Path(__file__).resolve().parents[2]
AT_A_TIME = 2
LONGEST_SECONDS = 300
ENOUGH = 5


class Result(NamedTuple):
    sabotage: Sabotage
    outcome: Outcome


def main(words: list[str]) -> int:
    chosen = [one for one in SABOTAGES if not words or any(word in f"{one.name} {one.file}" for word in words)]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sabotage-") as folder:
        copies = [_copy(Path(folder) / f"copy{number}") for number in range(AT_A_TIME)]
        made_once = Path(folder) / "made-once"
        made_once.mkdir()
        before = _tested(copies[0], made_once, sorted({test for one in chosen for test in one.tests}))
        if before.failed or before.broken:
            print("Without any sabotage these fail:", *before.failed, *before.broken, sep="\n  ")
            return 1
        results = _tried(chosen, copies, made_once)
    unnoticed = [result.sabotage.name for result in results if not result.outcome.is_noticed]
    if not words:
        write_table(CHECKOUT / "docs/sabotage.md", results)
    print(f"{len(results) - len(unnoticed)} of {len(results)} noticed, in {time.monotonic() - began:.0f} s")
    print(*(f"Nobody noticed: {name}" for name in unnoticed), sep="\n")
    return 1 if unnoticed else 0


def _copy(folder: Path) -> Path:
    """What git knows of the checkout or would add to it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CHECKOUT / name, folder / name)
    return folder


def _tried(sabotages: Iterable[Sabotage], copies: list[Path], made_once: Path) -> list[Result]:
    free: Queue[Path] = Queue()
    for copy in copies:
        free.put(copy)

    def tried(sabotage: Sabotage) -> Result:
        copy = free.get()
        try:
            result = Result(sabotage, _sabotaged(sabotage, copy, made_once))
        finally:
            free.put(copy)
        print(f"{'noticed' if result.outcome.is_noticed else 'UNNOTICED':10} {sabotage.name}", flush=True)
        return result

    with ThreadPoolExecutor(len(copies)) as pool:
        return list(pool.map(tried, sabotages))


def _sabotaged(sabotage: Sabotage, copy: Path, made_once: Path) -> Outcome:
    file = copy / sabotage.file
    source = file.read_text()
    if source.count(sabotage.text) != 1:
        return Outcome(broken=(f"{sabotage.file} no longer has the text",))
    file.write_text(source.replace(sabotage.text, sabotage.replacement))
    try:
        return _tested(copy, made_once, sabotage.tests)
    finally:
        file.write_text(source)


def _tested(copy: Path, made_once: Path, tests: Iterable[str]) -> Outcome:
    report = copy / "report.xml"
    report.unlink(missing_ok=True)
    options = ["-q", "-p", "no:cacheprovider", "--show-capture=no", f"--maxfail={ENOUGH}", f"--junitxml={report}"]
    environment = os.environ | {
        "PYTHONPATH": f"{copy}{os.pathsep}{copy / 'site'}",
        # Two states of a file within a second must not be taken for one.
        "PYTHONDONTWRITEBYTECODE": "1",
        "TESTS_MADE_ONCE": str(made_once),
    }
    command = [sys.executable, "-m", "pytest", *options, *tests]
    try:
        ran = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=LONGEST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return Outcome(broken=("the tests took too long",))
    return outcome_in(report) if report.exists() else Outcome(broken=(ran.stdout[-2000:] + ran.stderr[-2000:],))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
