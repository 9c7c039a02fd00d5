"""Writing in bulk, an older version never in place of a newer one; each thing's own error is looked at."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.engines.elastic.failing import NO_INDEX, OVERLOADED, Refused, refused
from search.engines.elastic.mapping import document
from search.entries import Entry, Tier

logger = logging.getLogger(__name__)

Action = dict[str, Any]

# What is the state of the server, not the fault of what was written: 403 is said of read-only indexes as well.
_OF_THE_SERVER = {401, 403, *OVERLOADED}
_STALE = 409


def put(entry: Entry, index: str) -> Action:
    return _action("index", index, entry.key, entry.version) | {"_source": document(entry)}


def take_away(key: str, index: str, version: int) -> Action:
    return _action("delete", index, key, version)


def _action(kind: str, index: str, key: str, version: int) -> Action:
    return {"_op_type": kind, "_index": index, "_id": key, "version": version, "version_type": "external_gte"}


def replacing(entry: Entry, indexes: Mapping[Tier, str]) -> Iterator[Action]:
    """In its tier; in the others the same version says that it is not there."""
    for tier, index in indexes.items():
        if tier != entry.tier:
            yield take_away(entry.key, index, entry.version)
    yield put(entry, indexes[entry.tier])


def written(client: Elasticsearch, actions: Iterable[Action], **how: Any) -> dict[str, str]:
    """What could not be written, and why. Raises when the server cannot write at all."""
    failures: dict[str, str] = {}
    for is_done, result in streaming_bulk(client, actions, raise_on_error=False, **how):
        [one] = result.values()
        if is_done or "error" not in one or one["status"] == _STALE:
            continue
        error = refused(one)
        if error.status in _OF_THE_SERVER or error.kind == NO_INDEX:
            raise error
        failures[one["_id"]] = _said(one, error)
    return failures


def _said(one: dict[str, Any], error: Refused) -> str:
    logger.warning("Elasticsearch: %s cannot be written: %s", one["_id"], one["error"].get("reason", error.kind))
    return f"refused: {error.kind}"
