"""What does an editor look for? From a query of Wagtail's search to what our engines understand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from search.analysis import grams, scripts, tokens
from search.analysis.scripts import ARABIC
from search.analysis.stemming import stem
from search.engines import base
from search.engines.base import Best, Every, Some, Term, Wanted, Without
from search.entries import BEGINS, EXACT, LANGUAGES, TITLE
from search.entries import GRAMS as OF_FOUR_LETTERS
from search.wording import MOST_WORDS, one_word

# As many letters as are kept of the beginning of a word.
LONGEST_BEGINNING = 15


# All of no parts, and some of none.
EVERYTHING, NOTHING = Every(()), Some(())


@dataclass(frozen=True)
class Reader:
    """`begins`: words may be typed in part; `in_titles`: what is said besides titles is not looked at."""

    begins: bool = False
    in_titles: bool = False

    def wanted(self, query: SearchQuery) -> Wanted:
        match query:
            case MatchAll():
                return EVERYTHING
            case PlainText() | Fuzzy():
                return self._words(query.query_string, is_any=query.operator == "or")
            case Phrase():
                words = tuple(token.word for token in tokens(query.query_string, ""))
                return base.Phrase(EXACT, words) if words else NOTHING
            case Boost():
                return self.wanted(query.subquery)
            case Not():
                return opposite(self.wanted(query.subquery))
            case And():
                return all_of([self.wanted(each) for each in query.subqueries])
            case Or():
                return any_of([self.wanted(each) for each in query.subqueries])
        raise NotImplementedError(f"No search for {type(query).__name__}.")

    def _words(self, text: str, *, is_any: bool) -> Wanted:
        words = dict.fromkeys(token.word for token in tokens(text, ""))
        parts = tuple(Best(tuple(self._ways(word)), tie=0.1) for word in list(words)[:MOST_WORDS])
        if not parts:
            return NOTHING
        return Some(parts) if is_any else Every(parts)

    def _ways(self, word: str) -> Iterator[Wanted]:
        if self.in_titles:
            yield from (Term(TITLE[language], stem(word, language)) for language in scripts(word) or LANGUAGES)
        else:
            yield one_word(word)
        if self.begins:
            yield Term(BEGINS, word[:LONGEST_BEGINNING])
            if ARABIC.match(word) and not self.in_titles and (runs := grams(word)):
                # A part of a word, whatever is written before it.
                yield Some(tuple(Term(OF_FOUR_LETTERS, run, 1 / len(runs)) for run in runs), at_least=len(runs))


def opposite(wanted: Wanted) -> Wanted:
    if wanted in (EVERYTHING, NOTHING):
        return NOTHING if wanted == EVERYTHING else EVERYTHING
    return wanted.part if isinstance(wanted, Without) else Without(wanted)


def all_of(parts: Sequence[Wanted]) -> Wanted:
    return NOTHING if NOTHING in parts else Every(tuple(part for part in parts if part != EVERYTHING))


def any_of(parts: Sequence[Wanted]) -> Wanted:
    return EVERYTHING if EVERYTHING in parts else Some(tuple(part for part in parts if part != NOTHING))
