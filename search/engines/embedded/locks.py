"""Who may write now? One process at a time; a lock dies with who holds it, however that is killed."""

import fcntl
import os
import time
from pathlib import Path

from search.engines.base import EngineBusy

PAUSE = 0.01


class FileLock:
    """A lock between processes, and between the threads of one as well."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def take(self, *, patience: float = 0.0) -> None:
        """Raises `EngineBusy` when it is still held after so many seconds."""
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        until = time.monotonic() + patience
        while not _is_taken(file):
            if time.monotonic() >= until:
                os.close(file)
                raise EngineBusy("Somebody else is writing to the index.")
            time.sleep(PAUSE)
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _is_taken(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
