"""What is understood of what readers type."""

import time

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from search.facets import titles
from search.query import Asked, Typed, understand
from search.vocabulary import filter_named


def asked(text: str) -> Asked:
    return understand(text, language="en")


@pytest.mark.parametrize(
    ("text", "words", "phrases", "without"),
    [
        ("preventive diplomacy", ("preventive", "diplomacy"), (), ()),
        ('"preventive diplomacy" Rabat', ("Rabat",), ("preventive diplomacy",), ()),
        ("«الدبلوماسية الوقائية» المغرب", ("المغرب",), ("الدبلوماسية الوقائية",), ()),
        ("و«الأمن»", ("و",), ("الأمن",), ()),
        ("« diplomatie préventive »", (), (" diplomatie préventive ",), ()),
        ("“one” „zwei“ ‹trois› ＂four＂", (), ("one", "zwei", "trois", "four"), ()),
        ("forum -security", ("forum",), (), ("security",)),
        ("forum −security", ("forum",), (), ("security",)),
        ("منتدى \u061c-الأمن", ("منتدى",), (), ("الأمن",)),
        ('forum -"hard security"', ("forum",), (), ("hard security",)),
        ("follow-up Dar-es-Salaam", ("follow-up", "Dar-es-Salaam"), (), ()),
        ("forum - security", ("forum", "security"), (), ()),
        ("--security", ("--security",), (), ()),
        ('an "unfinished phrase', ("an", "unfinished", "phrase"), (), ()),
        ("*:* AND (x OR y) ~2 title_fr:x", ("AND", "(x", "OR", "y)", "~2", "title_fr:x"), (), ()),
        ('"" « » ?', (), (), ()),
        ("https://example.org/a?b=c", ("https://example.org/a?b=c",), (), ()),
    ],
)
def test_words_phrases_and_exclusions(
    text: str, words: tuple[str, ...], phrases: tuple[str, ...], without: tuple[str, ...]
) -> None:
    found = asked(text)
    assert (found.words, found.phrases, found.without) == (words, phrases, without)
    assert not found.filters


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("lang:fr", "language", "fr"),
        ("LANGUAGE:French", "language", "fr"),
        ("langue:arabe", "language", "ar"),
        ("لغة:العربية", "language", "ar"),
        ("لغة:عربية", "language", "ar"),
        ("type:paper", "type", "paper"),
        ("Type : paper", "type", "paper"),
        ("pays : Maroc", "country", "MA"),
        ("type:people", "type", "person"),
        ("country:ma", "country", "MA"),
        ("country:Saudi Arabia", "country", "SA"),
        ('country:"Saudi Arabia"', "country", "SA"),
        ("pays:Maroc", "country", "MA"),
        ("pays:« Côte d’Ivoire »", "country", "CI"),
        ("بلد:المغرب", "country", "MA"),
        ("بلد: المغرب", "country", "MA"),
        ("البلد:مغرب", "country", "MA"),
        ("year:2019", "year", "2019"),
        ("year:2019..2023", "year", "2019..2023"),
        ("year:2023-2019", "year", "2019..2023"),
        ("year:2019..", "year", "2019.."),
        ("année:..2019", "year", "..2019"),
        ("annee:2019…", "year", "2019.."),
        ("سنة:٢٠١٩", "year", "2019"),
        ("year:none", "year", "none"),
        ("المكان:المغرب", "country", "MA"),
        ('المؤسسة:"الاتحاد الإفريقي"', "organisation", "الاتحاد الإفريقي"),
        ("topic:water", "topic", "water"),
        ('موضوع:"الأمن المائي"', "topic", "الأمن المائي"),
        ("series:medays,", "series", "medays"),
        ("org:au", "organisation", "au"),
        ("منظمة:au", "organisation", "au"),
    ],
)
def test_filters_in_any_language(text: str, name: str, value: str) -> None:
    found = asked(f"before {text} after")
    assert [(each.name, each.value) for each in found.filters] == [(name, value)]
    assert found.words == ("before", "after")


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_a_filter_is_called_what_stands_over_its_values(code: str) -> None:
    with override(code):
        named = {name: filter_named(title) for name, title in titles().items()}
    assert named == {name: name for name in named}


def test_a_filter_keeps_what_was_typed() -> None:
    assert asked("x country:Saudi Arabia y").filters == (Typed("country", "SA", "country:Saudi Arabia"),)


@pytest.mark.parametrize(
    "text", ["year:abc", "year:0", "type:secret", "country:Atlantis", "lang:xx", "note:x", "year:"]
)
def test_what_is_no_filter_is_text(text: str) -> None:
    assert asked(text).words == (text,)
    assert not asked(text).filters


def test_a_colon_apart_is_a_colon_where_anything_may_follow() -> None:
    """Any word may be a forum or a topic; and of a country there is none of that name."""
    for text in ("forum : security", "Country : profile"):
        assert (asked(text).words, asked(text).filters) == (tuple(text.replace(" :", "").split()), ())


def test_a_long_question_is_cut_between_words_and_said_to_be() -> None:
    text = "word " * 60
    found = asked(text)
    assert found.text == text.strip()
    assert len(found.words) == 32
    assert found.problems == (
        "Only the first 256 characters of the question were used.",
        "Only the first 32 words were used.",
    )
    with override("fr"):
        assert len(understand("mot" * 100, language="fr").words[0]) == 256


def test_no_mark_turns_what_follows_and_no_half_character_is_shown() -> None:
    assert asked("a\0b\ud800c \u202edlrow\u202c \r\n").text == "a b c dlrow"


def test_nothing_is_asked_by_signs_alone() -> None:
    assert not asked(' "" - * ').is_asked
    assert asked("-x").is_asked


hostile = st.text(st.characters(), max_size=400) | st.text(
    st.sampled_from('"“”„«»-−:* year:سنة٢ 19..\0\ud800\u202e\u061c()[]{}~^\\/+&|!'), max_size=400
)


@settings(max_examples=10_000, deadline=1000)
@given(hostile)
def test_a11_any_text_has_a_meaning(text: str) -> None:
    found = understand(text, language="ar")
    found.text.encode()
    assert sum(map(len, found.words)) <= 256
    assert max(len(found.words), 4 * len(found.phrases), 4 * len(found.without)) <= 32


def test_a11_the_longest_text_is_understood_at_once() -> None:
    began = time.perf_counter()
    for text in ('"' * 50_000, "-" * 50_000, 'year:"' * 9_000, "a:" * 25_000, " " * 50_000):
        understand(text, language="en")
    assert time.perf_counter() - began < 1
