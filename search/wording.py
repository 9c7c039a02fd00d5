"""From what was typed, what is wanted: a tree of weighted tokens, the same for every engine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from search.analysis import Token, grams, scripts, tokens
from search.analysis.scripts import ARABIC
from search.analysis.stemming import stem
from search.analysis.stopwords import STOPWORDS
from search.engines.base import Best, Every, Phrase, Some, Term, Wanted
from search.entries import EXACT, GRAMS, LANGUAGES, TEXT, TITLE

# Groups of words or phrases that are the same to a reader, per language.
Synonyms = Mapping[str, Sequence[Sequence[str]]]

MOST_WORDS = 24
# What a title is worth, the word as it was typed, and a run of four letters of it, when the stem in a text is worth 1.
IN_TITLE, AS_TYPED, OF_FOUR_LETTERS = 1.5, 0.5, 0.3
# How much of the words must be there.
SHARE_OF_WORDS = 0.6


def wanted(words: Sequence[str], phrases: Sequence[str] = (), *, synonyms: Synonyms | None = None) -> Wanted | None:
    """None where no letter or digit was typed."""
    asked = asked_words(words)
    parts = [phrase(text) for text in phrases if tokens(text, "")]
    if asked:
        meant = [word for word in asked if word not in STOPWORDS] or asked
        parts.append(Some(tuple(map(one_word, meant)), at_least=ceil(len(meant) * SHARE_OF_WORDS)))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def asked_words(words: Sequence[str]) -> list[str]:
    """Folded, each once, as many as are bounded."""
    return list(dict.fromkeys(token.word for token in tokens(" ".join(words), "")))[:MOST_WORDS]


def one_word(word: str) -> Wanted:
    languages = scripts(word)
    if not languages:
        return Term(EXACT, word)
    stems = [(language, stem(word, language)) for language in languages]
    fields = [Term(TEXT[language], token) for language, token in stems]
    titles = tuple(Term(TITLE[language], token, IN_TITLE) for language, token in stems)
    bonus = (Best(titles), *letters(word))
    return Every((Best((*fields, Term(EXACT, word, AS_TYPED)), tie=0.3),), bonus)


def letters(word: str) -> Iterable[Wanted]:
    if ARABIC.match(word):
        parts = tuple(Term(GRAMS, gram, OF_FOUR_LETTERS) for gram in grams(word))
        yield Some(parts)


def phrase(text: str) -> Wanted:
    return Phrase(EXACT, tuple(token.word for token in tokens(text, "")))


@dataclass(frozen=True)
class Marks:
    """What is to be marked in an excerpt."""

    stems: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    def has(self, token: Token, language: str) -> bool:
        return token.word in self.words or token.stem in self.stems.get(language, frozenset())


def terms_of(words: Sequence[str], phrases: Sequence[str] = ()) -> Marks:
    asked = asked_words([*words, *phrases])
    meant = [word for word in asked if word not in STOPWORDS] or asked
    stems = {language: frozenset(stem(word, language) for word in meant) for language in LANGUAGES}
    return Marks(stems, frozenset(meant))
