"""Which passages of a result are shown, and where on its page do they stand?"""

from collections.abc import Iterable, Mapping

from search.engines.base import Near
from search.excerpts import Marker, cut, excerpts, marked
from search.models import IndexEntry
from search.projection import Projected, Text
from search.projection.keys import WORK
from search.shown import Excerpt, Segment


class Passages:
    """The texts of some entries; those of `fresh` as they are now. `near` says which passage was found by meaning."""

    def __init__(self, marker: Marker, *, fresh: Mapping[str, Projected], near: Mapping[str, Near]) -> None:
        self._marker = marker
        self._near = near
        self._texts: dict[str, Iterable[Text]] = {key: projected.texts for key, projected in fresh.items()}

    def fetch(self, keys: Iterable[str]) -> None:
        """One query."""
        unknown = [key for key in keys if key not in self._texts]
        self._texts.update(IndexEntry.objects.filter(key__in=unknown).values_list("key", "texts"))

    def of(self, key: str, language: str) -> tuple[tuple[Excerpt, ...], bool]:
        """Of the version in `language`, and whether they are shown for their meaning: no word that was typed is there.

        The first text is the title, which is shown anyway; the second is the summary.
        """
        texts = [text for text in self._texts.get(key, ()) if text["language"] == language][1:]
        if found := excerpts(texts, self._marker):
            return found, False
        near = self._near.get(key)
        if near and near.language == language:
            passage = next((text for text in texts if text["text"] and text["address"] == near.address), None)
            if passage:
                return (cut(passage),), True
        said = texts[0] if texts and texts[0]["text"] and key.startswith(WORK) else _longest(texts)
        return ((cut(said),) if said else ()), False

    def heading(self, title: str, language: str) -> tuple[Segment, ...]:
        return marked(title, language, self._marker)


def _longest(texts: Iterable[Text]) -> Text | None:
    """Of a record, what is told of it, and not the office that is named beside it anyway."""
    return max((text for text in texts if text["text"]), key=lambda text: len(text["text"]), default=None)
