"""How good is an order of answers?"""

import math
from collections.abc import Collection, Iterable, Sequence


def place(ranked: Sequence[str], right: str) -> int | None:
    """From 1."""
    return ranked.index(right) + 1 if right in ranked else None


def recall(places: Collection[int | None], within: int) -> float:
    return sum(found is not None and found <= within for found in places) / len(places)


def ndcg(places: Collection[int | None], within: int = 10) -> float:
    """With one right answer to each question, the ideal is 1."""
    return sum(1 / math.log2(found + 1) for found in places if found and found <= within) / len(places)


def average_precision(ranked: Sequence[str], right: Iterable[str]) -> float:
    """What is not found counts as never found."""
    wanted = set(right)
    places = [number for number, key in enumerate(ranked, 1) if key in wanted]
    return sum(found / number for found, number in enumerate(places, 1)) / len(wanted)
