"""Whatever is written, it is cut into tokens that stand where they say; and folding twice changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import begins, fold, grams, scripts, tokens
from search.analysis.fields import fields_of
from search.entries import LANGUAGES, TOKEN_FIELDS

LETTERS = "وفبكلالبيتةهىئؤءأإآٱپچڤگݣڭـًٌٍَُِّْٰ٠٩۳ﻻﷲﷺabcÉéçñãœßİıIŉǅ'’ʼ`´.·-_\u200f\u200d\u202e\u2067\ufeff\u00ad\x00 \n\t²½Ⅷ①ﬁ"
TEXTS = st.one_of(st.text(max_size=60), st.text(alphabet=LETTERS, max_size=40))


@given(TEXTS, st.sampled_from([*LANGUAGES, "sw", ""]))
@settings(max_examples=1000, deadline=None)
def test_tokens_stand_where_they_say(text: str, language: str):
    end = 0
    for token in tokens(text, language):
        assert token.word
        assert token.stem
        assert not set(" \n\t\x00") & set(token.word + token.stem)
        assert 0 <= token.start < token.end <= len(text)
        assert token.end >= end
        end = token.end
        assert token.word in fold(text[token.start : token.end]).split()


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_all_that_is_made_of_a_text_can_be_parted_at_spaces(text: str):
    fields = fields_of({"ar": [text]}, {"fr": [text, text]})
    assert set(fields) <= set(TOKEN_FIELDS)
    for found in fields.values():
        assert found.split(" ") == found.split()
    words = fold(text).split()
    assert fields.get("exact", "").split() == words * 3
    assert {begin for begin in begins(text) if len(begin) == 1} == {word[0] for word in words}
    assert all(gram in word for word in words for gram in grams(word))
    assert set(scripts(text)) <= set(LANGUAGES)
