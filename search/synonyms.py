"""Which words are the same to who searches? Groups that editors keep, per language, looked up for each question."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.analysis import fold
from search.analysis.stemming import stem
from search.models import Synonyms

Words = tuple[str, ...]
SEPARATOR = re.compile("[,،;؛\n]")
MOST_ALTERNATIVES = 8


class Member(NamedTuple):
    """A word or phrase of a group by its stems, and the others, folded, that are the same."""

    stems: Words
    others: tuple[Words, ...]


# By language and the first of the stems.
Groups = Mapping[str, Mapping[str, Sequence[Member]]]
NO_GROUPS: Groups = {}


def groups_in_force() -> Groups:
    """As saved at this moment, by whatever process: one statement, and little else while nothing has changed."""
    return grouped(tuple(Synonyms.objects.order_by("pk").values_list("language", "words")))


@lru_cache(maxsize=4)
def grouped(rows: tuple[tuple[str, str], ...]) -> Groups:
    """From pairs of a language and words between commas."""
    found: dict[str, dict[str, list[Member]]] = defaultdict(lambda: defaultdict(list))
    for language, words in rows:
        members = [tuple(folded) for text in SEPARATOR.split(words) if (folded := fold(text).split())]
        for member in members:
            stems = tuple(stem(word, language) for word in member)
            others = tuple(other for other in members if other != member)
            found[language][stems[0]].append(Member(stems, others))
    return {language: dict(members) for language, members in found.items()}


def alternatives(words: Sequence[str], groups: Groups) -> list[list[Words]]:
    """For each of these folded words, what may stand for it, or for the phrase that it is a part of."""
    found: list[dict[Words, None]] = [{} for _ in words]
    for language, members in groups.items():
        stems = tuple(stem(word, language) for word in words)
        for start, first in enumerate(stems):
            for wanted, others in members.get(first, ()):
                end = start + len(wanted)
                if stems[start:end] == wanted:
                    for place in found[start:end]:
                        place.update(dict.fromkeys(others))
    return [list(others)[:MOST_ALTERNATIVES] for others in found]
