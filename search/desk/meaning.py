"""What does an editor look for? From a query of Wagtail's search to what our engines understand."""

from collections.abc import Iterator
from dataclasses import dataclass

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from search.analysis import grams, scripts, tokens
from search.analysis.scripts import ARABIC
from search.analysis.stemming import stem
from search.engines import base
from search.engines.base import Best, Every, Some, Term, Wanted
from search.entries import BEGINS, EXACT, LANGUAGES, TITLE
from search.entries import GRAMS as OF_FOUR_LETTERS
from search.wording import MOST_WORDS, one_word

# As many letters as are kept of the beginning of a word.
LONGEST_BEGINNING = 15


@dataclass(frozen=True)
class Meaning:
    """Everything, nothing, or what is `wanted` and not among what is `unwanted`."""

    wanted: Wanted | None = None
    unwanted: tuple[Wanted, ...] = ()
    is_everything: bool = False
    is_nothing: bool = False


EVERYTHING, NOTHING = Meaning(is_everything=True), Meaning(is_nothing=True)


@dataclass(frozen=True)
class Reader:
    """`begins`: words may be typed in part; `in_titles`: what is said besides titles is not looked at."""

    begins: bool = False
    in_titles: bool = False

    def meaning(self, query: SearchQuery) -> Meaning:
        match query:
            case MatchAll():
                return EVERYTHING
            case PlainText() | Fuzzy():
                return self._words(query.query_string, is_any=query.operator == "or")
            case Phrase():
                words = tuple(token.word for token in tokens(query.query_string, ""))
                return Meaning(base.Phrase(EXACT, words)) if words else NOTHING
            case Boost():
                return self.meaning(query.subquery)
            case Not():
                return opposite(self.meaning(query.subquery))
            case And():
                return all_of([self.meaning(each) for each in query.subqueries])
            case Or():
                return any_of([self.meaning(each) for each in query.subqueries])
        raise NotImplementedError(f"No search for {type(query).__name__}.")

    def _words(self, text: str, *, is_any: bool) -> Meaning:
        words = dict.fromkeys(token.word for token in tokens(text, ""))
        parts = tuple(Best(tuple(self._ways(word)), tie=0.1) for word in list(words)[:MOST_WORDS])
        if not parts:
            return NOTHING
        return Meaning(Some(parts) if is_any else Every(parts))

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


def opposite(meaning: Meaning) -> Meaning:
    if meaning.is_everything or meaning.is_nothing:
        return NOTHING if meaning.is_everything else EVERYTHING
    if meaning.wanted and not meaning.unwanted:
        return Meaning(unwanted=(meaning.wanted,))
    if meaning.unwanted and not meaning.wanted:
        return Meaning(Some(meaning.unwanted))
    raise NotImplementedError("No search for the opposite of both.")


def all_of(parts: list[Meaning]) -> Meaning:
    if any(part.is_nothing for part in parts):
        return NOTHING
    narrowing = [part for part in parts if not part.is_everything]
    wanted = tuple(part.wanted for part in narrowing if part.wanted)
    unwanted = tuple(one for part in narrowing for one in part.unwanted)
    return Meaning(Every(wanted) if wanted else None, unwanted) if narrowing else EVERYTHING


def any_of(parts: list[Meaning]) -> Meaning:
    if any(part.is_everything for part in parts):
        return EVERYTHING
    widening = [part for part in parts if not part.is_nothing]
    if any(part.unwanted for part in widening):
        raise NotImplementedError("No search for one thing or not another.")
    return Meaning(Some(tuple(part.wanted for part in widening if part.wanted))) if widening else NOTHING
