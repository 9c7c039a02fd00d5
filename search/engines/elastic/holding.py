"""What is in the index? Every entry once, as things stood when the question was asked."""

from collections.abc import Iterator

from search.engines.elastic.connecting import Connection
from search.engines.elastic.indexes import aliases, tier_of
from search.entries import Tier

AT_ONCE = 1000
# How long the server keeps the view between two pages.
KEPT = "2m"


def held(connection: Connection) -> Iterator[tuple[str, int, Tier]]:
    with connection.writing() as client:
        view = client.open_point_in_time(index=aliases(connection.prefix), keep_alive=KEPT)["id"]
    try:
        after = None
        while True:
            with connection.writing() as client:
                answer = client.search(
                    pit={"id": view, "keep_alive": KEPT},
                    size=AT_ONCE,
                    sort=["_shard_doc"],
                    search_after=after,
                    version=True,
                    source=False,
                    track_total_hits=False,
                )
            # The server may go on with another view than the one it was asked for.
            view, page = answer["pit_id"], answer["hits"]["hits"]
            if not page:
                return
            for hit in page:
                yield hit["_id"], hit["_version"], tier_of(connection.prefix, hit["_index"])
            after = page[-1]["sort"]
    finally:
        with connection.writing() as client:
            client.options(ignore_status=404).close_point_in_time(id=view)
