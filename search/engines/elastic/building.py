"""A new index beside the one that answers, until it takes its place."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain

from search.engines.base import EngineDown
from search.engines.elastic import indexes
from search.engines.elastic.connecting import Connection
from search.engines.elastic.lock import Lock
from search.engines.elastic.mapping import ONCE_LIVE
from search.engines.elastic.writing import Action, put, take_away, written
from search.entries import Entry, Tier
from search.parts import parts

AT_ONCE = 500


class ElasticBuild:
    def __init__(self, connection: Connection, names: dict[Tier, str], lock: Lock) -> None:
        self._connection = connection
        self._names = names
        self._lock = lock
        self._tiers: dict[str, Tier] = {}
        self._is_live = False

    def write(self, entries: Iterable[Entry]) -> None:
        # Each part is taken first: what goes wrong in making it is no failure of the server.
        for some in parts(entries, AT_ONCE):
            self._lock.check()
            with self._connection.writing() as client:
                failures = written(client, chain.from_iterable(map(self._actions, some)))
            if failures:
                raise EngineDown(f"{len(failures)} entries could not be written, {min(failures)} among them.")

    def _actions(self, entry: Entry) -> Iterator[Action]:
        """What is written a second time may have moved."""
        before = self._tiers.get(entry.key, entry.tier)
        if before != entry.tier:
            yield take_away(entry.key, self._names[before], entry.version)
        self._tiers[entry.key] = entry.tier
        yield put(entry, self._names[entry.tier])

    def swap(self) -> None:
        self._lock.check()
        with self._connection.writing() as client:
            client.indices.put_settings(index=list(self._names.values()), settings=ONCE_LIVE)
            client.indices.refresh(index=list(self._names.values()))
            indexes.swap(client, self._connection.prefix, self._names)
            self._is_live = True
            indexes.remove_unused(client, self._connection.prefix)

    def clear(self) -> None:
        """What cannot be removed now is removed by the next build."""
        if not self._is_live:
            with suppress(EngineDown), self._connection.writing() as client:
                indexes.remove(client, list(self._names.values()))


@contextmanager
def building(connection: Connection) -> Iterator[ElasticBuild]:
    """Raises `EngineBusy` when somebody else is at it."""
    lock = Lock(connection.client, f"{connection.prefix}-building")
    with connection.writing():
        lock.take()
    try:
        with connection.writing() as client:
            indexes.remove_unused(client, connection.prefix)
            build = ElasticBuild(connection, indexes.created(client, connection.prefix), lock)
        try:
            yield build
        finally:
            build.clear()
    finally:
        lock.release()


def make_first(connection: Connection) -> None:
    """An empty index where there is none at all; where there is one of another format, it is to be built."""
    with building(connection) as build, connection.writing() as client:
        if not any(indexes.ours(client, connection.prefix).values()):
            build.swap()
