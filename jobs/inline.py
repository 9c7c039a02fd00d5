"""Does jobs in the process that asked for them, so that a small site needs no worker. Nobody waits for it."""

import logging
import threading
import time

from django.conf import settings
from django.db import Error, connection, connections

from jobs import draining, queue
from jobs.draining import Outcome
from jobs.registry import handler_of, handlers

logger = logging.getLogger(__name__)
# For how long after the last job it looks for those that were put off.
PATIENCE = 5.0
PAUSE = 0.2


class Background:
    """One thread at a time, from the first job to the last. It ends with the process, after the batch it is at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._last = 0.0

    def wake(self) -> None:
        """There is something to do."""
        with self._lock:
            self._last = time.monotonic()
            # After a fork, the parent's thread is not alive in the child.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="jobs")
                self._thread.start()

    def wait(self, timeout: float) -> None:
        """Until there is nothing to do, for whoever has to."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)

    def _run(self) -> None:
        holder = draining.new_holder()
        try:
            while not self._is_over():
                if has_done_some(holder):
                    self._last = time.monotonic()
                else:
                    time.sleep(PAUSE)
        except Exception:
            logger.exception("Jobs are left to a worker or to the next change")
        finally:
            connections.close_all()

    def _is_over(self) -> bool:
        with self._lock:
            is_over = time.monotonic() > self._last + PATIENCE or not threading.main_thread().is_alive()
            if is_over:
                self._thread = None
            return is_over


def has_done_some(holder: str) -> bool:
    """A batch of each kind; trouble with the database passes, and is no reason to leave the rest lying."""
    try:
        return bool(_drain_a_batch_of_each(holder))
    except Error:
        logger.warning("The database does not answer who does the jobs.", exc_info=True)
        connection.close()
        return False


def _drain_a_batch_of_each(holder: str) -> Outcome:
    total = Outcome()
    for handler in handlers():
        if handler.is_inline() and queue.due(holder).filter(kind=handler.kind).exists():
            total = total.plus(draining.drain(handler, holder=holder))
    return total


background = Background()


def wake(kind: str) -> None:
    """Let this process do jobs of the kind, if it may."""
    handler = handler_of(kind)
    if settings.JOBS_INLINE and handler and handler.is_inline():
        background.wake()


def asked(kind: str, **kwargs: object) -> None:
    """A receiver of the signal of the queue."""
    wake(kind)
