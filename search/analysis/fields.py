"""What stands in the fields of tokens of an entry?"""

from collections.abc import Iterable
from functools import lru_cache

from search.analysis import begins, grams
from search.analysis.scripts import ARABIC
from search.analysis.stemming import stem
from search.analysis.words import plain_words
from search.entries import BEGINS, EXACT, GRAMS, LANGUAGES, TEXT, TITLE


def fields_of(titles: dict[str, list[str]], texts: dict[str, list[str]]) -> dict[str, str]:
    """From titles and all other text of each language; fields in which nothing stands are left out.

    Languages without an analysis are in the fields that all languages share.
    """
    found: dict[str, list[str]] = {GRAMS: [], EXACT: []}
    for language in sorted(titles.keys() | texts.keys()):
        add(found, language, titles.get(language, []), texts.get(language, []))
    found[BEGINS] = begins(" ".join(text for group in titles.values() for text in group))
    return {field: " ".join(parts) for field, parts in found.items() if parts}


def add(found: dict[str, list[str]], language: str, titles: Iterable[str], texts: Iterable[str]) -> None:
    of_titles = [word for text in titles for word in plain_words(text)]
    of_all = [*of_titles, *(word for text in texts for word in plain_words(text))]
    if language in LANGUAGES:
        found[TITLE[language]] = [stem(word, language) for word in of_titles]
        found[TEXT[language]] = [stem(word, language) for word in of_all]
    found[EXACT].extend(of_all)
    found[GRAMS].extend(joined_grams(word) for word in of_all if ARABIC.match(word))


@lru_cache(maxsize=200_000)
def joined_grams(word: str) -> str:
    return " ".join(grams(word))
