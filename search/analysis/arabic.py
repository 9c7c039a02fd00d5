"""What is left of an Arabic word without the article, what is written together with it, and its endings?

Every step looks at nothing but the letters that are left, and is taken until there is none to take. So a word has one
stem whatever was written before it: الوزارة, وزارة, وبالوزارة and لوزارات.
"""

import re
from functools import lru_cache
from pathlib import Path

from search.analysis.words import fold

# Conjunctions and prepositions with the article behind them.
BEFORE_ARTICLE = ("وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ال")
# The same, where the article has lost its alef.
INTO_ARTICLE = ("ولل", "فلل", "لل")
# Conjunctions and prepositions of one letter, which many a word begins with by itself.
ONE_LETTER = "وفبكل"
AND = "و"
# Three letters are left, or two before what makes a feminine; the yeh of حماية and نهائي is one of the word's own.
ENDING = re.compile("(?<=...)(?:هما|كما|ون|ين|ان|(?<!ا)يه|ها|هم|نا|كم|(?<!ا)ي|ا|ت)$|(?<=..)(?:ات|ه)$")
# Letters that must be left behind a beginning; and of what no word is longer than.
STEM, LONGEST = 3, 24


def without_endings(word: str) -> str:
    shorter = ENDING.sub("", word)
    return word if shorter == word else without_endings(shorter)


@lru_cache(maxsize=1)
def standing() -> frozenset[str]:
    """Stems of words that are known to stand alone."""
    return frozenset(without_endings(word) for line in lines("arabic_words.txt") for word in line)


@lru_cache(maxsize=1)
def singulars() -> dict[str, str]:
    """Stems of broken plurals, before and after a pronoun takes the seat of their hamza, and those of their words."""
    found = {}
    for one, *several in lines("arabic_plurals.txt"):
        for plural in several:
            forms = [plural, *(plural[:-1] + seat for seat in "يو" if plural.endswith("اء"))]
            found.update({bare(form): bare(one) for form in forms})
    return found


def lines(name: str) -> list[list[str]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [fold(line).split() for line in text.splitlines() if not line.startswith("#")]


def stands(word: str) -> bool:
    return without_endings(word) in standing()


def arabic_stem(word: str) -> str:
    if len(word) > LONGEST:
        return word
    stem = bare(word)
    return singulars().get(stem, stem)


def bare(word: str) -> str:
    return without_endings(without_beginnings(word))


def without_beginnings(word: str) -> str:
    if word[0] in ONE_LETTER and stands(word):
        return word
    if behind := behind_article(word):
        return without_beginnings(behind)
    return behind_one_letter(word)


def behind_article(word: str) -> str:
    """Empty where there is none."""
    for beginning in BEFORE_ARTICLE:
        if word.startswith(beginning) and len(word) - len(beginning) >= STEM:
            return word[len(beginning) :]
    for beginning in INTO_ARTICLE:
        # Of two lams one may be the word's own: للجنة is for the committee.
        own = word[len(beginning) - 1 :]
        if word.startswith(beginning) and len(own) >= STEM and (len(own) == STEM or stands(own)):
            return own
        if word.startswith(beginning) and len(own) > STEM:
            return own[1:]
    return ""


def behind_one_letter(word: str) -> str:
    """The whole word where it is a letter of the word itself, as far as is known."""
    rest = word[1:]
    if word[0] not in ONE_LETTER or len(rest) < STEM:
        return word
    shorter = without_beginnings(rest)
    return shorter if word[0] == AND or stands(rest) or shorter != rest else word


def grams(word: str, size: int = 4) -> list[str]:
    """All runs of four letters of a folded word; of a shorter one, itself."""
    if len(word) <= size:
        return [word]
    return [word[start : start + size] for start in range(len(word) - size + 1)]
