"""What is left of a French, English, Spanish or Portuguese word without its endings?

Words come folded, without the accents by which Snowball's stemmers know an ending: the commonest are put back, and
what those stemmers leave apart, plurals and two ways to spell, is put together first.
"""

import re

import Stemmer

from search.analysis.folding import folded

SNOWBALL = {
    language: Stemmer.Stemmer(name, 0)
    for language, name in {"fr": "french", "en": "english", "es": "spanish", "pt": "portuguese"}.items()
}
ALIKE = {
    "fr": [
        ("(?<=...)s$", ""),
        ("(?<=..)ee$", "e"),
        ("eaux$", "eau"),
        ("(?<=..)aux$", "al"),
        ("^travail$", "traval"),
        ("^lieux$", "lieu"),
    ],
    "en": [
        ("(?<=...)iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", "is"),
        ("(?<=..[^aeiouy])our(?=(?:s|ed|ing|al|able|hood|hoods)?$)", "or"),
        ("(?<=..)(?<=[tb])re(s?)$", r"er\1"),
        ("^(defen|offen|licen|preten)se(s?)$", r"\1ce\2"),
        ("^programme(s?)$", r"program\1"),
        ("^(cris|thes|hypothes|synthes|analys|bas|diagnos)es$", r"\1is"),
        ("men$", "man"),
        ("^children$", "child"),
    ],
    "es": [("(?<=..)ces$", "z"), ("(?<=..)enes$", "en"), ("(?<=..)([cs])ion$", r"\1ión")],
    "pt": [
        ("(?<=.)(?:oes|aes|aos)$", "ao"),
        ("(?<=..)ais$", "al"),
        ("(?<=..)eis$", "el"),
        ("(?<=..)ois$", "ol"),
        ("ns$", "m"),
        ("(?<=.)es(?:es|as?)$", "es"),
        ("(?<=..)cao$", "ção"),
    ],
}
RULES = {language: [(re.compile(ending), by) for ending, by in rules] for language, rules in ALIKE.items()}


def latin_stem(word: str, language: str) -> str:
    for ending, by in RULES[language]:
        word = ending.sub(by, word)
    return folded(SNOWBALL[language].stemWord(word)) or word
