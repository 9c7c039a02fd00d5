"""Which segments of passages are there? A list of their names, replaced in one step.

Passages are added before the index names their writing and are of no account until then, so that a process that is
killed in between leaves nothing wrong behind. Who writes holds the lock of the index.
"""

import json
import shutil
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from secrets import token_hex
from threading import Lock

import numpy as np

from search.engines.embedded.disk import Stamp, put_in_place, stamp_of
from search.engines.embedded.vectors.segment import Numbers, Segment, merge, write
from search.entries import Passage

Alive = Callable[[Numbers], Numbers]


class Store:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = folder / "list.json"
        self._seen: Stamp | None = None
        self._segments: list[Segment] = []
        self._lock = Lock()

    def segments(self) -> list[Segment]:
        """As last listed by whichever process."""
        if not self._list.exists():
            return []
        if (stamp := stamp_of(self._list)) != self._seen:
            with self._lock:
                held = {segment.folder.name: segment for segment in self._segments}
                names = json.loads(self._list.read_text())
                self._segments = [held.get(name) or Segment(self._folder / name) for name in names]
                self._seen = stamp
        return self._segments

    def add(self, written: Sequence[tuple[int, Passage]]) -> None:
        if not written:
            return
        by_length = sorted(written, key=lambda pair: len(pair[1].vector))
        names = [segment.folder.name for segment in self.segments()]
        for _length, some in groupby(by_length, key=lambda pair: len(pair[1].vector)):
            name = token_hex(8)
            write(self._folder / name, list(some))
            names.append(name)
        put_in_place(self._list, json.dumps(names))

    def tidy(self, alive: Alive) -> None:
        """One segment in place of several small ones, without what `alive`, asked for writings, does not know."""
        segments = self.segments()
        count = _to_merge([(len(segment), segment.width) for segment in segments])
        if count < 2:
            return
        kept, merged = segments[:-count], segments[-count:]
        parts = [(part, part.rows_of(np.sort(alive(np.unique(part.writings))))) for part in merged]
        names = [segment.folder.name for segment in kept]
        if any(len(rows) for _part, rows in parts):
            names.append(token_hex(8))
            merge(self._folder / names[-1], parts)
        put_in_place(self._list, json.dumps(names))
        for path in self._folder.iterdir():
            if path.is_dir() and path.name not in names:
                shutil.rmtree(path, ignore_errors=True)


def _to_merge(sizes: Sequence[tuple[int, int]]) -> int:
    """How many at the end are to be one: as long as what stands before is less than twice as large.

    So there are few, and each row is copied few times.
    """
    count, rows = 1, sizes[-1][0] if sizes else 0
    for size, width in reversed(sizes[:-1]):
        if size >= 2 * rows or width != sizes[-1][1]:
            break
        count, rows = count + 1, rows + size
    return count
