"""One process that does the jobs of every kind, until it is told to stop."""

import logging
import time
from collections.abc import Callable

from django.db import Error, connection

from jobs import draining, queue
from jobs.draining import Outcome
from jobs.registry import Handler, handlers

logger = logging.getLogger(__name__)
# Half a second after a commit at most, the job is found.
IDLE = 0.5
LONGEST_REST = 30.0


class Worker:
    """`say` is told of each batch."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say
        self._holder = draining.new_holder()
        self._is_stopped = False

    def stop(self, *args: object) -> None:
        """After the batch it is at. Called by signals, which may come at any moment: it waits for nothing itself."""
        self._is_stopped = True

    def run(self) -> None:
        rest = IDLE
        while not self._is_stopped:
            try:
                is_busy, rest = bool(self._round()), IDLE
            except Error:
                logger.exception("The database does not answer; trying again in %.0f seconds", rest)
                connection.close()
                is_busy, rest = False, min(rest * 2, LONGEST_REST)
            if not is_busy:
                self._rest(rest)

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._is_stopped and time.monotonic() < until:
            time.sleep(min(IDLE, seconds))

    def run_once(self) -> Outcome:
        """Until nothing is due any more."""
        total = Outcome()
        while not self._is_stopped and (found := self._round()):
            total = total.plus(found)
        return total

    def _round(self) -> Outcome:
        """A batch of each kind that has something due."""
        kinds = set(queue.due(self._holder).order_by().values_list("kind", flat=True).distinct())
        total = Outcome()
        for handler in handlers():
            if handler.kind in kinds and not self._is_stopped:
                total = total.plus(self._batch(handler))
        return total

    def _batch(self, handler: Handler) -> Outcome:
        started = time.monotonic()
        outcome = draining.drain(handler, holder=self._holder)
        if outcome:
            self._say(f"{handler.kind}: {outcome} ({time.monotonic() - started:.2f} s)")
        return outcome
