"""The engines that there are on this machine, each with an index of its own."""

import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from search.engines.base import Engine
from search.engines.database import DatabaseEngine
from search.engines.elastic.engine import Elastic
from search.engines.embedded import Embedded
from search.entries import Entry
from search.keeping import written
from search.models import IndexEntry

# An Elasticsearch that tests may fill, as `.ci/elasticsearch start` prints it.
ELASTIC = os.environ.get("TEST_SEARCH_URL", "")
INDEXES = ("embedded", *(("elastic",) if ELASTIC else ()))
ENGINES = (*INDEXES, "database")


class Database(DatabaseEngine):
    """Entries are kept where those of the site are."""

    def write(self, entries: Iterable[Entry], gone: Iterable[str], version: int) -> dict[str, str]:
        IndexEntry.objects.bulk_create(map(_row, entries))
        return {}


@contextmanager
def opened(name: str, folder: Path) -> Iterator[Engine]:
    """Empty; all of it goes at the end."""
    made = _engine(name, folder)
    try:
        yield made
    finally:
        if isinstance(made, Elastic):
            remove_all(made)
        made.close()


def elastic_address() -> str:
    return urlsplit(ELASTIC)._replace(path=f"/contract-{uuid.uuid4().hex}").geturl()


def _engine(name: str, folder: Path) -> Engine:
    match name:
        case "embedded":
            return Embedded(folder / "index")
        case "elastic":
            return Elastic(elastic_address())
    return Database()


def remove_all(engine: Elastic) -> None:
    """What an engine at an address of its own has made."""
    with engine._connection.writing() as client:
        names = client.indices.get(index=f"{engine._prefix}*", expand_wildcards="all")
        for name in names:
            client.indices.delete(index=name)


def _row(entry: Entry) -> IndexEntry:
    return IndexEntry(
        key=entry.key,
        tier=entry.tier,
        version=entry.version,
        classes=written(entry.classes),
        tokens=entry.tokens,
        values={name: list(values) for name, values in entry.values.items()},
        years=list(entry.years),
        day=entry.day,
    )
