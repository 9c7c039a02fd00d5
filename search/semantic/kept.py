"""Which vectors are kept already? As an encoder made them, so that no text is encoded twice."""

import hashlib
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from search.entries import LANGUAGES
from search.models import PassageVector
from search.parts import parts
from search.semantic.centring import Means, measured_means, normal, shipped_means
from search.semantic.encoders import Encoder, Vectors

# How many texts are encoded, and written down, at once.
BATCH = 32
# How many parameters of a statement every database takes with ease.
MANY = 500
# Beginning with what no passage begins with.
_NAMES_OF_MEANS = ("\0passages", "\0questions")
_COUNT = len(LANGUAGES) + 1


def kept(encoder: Encoder, texts: Iterable[str]) -> dict[str, Vectors]:
    """By text; those that were never encoded are left out."""
    wanted = {_digest(encoder, text): text for text in texts}
    found: dict[str, Vectors] = {}
    for part in parts(wanted, MANY):
        rows = PassageVector.objects.filter(pk__in=part).values_list("digest", "vector")
        found.update((wanted[digest], np.frombuffer(vector, np.float16).astype(np.float32)) for digest, vector in rows)
    return found


def make(encoder: Encoder, texts: Sequence[str], progress: Callable[[int], None] = lambda count: None) -> None:
    """Raises EncoderDown; what was encoded until then is kept."""
    for part in parts(texts, BATCH):
        vectors = normal(encoder.passages(part))
        _write((_digest(encoder, text), vector) for text, vector in zip(part, vectors, strict=True))
        progress(len(part))


def means(encoder: Encoder, *, measure: bool = False) -> Means | None:
    """None where they were not measured yet; who encodes passages does that first."""
    if shipped := shipped_means(encoder.name):
        return shipped
    rows = kept(encoder, _NAMES_OF_MEANS)
    if len(rows) == len(_NAMES_OF_MEANS):
        return Means(*(rows[name].reshape(_COUNT, -1) for name in _NAMES_OF_MEANS))
    if not measure:
        return None
    made = measured_means(encoder)
    _write((_digest(encoder, name), rows.ravel()) for name, rows in zip(_NAMES_OF_MEANS, made, strict=True))
    return made


def _digest(encoder: Encoder, text: str) -> str:
    return hashlib.sha256(f"{encoder.name}\0{text}".encode("utf-8", "replace")).hexdigest()


def _write(vectors: Iterable[tuple[str, Vectors]]) -> None:
    """In one order: of two who write the same, each would wait for the other."""
    rows = [PassageVector(digest=digest, vector=vector.astype(np.float16).tobytes()) for digest, vector in vectors]
    rows.sort(key=lambda row: row.digest)
    PassageVector.objects.bulk_create(rows, ignore_conflicts=True)
