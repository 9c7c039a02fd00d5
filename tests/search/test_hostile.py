"""Whatever is typed is answered, at once, and only of what the reader may find."""

import time
from collections.abc import Callable
from contextlib import nullcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access.changing import Wanted, set_access
from access.principals import anonymous
from pages.models import BasePage, HomePage, StandardPage
from search.suggesting import suggestions
from tests.indexing import Indexing
from tests.search.asking import ask, engine_away, titles

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]

SYNTAX = [
    "*:*",
    "acl:*",
    "_exists_:title",
    "/.*/",
    "title_fr:x OR key:*",
    "classes:[* TO *]",
    "{!func}1",
    'a" OR "b',
    "'; DROP TABLE search_indexentry; --",
    "%' OR '1'='1",
    "\\",
    "a\\",
    "((((((((((",
    "a~2^9",
    "+a -b !c",
    '"' * 300,
    "-" * 300,
    "year:" * 60,
    "الأمن\u202eneerg\u202c",
    "a\0b",
    "\ud800\udfff",
    "\ufef9",
    "x" * 50_000,
    "word " * 10_000,
    "ــــــــ",
    "\u0301" * 300,
]


@pytest.fixture
def open_and_closed(indexing: Indexing, add: Add, homes: dict[str, HomePage]) -> None:
    add(homes["en"], StandardPage, title="Open x a b word", slug="open")
    closed = add(homes["en"], StandardPage, title="Closed x a b word", slug="closed")
    set_access(closed, Wanted("members"), by=None)
    indexing()


@pytest.mark.parametrize("is_away", [False, True])
def test_a11_no_text_is_an_engines_syntax(open_and_closed: None, is_away: bool) -> None:
    with engine_away() if is_away else nullcontext():
        for text in SYNTAX:
            began = time.process_time()
            assert set(titles(ask(text))) <= {"Open x a b word", "Muntada"}
            suggestions(text, anonymous(), language="en")
            assert time.process_time() - began < 1, text


typed = st.text(st.characters() | st.sampled_from('"«»-:* xab'), max_size=300)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed, typed, st.sampled_from(["type", "series", "year", "country", "topic", "language", "organisation"]))
def test_a11_whatever_is_typed_and_asked_by_address(open_and_closed: None, text: str, value: str, name: str) -> None:
    assert set(titles(ask(text))) <= {"Open x a b word", "Muntada"}
    assert set(titles(ask(text, sort=value, **{name: value}))) <= {"Open x a b word", "Muntada"}
    suggestions(text, anonymous(), language="ar")
