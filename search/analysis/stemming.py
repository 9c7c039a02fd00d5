"""What is left of a folded word when nothing is kept but what it speaks of?"""

from functools import lru_cache

from search.analysis.arabic import arabic_stem
from search.analysis.latin import SNOWBALL, latin_stem
from search.analysis.scripts import ARABIC


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """A word in Arabic letters is Arabic in a text of any language; others of an unknown one stay as they are."""
    if ARABIC.search(word):
        return arabic_stem(word)
    return latin_stem(word, language) if language in SNOWBALL else word
