"""How far is it? A bar on a terminal; nothing where nobody watches."""

from typing import TextIO

_WIDTH = 30


class Progress:
    """Counts steps up to `total`, which is set once it is known."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.total = 0
        self.done = 0

    def step(self, label: str = "") -> None:
        self.done += 1
        if self.stream.isatty():
            filled = _WIDTH * self.done // max(self.total, 1)
            bar = "█" * filled + "░" * (_WIDTH - filled)
            end = "\n" if self.done >= self.total else ""
            self.stream.write(f"\r\033[K{bar} {self.done}/{self.total} {label[:40]}{end}")
            self.stream.flush()
