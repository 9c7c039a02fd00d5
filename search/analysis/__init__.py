"""What are the tokens of a text, in a language? Both engines get these, and nothing else."""

from typing import NamedTuple

from search.analysis.arabic import grams
from search.analysis.scripts import scripts
from search.analysis.stemming import stem
from search.analysis.words import fold, plain_words, words

__all__ = ["Token", "begins", "fold", "grams", "scripts", "tokens"]

LONGEST_BEGINNING = 15


class Token(NamedTuple):
    """A word as it is searched (`stem`) and as it stands (`word`, folded), at `text[start:end]`."""

    stem: str
    word: str
    start: int
    end: int


def tokens(text: str, language: str) -> list[Token]:
    return [Token(stem(word, language), word, start, end) for word, start, end in words(text)]


def begins(text: str) -> list[str]:
    """The first letters of each word, from one to fifteen of them; each beginning once."""
    return sorted(
        {word[:size] for word in set(plain_words(text)) for size in range(1, min(len(word), LONGEST_BEGINNING) + 1)}
    )
