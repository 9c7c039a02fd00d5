"""Other processes at the same index, to be killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BEGINNING = """
import sys
from pathlib import Path
from search.engines.base import *
from search.engines.embedded import Embedded
from tests.search.contract.shelf import entry

engine = Embedded(Path(sys.argv[1]))
def say(what):
    print(what, flush=True)
"""


@contextmanager
def running(folder: Path, program: str) -> Iterator[subprocess.Popen[str]]:
    """`engine`, `entry` and `say` are there; it is killed at the end."""
    command = [sys.executable, "-c", BEGINNING + program, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()
