"""What is kept, and which of it shows a given thing?"""

import time
from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Protocol, TypeVar

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A response as it goes out: headers in order, the body in bytes, its tags, and when it stops being good."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str
    tags: frozenset[str]
    good_until: float

    @property
    def size(self) -> int:
        return len(self.body)


class Entry(Protocol):
    """Anything that can be kept: what it shows, until when it is good, and how much room it takes."""

    @property
    def tags(self) -> frozenset[str]: ...

    @property
    def good_until(self) -> float: ...

    @property
    def size(self) -> int: ...


E = TypeVar("E", bound=Entry)


class Store(Generic[E]):
    """The most recently used entries of this process, whose sizes add up to `max_size` at most; safe for threads."""

    def __init__(self, max_size: int) -> None:
        self.max_size = max_size
        self.size = 0
        self._kept: OrderedDict[Key, E] = OrderedDict()
        self._keys_by_tag: dict[str, set[Key]] = defaultdict(set)
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key) -> E | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            if kept.good_until < time.monotonic():
                self._forget(key)
                return None
            self._kept.move_to_end(key)
            return kept

    def put(self, key: Key, kept: E) -> None:
        """Keep an entry; the least recently used ones make room. One larger than the store is not kept."""
        if kept.size > self.max_size:
            return
        with self._lock:
            self._forget(key)
            self._kept[key] = kept
            self.size += kept.size
            for tag in kept.tags:
                self._keys_by_tag[tag].add(key)
            while self.size > self.max_size:
                self._forget(next(iter(self._kept)))

    def drop(self, tags: set[str]) -> int:
        """Forget every entry that shows any of `tags`; returns how many."""
        with self._lock:
            keys = {key for tag in tags for key in self._keys_by_tag.get(tag, ())}
            for key in keys:
                self._forget(key)
            return len(keys)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._keys_by_tag.clear()
            self.size = 0

    def _forget(self, key: Key) -> None:
        kept = self._kept.pop(key, None)
        if kept is None:
            return
        self.size -= kept.size
        for tag in kept.tags:
            keys = self._keys_by_tag[tag]
            keys.discard(key)
            if not keys:
                del self._keys_by_tag[tag]
