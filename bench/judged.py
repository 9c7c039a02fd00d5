"""A judged set: parallel passages, and questions with the passage that answers each.

In files `passages.<language>.jsonl`, with `id` and `text` in each line, and `questions.<language>.jsonl`, with `text`
and `passage`, the id of the answer. The same id is the same passage in each language.
"""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Judged:
    """By language: texts by id, and questions with the id of their answer."""

    passages: dict[str, dict[str, str]]
    questions: dict[str, list[tuple[str, str]]]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Of the language of questions and that of passages: the same first."""
        across = [(asked, read) for asked in self.questions for read in self.passages if asked != read]
        return [(language, language) for language in self.questions if language in self.passages] + across


def judged(folder: Path) -> Judged:
    passages, questions = _lines(folder, "passages"), _lines(folder, "questions")
    return Judged(
        {language: {row["id"]: row["text"] for row in rows} for language, rows in passages.items()},
        {language: [(row["text"], row["passage"]) for row in rows] for language, rows in questions.items()},
    )


def _lines(folder: Path, kind: str) -> dict[str, list[dict[str, str]]]:
    """Titles are left out: in a set of parallel passages they may be in one language for all."""
    return {
        path.name.split(".")[1]: [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for path in sorted(folder.glob(f"{kind}.*.jsonl"))
    }
