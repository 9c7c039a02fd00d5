"""How well does the search find the answers to questions, by words, by meaning, and by both?

python -m bench.search_quality FOLDER [--engine http://127.0.0.1:9200] [--encoder bundled] [--json FILE]

FOLDER is a judged set (`bench/judged.py`). Every passage becomes an entry of its own, without a title, in one index of
all languages: what the project does with the text of a page, it does with them. Without --engine, the index is an
embedded one in a temporary folder.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))

from bench.judged import Judged, judged
from bench.measures import average_precision, ndcg, place, recall

if TYPE_CHECKING:
    from bench.searching import Searching


def main(arguments: list[str] | None = None) -> dict:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", help="address of an Elasticsearch; by default an embedded index")
    parser.add_argument("--encoder", default="bundled", help="bundled, off, or the address of a service")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        set_up(told.engine or f"embedded://{folder}/index", told.encoder, folder)
        figures = measured(judged(told.folder))
    print(as_markdown(figures))
    if told.json:
        told.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return figures


def set_up(engine: str, encoder: str, folder: str) -> None:
    """The project's settings, with an index that belongs to nobody else."""
    if not urlsplit(engine).path.strip("/"):
        engine = f"{engine.rstrip('/')}/quality"
    os.environ |= {"SEARCH_URL": engine, "SEARCH_ENCODER": encoder, "MUNTADA_VAR": folder}
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    django.setup()


def measured(found: Judged) -> dict:
    """Figures by pair of languages or by language of the questions, then by way, from 0 to 1."""
    from bench.searching import Searching

    searching = Searching(found)
    pairs = {f"{asked}-{read}": of_pair(searching, found, asked, read) for asked, read in found.pairs}
    return {"pairs": pairs, "mixed": {asked: of_mixed_pool(searching, found, asked) for asked in found.questions}}


def of_pair(searching: "Searching", found: Judged, asked: str, read: str) -> dict[str, dict[str, float]]:
    places: dict[str, list[int | None]] = {way: [] for way in searching.ways}
    for text, right in found.questions[asked]:
        for way, ranked in searching.ranked(text, asked, read).items():
            places[way].append(place(ranked, f"{right}:{read}"))
    return {
        way: {"R@1": recall(some, 1), "R@10": recall(some, 10), "nDCG@10": ndcg(some)} for way, some in places.items()
    }


def of_mixed_pool(searching: "Searching", found: Judged, asked: str) -> dict[str, float]:
    """The mean average precision, where a question has a right answer in each language."""
    precisions: dict[str, list[float]] = {way: [] for way in searching.ways}
    for text, right in found.questions[asked]:
        for way, ranked in searching.ranked(text, asked, None).items():
            precisions[way].append(average_precision(ranked, [f"{right}:{read}" for read in found.passages]))
    return {way: sum(some) / len(some) for way, some in precisions.items()}


def as_markdown(figures: dict) -> str:
    lines = ["| questions-passages | way | R@1 | R@10 | nDCG@10 |", "|---|---|---:|---:|---:|"]
    for pair, ways in figures["pairs"].items():
        for way, some in ways.items():
            lines.append(f"| {pair} | {way} | " + " | ".join(f"{100 * each:.1f}" for each in some.values()) + " |")
    ways = list(next(iter(figures["mixed"].values()), {}))
    lines += ["", f"| mAP in a mixed pool, questions | {' | '.join(ways)} |", "|---|" + "---:|" * len(ways)]
    for asked, precisions in figures["mixed"].items():
        lines.append(f"| {asked} | " + " | ".join(f"{100 * each:.1f}" for each in precisions.values()) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
