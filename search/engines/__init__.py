"""Which engine answers here? The one that `SEARCH_URL` names: one for each process."""

from pathlib import Path
from threading import Lock

from django.conf import settings

from search.engines.base import Engine

SCHEME = "embedded://"

_engines: dict[str, Engine] = {}
_lock = Lock()


def engine() -> Engine:
    url = settings.SEARCH_URL
    with _lock:
        if url not in _engines:
            _engines[url] = _engine(url)
        return _engines[url]


def forget() -> None:
    """The next question meets a new engine; the old ones let go of what they hold."""
    with _lock:
        while _engines:
            _url, held = _engines.popitem()
            held.close()


def _engine(url: str) -> Engine:
    # Each is imported when it is chosen: a process pays for one of them.
    if url.startswith(SCHEME):
        from search.engines.embedded import Embedded

        return Embedded(Path(url.removeprefix(SCHEME)))
    from search.engines.elastic.engine import Elastic

    return Elastic(url)
