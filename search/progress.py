"""How far is it? A bar on a terminal, a line for each tenth elsewhere."""

from typing import TextIO

_WIDTH = 30


class Progress:
    def __init__(self, stream: TextIO, label: str, total: int) -> None:
        self._stream = stream
        self._label = label
        self._total = total
        self._done = 0

    def __call__(self, count: int) -> None:
        """So many more are done."""
        tenths = self._tenths()
        self._done += count
        if self._stream.isatty():
            filled = _WIDTH * min(self._done, self._total) // max(self._total, 1)
            end = "\n" if self._done >= self._total else ""
            bar = "█" * filled + "░" * (_WIDTH - filled)
            self._stream.write(f"\r\033[K{bar} {self._said()}{end}")
            self._stream.flush()
        elif self._tenths() > tenths:
            self._stream.write(f"{self._said()}\n")
            self._stream.flush()

    def _said(self) -> str:
        return f"{self._label}: {self._done} of {self._total}"

    def _tenths(self) -> int:
        return 10 * self._done // max(self._total, 1)
