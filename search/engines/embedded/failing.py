"""What does a reader of the index get to know when the library or the disk fails? That the engine is down."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import EngineDown

logger = logging.getLogger(__name__)


@contextmanager
def answering() -> Iterator[None]:
    """What the library or the disk refuses inside becomes `EngineDown`, without its details; those are logged."""
    try:
        yield
    # A damaged file can make the library panic, and its panics are no `Exception`.
    except BaseException as error:
        if not isinstance(error, OSError | ValueError) and type(error).__name__ != "PanicException":
            raise
        logger.warning("The embedded index fails.", exc_info=error)
        raise EngineDown("The embedded index does not answer.") from error
