"""Which kinds of jobs are there, and who does them?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jobs import queue
from jobs.models import Job


class NotNow(Exception):
    """What a job needs is away or busy. The job is put off, however often, and never given up for that."""


class NotYet(NotNow):
    """Not even begun: it is tried again in a moment."""


@dataclass(frozen=True)
class Batch:
    """Some jobs of a kind, held by one worker."""

    jobs: Sequence[Job]

    @property
    def keys(self) -> list[str]:
        return [job.key for job in self.jobs]

    def unchanged(self) -> list[str]:
        """Keys that nobody asked for again since; it stays so until the end of the transaction this is asked in."""
        return [job.key for job in queue.unchanged(self.jobs)]


# Does a batch, and says per key what failed. Done again it does no harm: a worker may be killed at any point.
Handle = Callable[[Batch], Mapping[str, str]]


def never() -> bool:
    return False


@dataclass(frozen=True)
class Handler:
    kind: str
    handle: Handle
    batch: int
    # May a process that serves readers do it besides, when there is no worker?
    is_inline: Callable[[], bool]


_handlers: dict[str, Handler] = {}


def handles(kind: str, *, batch: int, inline: Callable[[], bool] = never) -> Callable[[Handle], Handle]:
    """`@handles("search", batch=100)` before the function that does it, in a module that is loaded at the start."""

    def register(handle: Handle) -> Handle:
        _handlers[kind] = Handler(kind, handle, batch, inline)
        return handle

    return register


def handlers() -> list[Handler]:
    return list(_handlers.values())


def handler_of(kind: str) -> Handler | None:
    return _handlers.get(kind)
