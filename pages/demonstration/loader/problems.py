"""What is wrong with the files, and where does it stand?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple


class Problem(NamedTuple):
    """One error, with the file and the keys that lead to it."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.message}" if self.key else f"{self.file}: {self.message}"


class Invalid(Exception):
    """The files can't be loaded; all that is wrong with them, in the order in which it was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(dict.fromkeys(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Place:
    """A place in a file; what is reported there is collected with all the rest."""

    file: str
    keys: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list, compare=False, repr=False)

    def at(self, *keys: object) -> "Place":
        return replace(self, keys=(*self.keys, *map(str, keys)))

    def row(self, key: str, index: int, row: object) -> "Place":
        """An entry of a list: by its slug where it has one, else by its position, counted from 1."""
        slug = row.get("slug") if isinstance(row, dict) else None
        return self.at(*filter(None, [key]), slug or index + 1)

    def report_unknown(self, keys: Iterable[object], known: Collection[str]) -> None:
        """Report the keys that mean nothing here."""
        for key in keys:
            if key not in known:
                self.at(key).report("This key is not known here.")

    def report(self, message: object) -> None:
        self.problems.append(Problem(self.file, " › ".join(self.keys), str(message)))
