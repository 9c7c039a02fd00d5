"""A part of what was typed is taken out, or said otherwise, where it stands by itself."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from search.addresses import Place
from search.query import replaced, understand


def place(words: str) -> Place:
    return Place.of(QueryDict(urlencode({"q": words, "topic": "water"})))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("country:mali country:ma rivers", "country:mali rivers"),
        ("year:2019..2023 year:2019.. rivers", "year:2019..2023 rivers"),
        ('rivers country:"Mali"lakes', "rivers lakes"),
        # As a keyboard that writes from right to left puts it in.
        ("rivers country:\u200fmali", "rivers"),
        ("rivers\0country:mali", "rivers"),
    ],
)
def test_the_last_filter_is_taken_out_and_nothing_else(words: str, left: str) -> None:
    *others, last = understand(words, language="en").filters
    assert place(words).without_typed(last.text).words == left
    assert place(words).unfiltered(typed.text for typed in [*others, last]).words.split() == [
        word for word in left.split() if ":" not in word
    ]


def test_a_word_is_not_put_right_within_another() -> None:
    assert replaced("waterfront watr", "watr", "water") == "waterfront water"
    assert replaced("waters water", "water", "rivers") == "waters rivers"
    assert replaced("السلامة السلام", "السلام", "الأمن") == "السلامة الأمن"
    assert replaced(r"a\1 b", r"a\1", r"\2") == r"\2 b"
