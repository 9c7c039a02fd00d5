"""What the matrix found, as a table to publish: `build/leak-matrix.html` and `build/leak-matrix.csv`."""

import csv
import fcntl
import json
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.template import Context, Engine

FOLDER = Path(settings.BASE_DIR) / "build"
COLUMNS = ("reader", "surface", "requests", "refused", "shown", "leaks")
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>Leak matrix</title>
<style>
body{font:1rem/1.5 sans-serif;margin:2rem}
table{border-collapse:collapse}
caption{text-align:start;font-weight:bold}
th,td{border:1px solid #999;padding:.2rem .6rem;text-align:start}
td.leak{background:#f6c6c0}
</style>
</head>
<body>
<h1>Leak matrix</h1>
<p>{{ readers }} readers, {{ objects }} objects with {{ canaries }} words to find,
{{ requests }} requests, {{ leaks }} leaks.</p>
<p>“Shown” counts the words a reader was rightly shown, “leaks” those that the reader may not be shown.</p>
<table>
<caption>For each reader and surface</caption>
<thead><tr><th scope="col">Reader</th><th scope="col">Surface</th><th scope="col">Requests</th>
<th scope="col">Refused</th><th scope="col">Shown</th><th scope="col">Leaks</th></tr></thead>
<tbody>
{% for row in rows %}<tr><th scope="row">{{ row.reader|default:"anonymous" }}</th><td>{{ row.surface }}</td>
<td>{{ row.requests }}</td><td>{{ row.refused }}</td><td>{{ row.shown }}</td>
<td{% if row.leaks %} class="leak"{% endif %}>{{ row.leaks }}</td></tr>
{% endfor %}
</tbody>
</table>
</body>
</html>
"""


class Results:
    """The counts of one reader, by surface."""

    def __init__(self, reader: str) -> None:
        self.reader = reader
        self.counts: dict[str, Counter[str]] = {}

    def note(self, surface: str, *, refused: bool, shown: int, leaks: int) -> None:
        counts = self.counts.setdefault(surface, Counter())
        counts.update(requests=1, refused=int(refused), shown=shown, leaks=leaks)

    def rows(self) -> list[dict[str, object]]:
        return [{"reader": self.reader, "surface": name, **counts} for name, counts in sorted(self.counts.items())]


def write(results: Results, *, objects: int, canaries: int) -> None:
    """Beside those of the other readers; test processes take turns."""
    parts = FOLDER / "leak-matrix.parts"
    parts.mkdir(parents=True, exist_ok=True)
    with (parts / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (parts / f"{results.reader or 'anonymous'}.json").write_text(json.dumps(results.rows()))
        rows = [row for part in sorted(parts.glob("*.json")) for row in json.loads(part.read_text())]
        _write_table(rows, objects=objects, canaries=canaries)


def _write_table(rows: list[dict[str, object]], *, objects: int, canaries: int) -> None:
    with (FOLDER / "leak-matrix.csv").open("w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows(rows)
    context = {
        "rows": rows,
        "readers": len({row["reader"] for row in rows}),
        "requests": sum(row["requests"] for row in rows),
        "leaks": sum(row["leaks"] for row in rows),
        "objects": objects,
        "canaries": canaries,
    }
    (FOLDER / "leak-matrix.html").write_text(Engine().from_string(_PAGE).render(Context(context)))
