"""Which words are the same to who searches? Groups that editors keep, per language, looked up for each question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis import fold
from search.analysis.stemming import stem
from search.models import Synonyms

Words = tuple[str, ...]
SEPARATOR = re.compile("[,،;؛\n]")
MOST_ALTERNATIVES = 8


@dataclass(frozen=True)
class Group:
    """Words and phrases that are the same in a language, folded; and their stems, by which they are found."""

    language: str
    members: tuple[Words, ...]

    def stems(self, words: Sequence[str]) -> Words:
        return tuple(stem(word, self.language) for word in words)


Groups = tuple[Group, ...]


def groups_in_force() -> Groups:
    """As saved at this moment, by whatever process: one statement, and little else while nothing has changed."""
    return grouped(tuple(Synonyms.objects.order_by("pk").values_list("language", "words")))


@lru_cache(maxsize=4)
def grouped(rows: tuple[tuple[str, str], ...]) -> Groups:
    """From pairs of a language and words between commas."""
    split = ((language, (tuple(fold(text).split()) for text in SEPARATOR.split(words))) for language, words in rows)
    return tuple(Group(language, tuple(filter(None, members))) for language, members in split)


def alternatives(words: Sequence[str], groups: Groups) -> list[list[Words]]:
    """For each of these folded words, what may stand for it, or for the phrase that it is a part of."""
    found: list[dict[Words, None]] = [{} for _ in words]
    for group in groups:
        stems = group.stems(words)
        for member in group.members:
            others = dict.fromkeys(other for other in group.members if other != member)
            for place in places(group.stems(member), stems):
                for index in range(place, place + len(member)):
                    found[index].update(others)
    return [list(others)[:MOST_ALTERNATIVES] for others in found]


def places(wanted: Words, stems: Words) -> Iterator[int]:
    if wanted[0] in stems:
        for start in range(len(stems) - len(wanted) + 1):
            if stems[start : start + len(wanted)] == wanted:
                yield start
