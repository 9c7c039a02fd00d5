"""The figures of how good the search is, of a set so small that they can be told beforehand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from config.settings.environment import CHECKOUT

PASSAGES = {
    "en": {
        "a": "Rivers, rivers and rivers.",
        "b": "Dams hold back the water of rivers for months.",
        "c": "Harvests fail when rain is late.",
    },
    "ar": {
        "a": "أنهار وأنهار وأنهار.",
        "b": "تحجز السدود مياه الأنهار شهورا.",
        "c": "يخفق الحصاد حين يتأخر المطر.",
    },
}
# The answers are found in the second place, in the first, and not at all.
QUESTIONS = {"en": [("rivers", "b"), ("harvests", "c"), ("zeppelins", "c")], "ar": [("السدود", "b")]}
TABLES = """\
| questions-passages | way | R@1 | R@10 | nDCG@10 |
|---|---|---:|---:|---:|
| ar-ar | lexical | 100.0 | 100.0 | 100.0 |
| en-en | lexical | 33.3 | 66.7 | 54.4 |
| ar-en | lexical | 0.0 | 0.0 | 0.0 |
| en-ar | lexical | 0.0 | 0.0 | 0.0 |

| mAP in a mixed pool, questions | lexical |
|---|---:|
| ar | 50.0 |
| en | 25.0 |
"""


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    folder = tmp_path / "judged"
    folder.mkdir()
    for language, texts in PASSAGES.items():
        write(folder / f"passages.{language}.jsonl", [{"id": key, "text": text} for key, text in texts.items()])
    for language, asked in QUESTIONS.items():
        write(folder / f"questions.{language}.jsonl", [{"text": text, "passage": right} for text, right in asked])
    return folder


def write(file: Path, rows: list[dict[str, str]]) -> None:
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))


def test_figures_by_pair_of_languages_and_in_a_mixed_pool(judged: Path, tmp_path: Path) -> None:
    """In a process of its own: it sets the project up with a database and an index that are nobody's."""
    figures = tmp_path / "figures.json"
    command = [sys.executable, "-m", "bench.search_quality", str(judged), "--encoder", "off", "--json", str(figures)]
    ran = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)

    assert (ran.stderr, ran.stdout) == ("", TABLES)
    told = json.loads(figures.read_text())
    assert told["pairs"]["ar-ar"] == {"lexical": {"R@1": 1.0, "R@10": 1.0, "nDCG@10": 1.0}}
    assert told["pairs"]["en-en"]["lexical"]["R@10"] == 2 / 3
    assert told["pairs"]["en-ar"] == {"lexical": {"R@1": 0.0, "R@10": 0.0, "nDCG@10": 0.0}}
    assert told["mixed"] == {"ar": {"lexical": 0.5}, "en": {"lexical": 0.25}}
