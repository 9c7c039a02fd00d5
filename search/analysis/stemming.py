"""What is left of a folded word when its endings are gone?"""

from functools import lru_cache

import Stemmer

from search.analysis.arabic import arabic_stem
from search.analysis.folding import folded
from search.analysis.scripts import ARABIC

SNOWBALL = {
    language: Stemmer.Stemmer(name, 0)
    for language, name in {"fr": "french", "en": "english", "es": "spanish", "pt": "portuguese"}.items()
}


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """A word in letters of another script than the language's keeps its own kind of stem, or stays as it is."""
    if ARABIC.search(word):
        return arabic_stem(word)
    if language in SNOWBALL:
        return folded(SNOWBALL[language].stemWord(word)) or word
    return word
