"""How is an index built beside the one that answers, and put in its place in one step?"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from search.engines.embedded.failing import answering
from search.engines.embedded.folder import Folder
from search.engines.embedded.locks import FileLock
from search.engines.embedded.writing import Writers, put
from search.entries import Entry

# How long it waits for who is writing at the moment.
PATIENCE = 30.0


class Building:
    """A generation that nobody reads yet."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._writers = Writers(folder.new())
        self._is_live = False

    def write(self, entries: Iterable[Entry]) -> None:
        with answering():
            put(self._writers, entries, (), 0)

    def swap(self) -> None:
        with answering():
            self._writers.close()
            with _nobody_writing(self._folder):
                self._folder.point_to(self._writers.generation)
                self._is_live = True
                self._folder.remove_others()

    def close(self) -> None:
        self._writers.close()
        if not self._is_live:
            self._folder.remove(self._writers.generation)


@contextmanager
def _nobody_writing(folder: Folder) -> Iterator[None]:
    lock = FileLock(folder.path / "write.lock")
    lock.take(patience=PATIENCE)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def building(folder: Folder) -> Iterator[Building]:
    """Raises `EngineBusy` when somebody else is at it."""
    with answering():
        folder.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder.path / "build.lock")
        lock.take()
    try:
        with answering():
            with _nobody_writing(folder):
                folder.remove_others()
            made = Building(folder)
        try:
            yield made
        finally:
            with answering():
                made.close()
    finally:
        lock.release()
