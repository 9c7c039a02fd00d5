"""Is it worth asking now? After some failures in a row nobody waits again, but for one who tries now and then."""

import time
from collections.abc import Callable
from threading import Lock

from search.engines.base import EngineDown

FAILURES = 2
PAUSE = 5.0


class Breaker:
    def __init__(self, *, pause: float = PAUSE, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause = pause
        self._clock = clock
        self._failures = 0
        self._until = 0.0
        self._lock = Lock()

    def pass_or_refuse(self) -> None:
        """Raises `EngineDown` at once while the engine is taken to be down."""
        with self._lock:
            if self._failures < FAILURES:
                return
            if self._clock() < self._until:
                raise EngineDown("The search engine does not answer.")
            # This one tries; those who come meanwhile do not.
            self._until = self._clock() + self._pause

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._until = self._clock() + self._pause

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0
