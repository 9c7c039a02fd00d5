"""Who may build? One at a time, who says so again and again; who was killed says nothing more."""

import time
from contextlib import suppress
from threading import Event, Thread
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, ConflictError, Elasticsearch, NotFoundError

from search.engines.base import EngineBusy

# Seconds between two signs of life, and how long without one until somebody is taken to be dead.
BEAT, DEATH = 1.0, 5.0
ID = "build"
MAPPING = {"dynamic": "strict", "properties": {"beats": {"type": "long", "index": False}}}

# The number of its last writing, by which nobody else can have written since.
Place = dict[str, int]


class Lock:
    def __init__(self, client: Elasticsearch, index: str, *, beat: float = BEAT, death: float = DEATH) -> None:
        self._client = client
        self._index = index
        self._beat = beat
        self._death = death
        self._beats = 0
        self._place: Place = {}
        self._is_over = Event()
        self._is_lost = False
        self._beating = Thread(target=self._keep, name="search-build", daemon=True)

    def take(self) -> None:
        """Raises `EngineBusy` when somebody is building."""
        self._take()
        self._beating.start()

    def release(self) -> None:
        """If the server is away, the next one finds this one dead."""
        self._is_over.set()
        self._beating.join()
        if not self._is_lost:
            with suppress(ApiError, TransportError):
                self._client.options(ignore_status=(404, 409)).delete(
                    index=self._index,
                    id=ID,
                    if_seq_no=self._place["if_seq_no"],
                    if_primary_term=self._place["if_primary_term"],
                )

    def check(self) -> None:
        if self._is_lost:
            raise EngineBusy("Somebody else builds the index.")

    def _take(self) -> None:
        self._client.options(ignore_status=400).indices.create(
            index=self._index, mappings=MAPPING, settings={"auto_expand_replicas": "0-1", "number_of_shards": 1}
        )
        try:
            if (other := self._seen()) is None:
                self._write(op_type="create")
            else:
                self._wait_for_death_of(other)
                self._write(**other)
        except ConflictError:
            raise EngineBusy("Somebody else builds the index.") from None

    def _wait_for_death_of(self, other: Place) -> None:
        until = time.monotonic() + self._death
        while time.monotonic() < until:
            time.sleep(self._beat / 4)
            if (now := self._seen()) is None:
                raise EngineBusy("Somebody else has just built the index.")
            if now != other:
                raise EngineBusy("Somebody else builds the index.")

    def _seen(self) -> Place | None:
        try:
            found = self._client.get(index=self._index, id=ID, realtime=True, source=False)
        except NotFoundError:
            return None
        return {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}

    def _write(self, **condition: Any) -> None:
        self._beats += 1
        done = self._client.index(index=self._index, id=ID, document={"beats": self._beats}, **condition)
        self._place = {"if_seq_no": done["_seq_no"], "if_primary_term": done["_primary_term"]}

    def _keep(self) -> None:
        while not self._is_over.wait(self._beat):
            try:
                self._write(**self._place)
            except ConflictError:
                self._is_lost = True
                return
            except (ApiError, TransportError):  # a server that is away gives the lock to nobody else either
                continue
