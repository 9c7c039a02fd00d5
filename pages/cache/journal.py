"""How does every process learn what changed?

Processes of one machine share an append-only file: reading it costs one `stat` a request. Machines share the
cache that `CACHE_URL` names: one look-up a request.
"""

import json
import os
from pathlib import Path
from typing import Protocol

from django.core.cache.backends.base import BaseCache

EVERYTHING = "*"


class Journal(Protocol):
    def write(self, tags: set[str]) -> None:
        """Tell everyone that what `tags` name has changed; `{"*"}` for everything."""

    def news(self) -> set[str]:
        """The tags written since the last call, by any process; `{"*"}` when they can't be told."""


class FileJournal:
    """Lines of JSON in a file. A new file (another inode, or a shorter one) means: forget everything."""

    max_bytes = 1_000_000

    def __init__(self, path: Path) -> None:
        self.path = path
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch()
        state = self.path.stat()
        self._inode, self._offset = state.st_ino, state.st_size

    def write(self, tags: set[str]) -> None:
        line = json.dumps(sorted(tags)).encode() + b"\n"
        if self.path.stat().st_size > self.max_bytes:
            fresh = self.path.with_suffix(".new")
            fresh.write_bytes(line)
            fresh.replace(self.path)
            return
        # One write call of an append: lines of two processes never mix.
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)

    def news(self) -> set[str]:
        try:
            state = os.stat(self.path)
        except FileNotFoundError:
            self.path.touch()
            return {EVERYTHING}
        if state.st_ino != self._inode or state.st_size < self._offset:
            self._inode, self._offset = state.st_ino, state.st_size
            return {EVERYTHING}
        if state.st_size == self._offset:
            return set()
        return self._read_on()

    def _read_on(self) -> set[str]:
        with self.path.open("rb") as file:
            file.seek(self._offset)
            text = file.read()
        whole = text[: text.rfind(b"\n") + 1]
        self._offset += len(whole)
        return {tag for line in whole.splitlines() for tag in json.loads(line)}


class SharedJournal:
    """Numbered entries in a cache that all machines share; a missing entry means: forget everything."""

    head = "journal:head"
    lifetime = 3600

    def __init__(self, cache: BaseCache) -> None:
        self.cache = cache
        self._seen = self.cache.get(self.head, 0)

    def write(self, tags: set[str]) -> None:
        self.cache.add(self.head, 0, timeout=None)
        number = self.cache.incr(self.head)
        self.cache.set(f"journal:{number}", sorted(tags), timeout=self.lifetime)

    def news(self) -> set[str]:
        head = self.cache.get(self.head, 0)
        if head == self._seen:
            return set()
        numbers = range(self._seen + 1, head + 1)
        self._seen = head
        entries = self.cache.get_many([f"journal:{number}" for number in numbers])
        if len(entries) < len(numbers) or not numbers:
            return {EVERYTHING}
        return {tag for tags in entries.values() for tag in tags}
