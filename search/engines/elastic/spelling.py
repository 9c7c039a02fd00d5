"""Which words are like this one? The open tier proposes; what nothing answers for this reader is dropped."""

from elasticsearch import Elasticsearch

from search.engines.base import Question
from search.engines.elastic.answering import several
from search.engines.elastic.asking import allowed
from search.engines.elastic.indexes import alias
from search.entries import EXACT, Tier

# So many proposals that some are left when others are dropped.
PROPOSED = 50
# A shorter word may differ in one letter, a longer one in two.
LONG = 5
# The server takes long to compare what is no word at all.
LONGEST = 40


def words_like(client: Elasticsearch, prefix: str, word: str, question: Question, limit: int) -> list[str]:
    index = alias(prefix, Tier.PUBLIC)
    proposed = _proposed(client, index, word) if 0 < len(word) <= LONGEST else []
    if not proposed:
        return []
    having = {"filters": {"filters": {each: {"term": {EXACT: each}} for each in proposed}}}
    [answer] = several(client, [(index, {"query": allowed(question), "size": 0, "aggs": {"words": having}})])
    counts = {each: found["doc_count"] for each, found in answer["aggregations"]["words"]["buckets"].items()}
    held = [each for each in proposed if counts[each]]
    return sorted(held, key=lambda each: (-counts[each], each))[:limit]


def _proposed(client: Elasticsearch, index: str, word: str) -> list[str]:
    like = {
        "field": EXACT,
        "suggest_mode": "always",
        "sort": "frequency",
        "max_edits": 1 if len(word) < LONG else 2,
        "prefix_length": 0,
        "min_word_length": 1,
        "accuracy": 0.0,
        # However common the word is.
        "max_term_freq": 1_000_000_000,
        "size": PROPOSED,
    }
    [answer] = several(client, [(index, {"size": 0, "suggest": {"words": {"text": word, "term": like}}})])
    return [each["text"] for found in answer["suggest"]["words"] for each in found["options"] if each["text"] != word]
