"""From what was typed, what is wanted: a tree of weighted tokens, the same for every engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from search.analysis import grams, scripts, tokens
from search.analysis.scripts import ARABIC
from search.analysis.stemming import stem
from search.analysis.stopwords import SMALL_IN_LATIN, stopwords
from search.engines.base import Best, Every, Phrase, Some, Term, Wanted
from search.entries import EXACT, GRAMS, TEXT, TITLE
from search.synonyms import NO_GROUPS, Groups, Words, alternatives

MOST_WORDS = 24
# What is found is worth 1 by its stem in a text. In a title it is worth this besides; as it was typed, this; each run
# of four letters of an Arabic word, this besides; and by a synonym, this share of it all.
IN_TITLE, AS_TYPED, OF_FOUR_LETTERS, BY_SYNONYM = 1.5, 1.0, 0.1, 0.8
# A little for each further language and way in which a word is found: in most languages it is another word.
OF_OTHER_WAYS = 0.1
# What a word that says nothing by itself is worth beside others.
SMALL = 0.3
# How much of the other words must be there.
MOST = 0.6


@dataclass(frozen=True)
class Typed:
    """A folded word, and what may stand for it."""

    word: str
    others: tuple[Words, ...] = ()
    is_acronym: bool = False

    @property
    def is_meant(self) -> bool:
        """Not where it is an acronym that is a small word to others: who looks for the UN looks for no "un"."""
        return not (self.is_acronym and self.others and self.word in SMALL_IN_LATIN)


def wanted(
    words: Sequence[str],
    phrases: Sequence[str] = (),
    *,
    synonyms: Groups = NO_GROUPS,
    loosely: bool = False,
) -> Wanted | None:
    """Most of the words and all of the phrases; `loosely`, any of the words. None where no letter was typed.

    Ask loosely only when nothing else was found: then what is counted never grows by narrowing.
    """
    asked = reading(words, synonyms)
    parts: list[Wanted] = [Phrase(EXACT, found) for found in map(phrase, phrases) if found]
    if asked.words:
        least = 1 if loosely else ceil(len(asked.words) * MOST)
        parts.append(Some(tuple(map(any_way, asked.words)), at_least=least))
    if not parts:
        return None
    small = tuple(Term(EXACT, word, SMALL) for word in asked.small)
    return parts[0] if len(parts) == 1 and not small else Every(tuple(parts), bonus=small)


@dataclass(frozen=True)
class Reading:
    """The words that are asked for, and those beside them that say nothing by themselves."""

    words: tuple[Typed, ...]
    small: tuple[str, ...]


def reading(words: Sequence[str], synonyms: Groups = NO_GROUPS) -> Reading:
    """Each word once; as many as are bounded. Where all are small, all are asked for."""
    typed = " ".join(words)
    found = tokens(typed, "")[:MOST_WORDS]
    others = alternatives([token.word for token in found], synonyms)
    shouts = typed.isupper() and len(found) > 1
    asked = {
        token.word: Typed(token.word, tuple(other), not shouts and is_acronym(typed[token.start : token.end]))
        for token, other in zip(found, others, strict=True)
    }
    nothing = stopwords(asked)
    small = tuple(one.word for one in asked.values() if one.word in nothing and not one.is_acronym)
    if len(small) == len(asked):
        return Reading(tuple(asked.values()), ())
    return Reading(tuple(one for one in asked.values() if one.word not in small), small)


def is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def phrase(text: str) -> Words:
    return tuple(token.word for token in tokens(text, ""))


def any_way(typed: Typed) -> Wanted:
    ways = [one_word(typed.word)] if typed.is_meant else []
    ways += [other_way(other) for other in typed.others]
    return ways[0] if len(ways) == 1 else Best(tuple(ways))


def other_way(words: Words) -> Wanted:
    return one_word(words[0], BY_SYNONYM) if len(words) == 1 else Phrase(EXACT, words, BY_SYNONYM)


def one_word(word: str, worth: float = 1.0) -> Wanted:
    """In any language that is written so; a number only as it stands."""
    stems = [(language, stem(word, language)) for language in scripts(word)]
    if not stems:
        return Term(EXACT, word, worth)
    texts = (Term(TEXT[language], token, worth) for language, token in stems)
    titles = tuple(Term(TITLE[language], token, worth * IN_TITLE) for language, token in stems)
    found = Best((*texts, Term(EXACT, word, worth * AS_TYPED)), tie=OF_OTHER_WAYS)
    return Every((found,), bonus=(Best(titles), *letters(word, worth)))


def letters(word: str, worth: float) -> Iterator[Wanted]:
    if ARABIC.match(word):
        yield Some(tuple(Term(GRAMS, gram, worth * OF_FOUR_LETTERS) for gram in grams(word)))


def terms_of(words: Sequence[str], phrases: Sequence[str] = (), *, synonyms: Groups = NO_GROUPS) -> frozenset[str]:
    """The words that are to be marked in an excerpt, in whatever form they stand there."""
    found: set[str] = set()
    for typed in reading([*words, *phrases], synonyms).words:
        found.update([typed.word] if typed.is_meant else [], *typed.others)
    return frozenset(found)
