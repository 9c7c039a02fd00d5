"""How does a service that speaks OpenAI's form of embeddings read a text, and what if it does not answer?"""

import json
import logging
import time
from collections.abc import Sequence
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from search.semantic.encoders import EncoderDown, Vectors

logger = logging.getLogger(__name__)

# A reader waits for the meaning of a question, and nobody for that of a passage.
SECONDS_FOR_QUERIES, SECONDS_FOR_PASSAGES = 1.0, 30.0
# After a failure, readers' questions go without for so long.
PAUSE = 30.0
# More than any model makes of a batch.
MOST_BYTES = 64 * 2**20


class Service:
    def __init__(self, address: str, *, model: str, key: str = "") -> None:
        self.name = model
        self._address = urlsplit(f"{address.rstrip('/')}/embeddings")
        self._headers = {"Content-Type": "application/json"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        # Models of the E5 family want to be told what a text is; others take it as it is.
        self._said = ("query: ", "passage: ") if "e5" in model.lower() else ("", "")
        self._rests_until = 0.0

    def queries(self, texts: Sequence[str]) -> Vectors:
        """At once without an answer, for a while after a failure."""
        if time.monotonic() < self._rests_until:
            raise EncoderDown
        return self._vectors([self._said[0] + text for text in texts], SECONDS_FOR_QUERIES)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._vectors([self._said[1] + text for text in texts], SECONDS_FOR_PASSAGES)

    def _vectors(self, texts: list[str], seconds: float) -> Vectors:
        try:
            return _rows(self._answer({"model": self.name, "input": texts}, seconds), len(texts))
        except (OSError, HTTPException, ValueError, LookupError, TypeError) as problem:
            self._rests_until = time.monotonic() + PAUSE
            # Not what the problem says, which may hold a reader's question or the key.
            logger.warning("The encoder of the search does not answer (%s).", type(problem).__name__)
            raise EncoderDown from None

    def _answer(self, question: dict[str, Any], seconds: float) -> Any:
        """Within the time for each step, and for the whole answer, however slowly its bytes come."""
        until = time.monotonic() + seconds
        kind = HTTPSConnection if self._address.scheme == "https" else HTTPConnection
        with closing(kind(self._address.netloc, timeout=seconds)) as connection:
            connection.request("POST", self._address.path, json.dumps(question), self._headers)
            response = connection.getresponse()
            if response.status != 200:
                raise ValueError
            body = b""
            while part := response.read1(2**16):
                body += part
                if len(body) > MOST_BYTES or time.monotonic() > until:
                    raise ValueError
        return json.loads(body)


def _rows(answer: Any, count: int) -> Vectors:
    """One for each text, in the order of the texts, whatever order they came in; all of numbers, of one length."""
    rows = sorted(answer["data"], key=lambda row: row["index"])
    vectors = np.asarray([row["embedding"] for row in rows], dtype=np.float32)
    if vectors.ndim != 2 or len(vectors) != count or not np.isfinite(vectors).all():
        raise ValueError
    return vectors
