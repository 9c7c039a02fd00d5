"""How are entries put into the tiers, and old ones taken away, so that nothing older ever comes back?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

import tantivy

from search.engines.embedded.folder import Generation
from search.engines.embedded.meaning import alive
from search.engines.embedded.schema import KEY, document, new_writing, tombstone
from search.engines.embedded.standing import CHUNK, Versions, versions
from search.entries import Entry, Passage, Tier
from search.parts import parts

# Bytes of texts that wait for being written, for each tier that is written to.
HEAP = 32_000_000
# The number of parts from which on the library begins to merge them.
MERGED_FROM = 8


class Writers:
    """What writes to the tiers of a generation, opened when first needed; to be closed."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self._open: dict[Tier, tantivy.IndexWriter] = {}

    def of(self, tier: Tier) -> tantivy.IndexWriter:
        if tier not in self._open:
            self._open[tier] = self.generation.shelves[tier].index.writer(HEAP, 1)
        return self._open[tier]

    @property
    def are_merging(self) -> bool:
        return any(self.generation.shelves[tier].searcher().num_segments >= MERGED_FROM for tier in self._open)

    def close(self) -> None:
        """Waits for what is being merged; what was not committed is as if it had not been written."""
        while self._open:
            _tier, writer = self._open.popitem()
            writer.wait_merging_threads()


@dataclass
class Change:
    """What one commit does to each tier."""

    adding: dict[Tier, list[tantivy.Document]] = field(default_factory=lambda: defaultdict(list))
    leaving: dict[Tier, set[str]] = field(default_factory=lambda: defaultdict(set))
    refused: dict[str, str] = field(default_factory=dict)
    passages: list[tuple[int, Passage]] = field(default_factory=list)

    def add(self, key: str, tier: Tier, made: tantivy.Document, held: Iterable[Tier]) -> None:
        self.adding[tier].append(made)
        for other in held:
            self.leaving[other].add(key)


def put(writers: Writers, entries: Iterable[Entry], gone: Iterable[str], version: int) -> dict[str, str]:
    """Durable when it returns; says per key what could not be kept."""
    refused: dict[str, str] = {}
    for some in parts(entries, CHUNK):
        latest = {entry.key: entry for entry in sorted(some, key=lambda entry: entry.version)}
        held = versions(writers.generation, latest)
        change = _coming([entry for key, entry in latest.items() if _is_new(entry.version, key, held)], held)
        _commit(writers, change)
        refused |= change.refused
    for keys in parts(gone, CHUNK):
        held = versions(writers.generation, keys)
        _commit(writers, _going([key for key in keys if _is_new(version, key, held)], version, held))
    return refused


def _coming(entries: Iterable[Entry], held: Versions) -> Change:
    change = Change()
    for entry in entries:
        try:
            writing = new_writing()
            made = document(entry, writing)
        except (ValueError, OverflowError, TypeError) as error:
            change.refused[entry.key] = str(error)
        else:
            change.add(entry.key, entry.tier, made, held.get(entry.key, ()))
            change.passages += [(writing, passage) for passage in entry.passages]
    return change


def _going(keys: Iterable[str], version: int, held: Versions) -> Change:
    """Among titles at the desk, the remains of what is gone touch no score."""
    change = Change()
    for key in keys:
        change.add(key, Tier.DESK, tombstone(key, version), held.get(key, ()))
    return change


def _is_new(version: int, key: str, held: Versions) -> bool:
    return version >= max(held.get(key, {}).values(), default=0)


def _commit(writers: Writers, change: Change) -> None:
    """Tiers that only lose something come first: stopped in between, a key is in no tier rather than in two."""
    writers.generation.vectors.add(change.passages)
    touched = change.leaving.keys() | change.adding.keys()
    for tier in sorted(touched, key=lambda tier: (tier in change.adding, tier)):
        writer = writers.of(tier)
        for key in change.leaving.get(tier, ()):
            writer.delete_documents_by_term(KEY, key)
        for made in change.adding.get(tier, ()):
            writer.add_document(made)
        writer.commit()
    if change.passages:
        writers.generation.vectors.tidy(partial(alive, writers.generation))
