"""What is left of a vector when its language is taken out of it?

Texts of one language lie closer together than texts that say the same in two. Each language's mean is taken away,
that of questions from questions. The means are those of fixed texts (`reference/`): no text on the site moves another.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.entries import LANGUAGES
from search.semantic.encoders import Encoder, Vectors

HERE = Path(__file__).parent
# Of the bundled model.
SHIPPED = HERE / "means.npz"


class Means(NamedTuple):
    """One row per language of LANGUAGES, and the mean of all of them for any other language."""

    passages: Vectors
    questions: Vectors


def centred(vectors: Vectors, means: Vectors, languages: Sequence[str]) -> Vectors:
    """Each of length 1, but for what is nothing besides its language."""
    rows = [LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES) for language in languages]
    left = vectors.astype(np.float32) - means[rows]
    length = np.linalg.norm(left, axis=1, keepdims=True)
    return (left / np.where(length < 1e-6, 1, length)).astype(np.float32)


@cache
def shipped_means(name: str) -> Means | None:
    """None for a model other than the bundled one."""
    with np.load(SHIPPED) as file:
        if str(file["name"]) != name:
            return None
        return Means(_with_rest(file["passages"]), _with_rest(file["questions"]))


def measured_means(encoder: Encoder) -> Means:
    """Asks the encoder for a meaning of each of the reference texts."""
    texts = [reference(language) for language in LANGUAGES]
    passages = np.array([normal(encoder.passages(some)).mean(axis=0) for some, _ in texts])
    questions = np.array([normal(encoder.queries(some)).mean(axis=0) for _, some in texts])
    return Means(_with_rest(passages), _with_rest(questions))


def reference(language: str) -> tuple[list[str], list[str]]:
    """Passages, and questions; the same ones in each language."""
    passages, questions = (HERE / "reference" / f"{language}.txt").read_text("utf-8").split("\n?\n")
    return passages.splitlines(), questions.splitlines()


def normal(vectors: Vectors) -> Vectors:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def _with_rest(rows: NDArray) -> Vectors:
    rows = rows.astype(np.float32)
    return np.vstack([rows, rows.mean(axis=0)])


def ship() -> None:
    """Write the means of the bundled model anew (`reference/README.md`)."""
    from search.semantic.bundled import Bundled

    made = measured_means(Bundled())
    np.savez_compressed(
        SHIPPED,
        name=np.array(Bundled.name),
        passages=made.passages[:-1].astype(np.float16),
        questions=made.questions[:-1].astype(np.float16),
    )
