"""How fast does the search answer, and what do access and freshness cost? All in one run; ratios are what counts.

python -m bench.search [--documents 100000] [--rounds 200] [--cpu] [--elastic http://user:secret@host:9200] [--json F]

Texts of four languages are planted in a database of their own. `page` is a page of results as readers get it: hits,
facets, rows, excerpts with marks, all but the HTML. `engine` is the engine alone, with the access filter and without.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))

Figures = dict[str, dict[str, float]]


def main(arguments: list[str] | None = None) -> dict[str, Figures]:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=200, help="questions of each kind")
    parser.add_argument("--cpu", action="store_true", help="time questions by the processor alone")
    parser.add_argument("--elastic", help="address of an Elasticsearch to measure as well")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder))
        figures = measured(told)
    print(as_markdown(figures))
    if told.json:
        told.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return figures


def set_up(folder: Path) -> None:
    """The project's settings, with a database and an index that belong to nobody else."""
    os.environ |= {
        "MUNTADA_VAR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "SEARCH_URL": f"embedded://{folder}/index",
        "SEARCH_ENCODER": "off",
        "MUNTADA_LANGUAGES": "ar,fr,en,es",
        "LOG_LEVEL": "ERROR",
        # Every query would be kept.
        "DEBUG": "off",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    django.setup()


def measured(told: argparse.Namespace) -> dict[str, Figures]:
    from django.test import override_settings

    from bench import search_measures as measures
    from bench.seed_search import seed
    from search.engines import forget

    if told.cpu:
        measures.clock = time.process_time
    reader = seed(told.documents)
    figures = {"embedded": measures.of_engine(reader, told.rounds)}
    figures["embedded, with meaning"] = measures.of_meaning(reader, told.rounds)
    if told.elastic:
        with override_settings(SEARCH_URL=urlsplit(told.elastic)._replace(path="/bench").geturl()):
            forget()
            figures["elastic"] = measures.of_engine(reader, told.rounds)
        forget()
    figures["wagtail, database"] = measures.of_wagtail(told.documents)
    figures["process, MB"] = {encoder: {"memory": measures.memory(encoder)} for encoder in ("off", "bundled")}
    return figures


def as_markdown(figures: dict[str, Figures]) -> str:
    lines = []
    for name, rows in figures.items():
        columns = list(dict.fromkeys(column for row in rows.values() for column in row))
        lines += ["", f"| {name} | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
        for row, values in rows.items():
            shown = (f"{values[column]:,.2f}" if column in values else "" for column in columns)
            lines.append(f"| {row} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
