"""Which words of open texts could somebody have meant? Counted in what the reader may find, and nothing else."""

from collections.abc import Iterable, Iterator
from itertools import islice

import tantivy
from tantivy import Query

from search.engines.alike import is_alike
from search.engines.base import Question
from search.engines.embedded.filtering import among, passing
from search.engines.embedded.schema import schema
from search.engines.embedded.standing import total
from search.entries import EXACT

# The letters of folded words.
LETTERS = ("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوية")
# Words alike differ in the first letters by one at most.
BEGINNING = 3
# Words that are looked at closely, the commonest first.
MOST = 200


def words_like(word: str, question: Question, searcher: tantivy.Searcher, limit: int) -> list[str]:
    """The commonest first. Who may find none of the entries that have a word is never shown it."""
    may = passing(question, searcher)
    found: list[tuple[int, str]] = []
    for other, most in islice(_alike(word, searcher), MOST):
        if len(found) >= limit and -sorted(found)[limit - 1][0] > most:
            break
        having = Query.const_score_query(Query.term_query(schema(), EXACT, other), 0.0)
        if count := total(searcher.search(among(having, may), 1)):
            found.append((-count, other))
    return [other for _count, other in sorted(found)[:limit]]


def _alike(word: str, searcher: tantivy.Searcher) -> Iterator[tuple[str, int]]:
    """The commonest first, with the number of open entries that have it, whoever may find those."""
    found: list[tuple[str, int]] = []
    for beginning in _shortest(_beginnings(word)):
        found += searcher.terms_with_prefix(EXACT, beginning)
    for other, count in sorted(found, key=lambda pair: (-pair[1], pair[0])):
        if other != word and is_alike(word, other):
            yield other, count


def _beginnings(word: str) -> set[str]:
    """How words begin that begin like this one but for a letter."""
    letters = next((some for some in LETTERS if word[:1] in some), LETTERS[0])
    found = {word[:BEGINNING]}
    for at in range(min(BEGINNING, len(word))):
        before, after = word[:at], word[at:]
        found |= {before + after[1:], before + after[1:2] + after[:1] + after[2:]}
        found |= {before + letter + rest for letter in letters for rest in (after, after[1:])}
    return {beginning[:BEGINNING] for beginning in found if beginning}


def _shortest(beginnings: Iterable[str]) -> list[str]:
    """Without those that another one covers."""
    kept: list[str] = []
    for beginning in sorted(beginnings):
        if not kept or not beginning.startswith(kept[-1]):
            kept.append(beginning)
    return kept
