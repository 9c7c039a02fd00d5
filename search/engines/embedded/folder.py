"""Which generation of the index answers now, and where do its tiers lie?

`<folder>/live` names the generation; it is replaced in one step. Each tier is an index of its own below that.
"""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import TypeVar

import tantivy

from search.engines.base import NotBuilt
from search.engines.embedded.disk import Stamp, put_in_place, stamp_of
from search.engines.embedded.schema import FORMAT, register, schema
from search.engines.embedded.vectors.store import Store
from search.entries import Tier

# Another process may put a new generation in place, and take the old one away, between two looks.
ATTEMPTS = 5

Asked = TypeVar("Asked")


class Shelf:
    """The index of one tier, as last committed by whichever process."""

    def __init__(self, folder: Path) -> None:
        self.index = tantivy.Index.open(str(folder))
        self.index.config_reader("manual")
        register(self.index)
        self._commits = folder / "meta.json"
        self._seen: Stamp | None = None
        # Among so many its words are counted: until parts of it are merged, with those that were taken away.
        self.counted = 0
        self._lock = Lock()

    def searcher(self) -> tantivy.Searcher:
        if (stamp := stamp_of(self._commits)) != self._seen:
            with self._lock:
                self.index.reload()
                self.counted = sum(part["max_doc"] for part in json.loads(self._commits.read_text())["segments"])
                self._seen = stamp
        return self.index.searcher()


class Generation:
    """All tiers of one building of the index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shelves = {tier: Shelf(folder / tier) for tier in Tier}
        self.vectors = Store(folder / "vectors")


class Folder:
    """The folder of the index, with the generation that answers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pointer = path / "live"
        self._seen: Stamp | None = None
        self._live: Generation | None = None
        self._lock = Lock()

    def read(self, ask: Callable[[Generation], Asked]) -> Asked:
        """What `ask` finds in the generation that answers; raises `NotBuilt` when there is none of this format."""
        for _attempt in range(ATTEMPTS - 1):
            with suppress(OSError, ValueError):
                return ask(self.live())
        return ask(self.live())

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        return not self._pointer.exists()

    def live(self) -> Generation:
        if self.is_new:
            raise NotBuilt("There is no index yet.")
        stamp = stamp_of(self._pointer)
        with self._lock:
            if self._live is None or stamp != self._seen:
                self._live = Generation(self.path / self._name())
                self._seen = stamp
            return self._live

    def _name(self) -> str:
        name = self._pointer.read_text().strip()
        if not name.startswith(f"{FORMAT}-"):
            raise NotBuilt("The index has another format.")
        return name

    def new(self) -> Generation:
        """Empty, and not yet the one that answers."""
        folder = self.path / f"{FORMAT}-{token_hex(8)}"
        for tier in Tier:
            (folder / tier).mkdir(parents=True)
            tantivy.Index(schema(), str(folder / tier), reuse=False)
        (folder / "vectors").mkdir()
        return Generation(folder)

    def point_to(self, generation: Generation) -> None:
        """In one step, and for good when it returns."""
        put_in_place(self._pointer, generation.folder.name)

    def remove_others(self) -> None:
        """What builds that were stopped have left, and generations that answer no longer.

        Who has an old one open still reads it: a file that was removed stays until it is closed.
        """
        live = "" if self.is_new else self._pointer.read_text().strip()
        for path in self.path.iterdir():
            if path.is_dir() and path.name != live:
                shutil.rmtree(path, ignore_errors=True)
            elif path.name.startswith("live."):
                path.unlink(missing_ok=True)

    def remove(self, generation: Generation) -> None:
        shutil.rmtree(generation.folder, ignore_errors=True)

    def close(self) -> None:
        self._live = self._seen = None
