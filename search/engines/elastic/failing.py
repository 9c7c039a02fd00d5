"""What went wrong, in words for who looks after the server? Never with credentials, nor what was asked."""

from typing import Any

from elastic_transport import ConnectionTimeout, SerializationError, TlsError, TransportError
from elasticsearch import ApiError, UnsupportedProductError

OVERLOADED = {408, 429, 502, 503, 504}
NO_INDEX = "index_not_found_exception"


class Refused(Exception):
    """One of several things asked at once was refused."""

    def __init__(self, status: int, kind: str) -> None:
        super().__init__(status, kind)
        self.status = status
        self.kind = kind


def refused(part: dict[str, Any]) -> Refused:
    """From the part of an answer that holds an error."""
    error = part["error"]
    return Refused(int(part.get("status", 500)), str(error["type"] if isinstance(error, dict) else error))


def status_and_kind(error: Exception) -> tuple[int | None, str]:
    if isinstance(error, Refused):
        return error.status, error.kind
    if isinstance(error, ApiError) and not isinstance(error, UnsupportedProductError):
        return error.meta.status, str(error.message)
    return None, ""


def is_unreachable(error: Exception) -> bool:
    """Whether who asks next would only wait as well."""
    status, _kind = status_and_kind(error)
    return status in OVERLOADED if status else isinstance(error, TransportError)


def is_not_built(error: Exception) -> bool:
    return status_and_kind(error) == (404, NO_INDEX)


def explained(error: Exception) -> str:
    """One sentence; empty when only the traceback says more."""
    status, kind = status_and_kind(error)
    if status:
        return _of_status(status, kind)
    if isinstance(error, UnsupportedProductError | SerializationError):
        return "What answers at the address of SEARCH_URL is not Elasticsearch."
    if isinstance(error, TlsError):
        return "The certificate of the server is not accepted; name its authority as ?ca=FILE in SEARCH_URL."
    if isinstance(error, ConnectionTimeout):
        return "The server does not answer in time."
    if isinstance(error, TransportError):
        return "Nothing can be reached at the address of SEARCH_URL."
    return ""


def _of_status(status: int, kind: str) -> str:
    match status, kind:
        case 401, _:
            return "The server refuses the user or the password of SEARCH_URL."
        case ((403 | 429), "cluster_block_exception"):
            return "The indexes are read-only; most often the server's disk is full."
        case 403, _:
            return "The user of SEARCH_URL may not do this; it needs all rights on indexes that begin with the prefix."
        case ((400 | 406), "media_type_header_exception"):
            return "The server has a version that is not supported; it takes Elasticsearch 8 or 9."
        case 404, "index_not_found_exception":
            return "There is no index; `manage.py rebuild_search` makes it."
        case _ if status in OVERLOADED:
            return f"The server has too much to do ({status})."
    return f"The server refuses what it was asked ({status} {kind[:80]})."
