"""How is a request given to one worker of a server, and not to another? The others are stopped meanwhile."""

import os
import signal
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.serving import Site


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    url: str, address: str, *, session: str = "", method: str = "GET", body: str | None = None, **headers: str
) -> Answer:
    """On a connection of its own; headers are written with underscores, and their names come back in small letters."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    place = urlsplit(url)
    if place.scheme == "https":
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection: HTTPConnection = HTTPSConnection(place.netloc, timeout=30, context=context)
    else:
        connection = HTTPConnection(place.netloc, timeout=30)
    try:
        connection.request(method, address, body, sent | ({"Cookie": f"sessionid={session}"} if session else {}))
        response = connection.getresponse()
        received = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, received, response.read())
    finally:
        connection.close()


# Of the servers in these tests.
WORKERS = 2
LONGEST_START_SECONDS = 30


def workers_of(site: Site) -> list[int]:
    """A server answers as soon as its first worker is there; the second may come a moment later."""
    children = Path(f"/proc/{site.master}/task/{site.master}/children")
    last = time.monotonic() + LONGEST_START_SECONDS
    while len(found := children.read_text().split()) < WORKERS and time.monotonic() < last:
        time.sleep(0.05)
    return sorted(map(int, found))


@contextmanager
def stopped(workers: Iterable[int]) -> Iterator[None]:
    held = list(workers)
    for worker in held:
        os.kill(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        for worker in held:
            os.kill(worker, signal.SIGCONT)
