"""In which order do entries stand that were found by their words, by their meaning, or both?"""

from collections.abc import Mapping

# What all the words are worth beside the meaning: in their own language they decide among what means much the same;
# they bring little of it before what says the same in another.
WORDS = 0.5


def fused(shares: Mapping[str, float], cosines: Mapping[str, float]) -> list[str]:
    """Keys, best first; those that are worth the same stay in the order of `shares`.

    Scores are added, not ranks: among texts of several languages the words order only those in the reader's own. What
    has no vector yet counts as if it meant as much as the others on average.
    """
    known = [cosines[key] for key in shares if key in cosines]
    usual = sum(known) / len(known) if known else 0.0
    return sorted(shares, key=lambda key: -(cosines.get(key, usual) + WORDS * shares[key]))
