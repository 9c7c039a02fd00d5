"""The engine inside the process: tantivy in a folder that the processes of one machine share."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

from search.engines.base import Answer, Build, Near, Question
from search.engines.embedded.asking import answer
from search.engines.embedded.building import building
from search.engines.embedded.failing import answering
from search.engines.embedded.folder import Folder
from search.engines.embedded.locks import FileLock
from search.engines.embedded.meaning import cosines, nearest
from search.engines.embedded.spelling import words_like
from search.engines.embedded.standing import everything
from search.engines.embedded.writing import Writers, put
from search.entries import Entry, Tier


class Embedded:
    """One for each folder and process; threads may share it."""

    def __init__(self, path: Path) -> None:
        self._folder = Folder(path)
        self._merging: Thread | None = None

    def search(self, question: Question) -> Answer:
        with answering():
            return self._folder.read(lambda generation: answer(question, generation))

    def nearest(self, vector: bytes, question: Question, limit: int) -> list[Near]:
        if not question.classes:
            return []
        with answering():
            return self._folder.read(lambda generation: nearest(vector, question, limit, generation))

    def cosines(self, vector: bytes, keys: Iterable[str]) -> dict[str, Near]:
        wanted = list(keys)
        with answering():
            return self._folder.read(lambda generation: cosines(vector, wanted, generation))

    def words_like(self, word: str, question: Question, limit: int) -> list[str]:
        if Tier.PUBLIC not in question.tiers or not question.classes:
            return []
        with answering():
            return self._folder.read(
                lambda generation: words_like(word, question, generation.shelves[Tier.PUBLIC].searcher(), limit)
            )

    def write(self, entries: Iterable[Entry], gone: Iterable[str], version: int) -> dict[str, str]:
        with answering(), self._writers() as writers:
            return put(writers, entries, gone, version)

    def held(self) -> Iterator[tuple[str, int, Tier]]:
        with answering():
            yield from self._folder.read(everything)

    @contextmanager
    def build(self) -> Iterator[Build]:
        with building(self._folder) as made:
            yield made

    def close(self) -> None:
        """Waits for what is still being merged."""
        self._settle()
        self._folder.close()

    @contextmanager
    def _writers(self) -> Iterator[Writers]:
        """Merging goes on in a thread, so that nobody waits for it; until it ends, only this process may write."""
        self._settle()
        self._folder.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._folder.path / "write.lock")
        lock.take()
        with ExitStack() as held:
            held.callback(lock.release)
            if self._folder.is_new:
                self._folder.point_to(self._folder.new())
            writers = Writers(self._folder.live())
            held.callback(writers.close)
            yield writers
            if writers.are_merging:
                merging = Thread(target=held.pop_all().close, daemon=True)
                merging.start()
                self._merging = merging

    def _settle(self) -> None:
        merging, self._merging = self._merging, None
        if merging:
            merging.join()
