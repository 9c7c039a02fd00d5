"""A kind of job whose handler notes what it did, and can be told to fail."""

from collections.abc import Callable, Mapping

import pytest

from jobs import registry
from jobs.registry import Batch, Handler, handles


class Doing:
    """What the handler was given; `errors` are what it answers, `before` runs in the midst of it."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.errors: dict[str, str] = {}
        self.before: Callable[[Batch], object] = lambda batch: None

    @property
    def keys(self) -> list[str]:
        return [key for batch in self.batches for key in batch]

    def __call__(self, batch: Batch) -> Mapping[str, str]:
        self.before(batch)
        self.batches.append(batch.keys)
        return {key: error for key, error in self.errors.items() if key in batch.keys}


@pytest.fixture
def doing(monkeypatch: pytest.MonkeyPatch) -> Doing:
    """The only kind there is: `letters`, three at a time."""
    monkeypatch.setattr(registry, "_handlers", {})
    done = Doing()
    handles("letters", batch=3)(done)
    return done


@pytest.fixture
def letters(doing: Doing) -> Handler:
    handler = registry.handler_of("letters")
    assert handler is not None
    return handler
