"""What stands in the fields of tokens of an entry?"""

from collections.abc import Iterable

from search.analysis import begins, grams, tokens
from search.analysis.scripts import ARABIC
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
    of_titles = [token for text in titles for token in tokens(text, language)]
    of_all = [*of_titles, *(token for text in texts for token in tokens(text, language))]
    if language in LANGUAGES:
        found[TITLE[language]] = [token.stem for token in of_titles]
        found[TEXT[language]] = [token.stem for token in of_all]
    found[EXACT].extend(token.word for token in of_all)
    for token in of_all:
        if ARABIC.match(token.word):
            found[GRAMS].extend(grams(token.word))
