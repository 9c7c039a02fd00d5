"""Did the reader mean another word? Only one of open works is offered, and only when it finds this reader more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from search.analysis import fold, tokens
from search.asking import Asking
from search.engines.alike import distance, is_alike
from search.engines.base import Question
from search.models import IndexEntry
from search.projection import Text
from search.query import Asked, replaced
from search.wording import wanted

# With more results than so many, nothing is suggested; and in longer questions, nothing is looked for.
FEW_HITS, MOST_WORDS = 3, 6
CANDIDATES, FARTHEST = 10, 2
ARTICLE = "ال"
# In how many of the results is looked how a word is written.
LOOKED_AT = 5


def suggestion(asked: Asked, question: Question, total: int, asking: Asking) -> str:
    """What was typed, with other words in place of those that nothing has; empty when that would find no more."""
    if total > FEW_HITS or not asked.words or len(asked.words) > MOST_WORDS:
        return ""
    question = replace(question, facets=(), offset=0, limit=LOOKED_AT, sort="relevance")
    changes = {word: other for word in asked.words if (other := _other(word, question, asking))}
    if not changes:
        return ""
    meant = wanted([changes.get(word, word) for word in asked.words], asked.phrases)
    found = asking.search(replace(question, wanted=meant))
    # `total` may be of what has some of the words only.
    if found.total <= asking.search(question).total:
        return ""
    return _rewritten(asked.text, changes, _texts([hit.key for hit in found.hits], asking))


def _other(word: str, question: Question, asking: Asking) -> str:
    """The word that is written most nearly so, the commonest of several; empty when something has the word itself."""
    typed = fold(word)
    if " " in typed:
        return ""
    if asking.search(replace(question, wanted=wanted([word]), limit=1)).total:
        return ""
    alike = asking.words_like(typed, replace(question, wanted=None, without=()), CANDIDATES)
    meant = [other for other in alike if is_alike(_bare(typed), _bare(other))]
    return min(meant, key=lambda other: distance(typed, other, FARTHEST), default="")


def _bare(word: str) -> str:
    """What all words may begin with says nothing of how alike they are."""
    return word.removeprefix(ARTICLE)


def _texts(keys: Sequence[str], asking: Asking) -> list[Text]:
    """As they are now."""
    kept = IndexEntry.objects.filter(key__in=set(keys) - asking.overlay.keys).values_list("texts", flat=True)
    fresh = (asking.overlay.fresh[key].texts for key in keys if key in asking.overlay.fresh)
    return [text for of_entry in (*kept, *fresh) for text in of_entry]


def _rewritten(text: str, changes: dict[str, str], texts: Iterable[Text]) -> str:
    """The words as the results write them, in place of those that were typed."""
    written: dict[str, str] = {}
    for each in texts:
        for token in tokens(each["text"], each["language"]):
            written.setdefault(token.word, each["text"][token.start : token.end])
    for word, other in changes.items():
        text = replaced(text, word, written.get(other, other))
    return text
