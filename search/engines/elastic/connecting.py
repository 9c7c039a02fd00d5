"""How is the server spoken to? With short waits, and not at all for a while once it fails."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import HttpHeaders, Urllib3HttpNode
from elasticsearch import Elasticsearch
from urllib3 import Timeout

from search.engines.base import EngineDown, NotBuilt
from search.engines.elastic.address import Address
from search.engines.elastic.breaker import PAUSE, Breaker
from search.engines.elastic.failing import explained, is_not_built, is_unreachable

logger = logging.getLogger(__name__)

# Seconds: to be let in, for an answer to a reader, for something to be written.
CONNECT, ANSWER, WRITE = 1.0, 3.0, 60.0


class Node(Urllib3HttpNode):
    """Waits less for being let in than for an answer, and speaks as Elasticsearch 8 does, which 9 understands."""

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: Any = ANSWER,
    ) -> Any:
        spoken = HttpHeaders(
            {name: value.replace("compatible-with=9", "compatible-with=8") for name, value in (headers or {}).items()}
        )
        wait: Any = Timeout(connect=CONNECT, read=request_timeout)
        return super().perform_request(method, target, body=body, headers=spoken, request_timeout=wait)


class Connection:
    """One for each process."""

    def __init__(self, address: Address, *, answer: float = ANSWER, pause: float = PAUSE) -> None:
        self.prefix = address.prefix
        self.client = _client(address).options(request_timeout=answer)
        self._breaker = Breaker(pause=pause)

    @contextmanager
    def asking(self) -> Iterator[Elasticsearch]:
        """Whatever fails inside becomes `EngineDown`, without its details; those are logged."""
        self._breaker.pass_or_refuse()
        try:
            yield self.client
        except EngineDown:
            raise
        except Exception as error:
            if is_unreachable(error):
                self._breaker.failed()
            else:
                self._breaker.succeeded()
            if is_not_built(error):
                raise NotBuilt("There is no index yet.") from None
            sentence = explained(error)
            logger.warning("Elasticsearch: %s", sentence or "it fails.", exc_info=None if sentence else error)
            raise EngineDown("The search engine does not answer.") from None
        self._breaker.succeeded()

    @contextmanager
    def writing(self) -> Iterator[Elasticsearch]:
        """The same, for who has time."""
        with self.asking() as client:
            yield client.options(request_timeout=WRITE)

    def close(self) -> None:
        self.client.close()


def _client(address: Address) -> Elasticsearch:
    trusted: dict[str, Any] = {"ca_certs": address.ca} if address.ca else {}
    if address.fingerprint:
        trusted["ssl_assert_fingerprint"] = address.fingerprint
    return Elasticsearch(
        list(address.nodes),
        basic_auth=address.account,
        node_class=Node,
        # Another node is asked at once when one is gone; who waited for one that hangs does not wait for another.
        max_retries=len(address.nodes) - 1,
        retry_on_timeout=False,
        **trusted,
    )
