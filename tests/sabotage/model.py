"""What is a sabotage? One check taken out of one file, and the tests that must notice."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sabotage:
    """`text` stands once in `file`; in its place comes `replacement`. `tests` are named as pytest names them."""

    name: str
    file: str
    text: str
    replacement: str
    tests: tuple[str, ...]
