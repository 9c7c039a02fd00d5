"""Who is reading while this is made? Nobody in particular, unless a request or a caller says otherwise."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from access.principals import Principal, anonymous

_reader: ContextVar[Callable[[], Principal]] = ContextVar("reader", default=anonymous)


def principal() -> Principal:
    return _reader.get()()


@contextmanager
def reading_as(reader: Principal | Callable[[], Principal]) -> Iterator[None]:
    """Whoever asks from here on is answered for `reader`, who may be found out only when somebody asks."""
    token = _reader.set((lambda: reader) if isinstance(reader, Principal) else reader)
    try:
        yield
    finally:
        _reader.reset(token)
