"""The results, to be read."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from tests.sabotage.model import Sabotage
from tests.sabotage.outcome import Outcome

HEAD = """# Sabotage

Is there a test for every check of access? Each row is one check taken out of a copy of the source, alone, and the
tests that turned red. `make sabotage` does it again and writes this file; it fails when nobody notices one, or when
a check is no longer where it was. The sabotages are in `tests/sabotage/`.

"""


class Tried(Protocol):
    @property
    def sabotage(self) -> Sabotage: ...

    @property
    def outcome(self) -> Outcome: ...


def write_table(file: Path, results: Iterable[Tried]) -> None:
    rows = list(results)
    noticed = sum(result.outcome.is_noticed for result in rows)
    text = HEAD + f"Last run on {datetime.datetime.now(datetime.UTC):%Y-%m-%d}: {noticed} of {len(rows)} noticed.\n\n"
    text += "| Check taken out | In | Tests that turned red |\n| --- | --- | --- |\n"
    for result in rows:
        red = "<br>".join(f"`{_escaped(name)}`" for name in result.outcome.failed) or "**none**"
        text += f"| {result.sabotage.name} | `{result.sabotage.file}` | {red} |\n"
    file.write_text(text)


def _escaped(name: str) -> str:
    return name.removeprefix("tests/").replace("|", "\\|")
