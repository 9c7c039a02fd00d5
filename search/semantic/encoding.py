"""What do the passages of entries mean, as far as it was found out, and how is it found out?"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from search.entries import READING, Passage
from search.models import IndexEntry
from search.semantic import kept
from search.semantic.centring import Means, centred, normal
from search.semantic.chunks import Chunk, passages
from search.semantic.encoders import Encoder, EncoderDown, Vectors, encoder

# What all of a text means is worth this beside what a passage of it means.
OF_THE_WHOLE = 0.6

logger = logging.getLogger(__name__)


def passages_of(rows: Iterable[IndexEntry]) -> dict[str, tuple[Passage, ...]]:
    """By key of the entry; what was not encoded yet is left out. Encodes nothing."""
    model = encoder()
    means = kept.means(model) if model else None
    if model is None or means is None:
        return {}
    chunks = {row.key: chunks_of(row) for row in rows}
    vectors = kept.kept(model, {chunk.text for some in chunks.values() for chunk in some})
    return {key: meant(some, vectors, means) for key, some in chunks.items()}


def meant(chunks: Iterable[Chunk], vectors: Mapping[str, Vectors], means: Means) -> tuple[Passage, ...]:
    """`vectors` by text, as the encoder made them."""
    known = [chunk for chunk in chunks if chunk.text in vectors]
    if not known:
        return ()
    languages = [chunk.language for chunk in known]
    meanings = centred(np.array([vectors[chunk.text] for chunk in known]), means.passages, languages)
    return tuple(
        Passage(chunk.address, chunk.language, meaning.tobytes())
        for chunk, meaning in zip(known, in_context(meanings, languages).astype(np.float16), strict=True)
    )


def in_context(meanings: Vectors, languages: Sequence[str]) -> Vectors:
    """A few sentences leave out what the whole text is about; some of that is added to each."""
    whole = {language: meanings[[each == language for each in languages]].mean(axis=0) for language in set(languages)}
    return normal(meanings + OF_THE_WHOLE * normal(np.array([whole[language] for language in languages])))


def encode(
    rows: Iterable[IndexEntry], *, limit: int | None = None, progress: Callable[[int], None] = lambda count: None
) -> list[IndexEntry]:
    """The rows whose passages are all encoded now; they are marked so, and wait to be written to the engine.

    Stops before the row that would take it over `limit` passages, never before the first; and where the encoder does
    not answer. Without an encoder, no row is done.
    """
    done: list[IndexEntry] = []
    model = encoder()
    if model is None:
        return done
    spent = 0
    try:
        kept.means(model, measure=True)
        for row in rows:
            missing = _missing(model, row)
            if done and limit is not None and spent + len(missing) > limit:
                break
            kept.make(model, missing, progress)
            spent += len(missing)
            _mark(row)
            done.append(row)
    except EncoderDown:
        logger.warning("Passages wait for the encoder of the search.")
    return done


def chunks_of(row: IndexEntry) -> list[Chunk]:
    """Only what is read is searched by meaning; titles for editors and the names of closed works are not."""
    return passages(row.texts) if row.tier in READING else []


def _missing(model: Encoder, row: IndexEntry) -> list[str]:
    texts = list(dict.fromkeys(chunk.text for chunk in chunks_of(row)))
    known = kept.kept(model, texts)
    return [text for text in texts if text not in known]


def _mark(row: IndexEntry) -> None:
    """Unless the row has another text meanwhile."""
    row.has_vectors = True
    IndexEntry.objects.filter(pk=row.pk, digest=row.digest).update(has_vectors=True)
