"""Texts of words that nobody wrote, in four languages: few words are common and most are rare, as Zipf found."""

from functools import cache
from itertools import accumulate
from random import Random

SYLLABLES = {
    "ar": "با تي سو من را لي دو كا مي نا فو عا حي جا صو قا شي طا هم ذا".split(),
    "fr": "ba tion ré ment pro ci con lé ge dé sou ve ré qui tan fa mo nu ché lo".split(),
    "en": "ing ter con pro ble men for sta per der ness ly com tri sh un ga be mo ck".split(),
    "es": "ción do ra mien to par ci pre ga ñe lo sa que ri cu va mo der jo be".split(),
}
LANGUAGES = tuple(SYLLABLES)
VOCABULARY = 40_000
# The commonest words say nothing, and nobody asks for them alone.
COMMON = 30


@cache
def vocabulary(language: str) -> list[str]:
    random, found = Random(language), dict[str, None]()
    while len(found) < VOCABULARY:
        found["".join(random.choices(SYLLABLES[language], k=random.randint(2, 4)))] = None
    return list(found)


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / (place + 2.7) for place in range(VOCABULARY)))


def words(random: Random, language: str, count: int) -> list[str]:
    return random.choices(vocabulary(language), cum_weights=_weights(), k=count)


def text(random: Random, language: str, count: int) -> str:
    return " ".join(words(random, language, count)).capitalize()


def asked(random: Random, language: str, text: str, count: int) -> str:
    """What a reader could type who looks for the text: some words of it, without the very commonest."""
    telling = sorted(set(text.lower().split()) - set(vocabulary(language)[:COMMON]))
    return " ".join(random.sample(telling, count))
