"""What may be found, on every engine."""

import pytest

from search.engines.base import Best, Between, Engine, Every, Filter, NotBuilt, OneOf, Some, Term, Wanted, Without
from search.entries import FACETS, READING, Tier
from tests.search.contract.shelf import (
    ALL,
    BOARD,
    ELSEWHERE,
    MEMBERS,
    OPEN,
    asked,
    entry,
    found,
    phrase,
    question,
    word,
    words,
)

WHO = [
    ((), ""),
    ((OPEN,), "abc"),
    ((MEMBERS,), "fg"),
    ((ELSEWHERE,), "i"),
    ((BOARD,), "hi"),
    ((OPEN, MEMBERS), "abcfg"),
    (ALL, "abcfghi"),
    # Numbers that share digits are others.
    ((0, 1, 2, 300, 3333), ""),
]


def test_a01_only_entries_of_the_readers_classes_are_found(engine: Engine) -> None:
    for classes, keys in WHO:
        answer = asked(engine, word("water"), classes=classes, facets=("kind",))
        assert ("".join(sorted(found(answer))), answer.total) == (keys, len(keys))
        assert sum(answer.facets["kind"].values()) == len(keys)


def test_only_the_tiers_that_are_asked_answer(engine: Engine) -> None:
    assert [found(asked(engine, word("water"), tiers=(tier,), sort="oldest")) for tier in Tier] == [
        "acb",
        "fg",
        "hi",
        "k",
        "j",
    ]


TREES: list[tuple[Wanted | None, str]] = [
    (None, "abcdefghi"),
    (word("nothing"), ""),
    (word("peace"), "acef"),
    (words("peace", "harvest"), "acdef"),
    (words("peace", "harvest", at_least=2), "e"),
    (words("peace", "water", "talks", at_least=2), "acf"),
    (Best((word("harvest"), word("talks")), 0.1), "cde"),
    (Every((word("peace"), word("water"))), "acf"),
    (Every((word("peace"),), (word("talks", 2.0),)), "acef"),
    (Every((Best((word("harvest"), word("peace"))), Some((word("talks"), word("harvest")))), ()), "cde"),
    (Every((), (word("talks"),)), "abcdefghi"),
    (Some(()), ""),
    (Best(()), ""),
    (Term("title_en", "water"), "a"),
    (Term("text_fr", "water"), ""),
    (phrase("water and peace"), "af"),
    (phrase("peace and water"), "c"),
    (phrase("peace water"), ""),
    (phrase("harvest"), "de"),
    (Some((phrase("for all"), phrase("of the board"))), "bh"),
    (Without(word("water")), "de"),
    (Without(word("nothing")), "abcdefghi"),
    (Without(Some(())), "abcdefghi"),
    (Without(Every(())), ""),
    (Without(Every((), (word("talks"),))), ""),
    (Without(Without(word("peace"))), "acef"),
    (Without(words("peace", "water", "talks", at_least=2)), "bdeghi"),
    (Without(phrase("water and peace")), "bcdeghi"),
    (Every((word("peace"), Without(word("water")))), "e"),
    (Without(Every((word("peace"), Without(word("water"))))), "abcdfghi"),
    (Every((Without(word("peace")), Without(word("water")))), "d"),
    (Some((word("talks"), Without(word("water")))), "cde"),
    (Some((word("peace"), word("harvest"), Without(word("water"))), at_least=2), "de"),
    (Some((Without(word("peace")), Without(word("water")))), "bdeghi"),
    (Best((word("talks"), Without(word("water"))), 0.1), "cde"),
    (Every((word("harvest"),), (Without(word("peace")),)), "de"),
]


def test_what_is_wanted_is_found(engine: Engine) -> None:
    for wanted, keys in TREES:
        answer = asked(engine, wanted)
        assert ("".join(sorted(found(answer))), answer.total) == (keys, len(keys)), wanted


FILTERS: list[tuple[tuple[Filter, ...], str]] = [
    ((OneOf("kind", ("paper",)),), "acf"),
    ((OneOf("kind", ("paper", "news")),), "abcf"),
    ((OneOf("kind", ("Paper",)),), "d"),
    ((OneOf("kind", ("pap",)),), ""),
    ((OneOf("kind", ()),), ""),
    ((OneOf("topic", ("2",)),), "a"),
    ((OneOf("year", ("2020",)),), "acf"),
    ((OneOf("year", ("water",)),), ""),
    ((OneOf("kind", ("paper",)), OneOf("country", ("SN",))), "cf"),
    ((Between("year", 2020, 2020),), "acf"),
    ((Between("year", 2021, None),), "bdh"),
    ((Between("year", None, 2019),), "a"),
    ((Between("year", 2022, 2021),), ""),
    ((Between("year", None, None),), "abcdfh"),
    ((Between("year", -(10**30), 10**30),), "abcdfh"),
    ((Between("day", 18_400, 18_500),), "cfhi"),
    ((Between("day", None, 0),), "d"),
]


def test_filters_keep_what_has_the_values(engine: Engine) -> None:
    for filters, keys in FILTERS:
        answer = asked(engine, filters=filters)
        assert ("".join(sorted(found(answer))), answer.total) == (keys, len(keys)), filters


def test_what_is_not_wanted_and_what_is_excluded_is_left_out_everywhere(engine: Engine) -> None:
    answer = asked(engine, word("water"), without=(word("board"), phrase("for all")), facets=("kind",))
    assert (sorted(found(answer)), answer.total) == (list("acfgi"), 5)
    answer = asked(engine, word("water"), excluded=frozenset({"work:a", "work:h", "work:z"}), facets=("kind",))
    assert (sorted(found(answer)), answer.total) == (list("bcfgi"), 5)
    assert answer.facets == {"kind": {"news": 1, "paper": 2, "memo": 1, "minutes": 1}}


def test_keys_are_found_whatever_their_words_but_not_by_everybody(engine: Engine) -> None:
    also = frozenset({"work:d", "work:h", "work:e"})
    narrowing: dict = {"classes": {OPEN}, "filters": (Between("day", None, None),), "also": also}
    answer = asked(engine, word("talks"), **narrowing)
    assert (found(answer), answer.total) == ("cd", 2)
    assert answer.hits[1].score == 0.0
    assert asked(engine, None, **narrowing).total == 4


def test_a03_facets_count_what_is_found_and_nothing_else(engine: Engine) -> None:
    assert asked(engine, word("water"), classes={OPEN, MEMBERS}, facets=FACETS, limit=1).facets == {
        "kind": {"paper": 3, "news": 1, "memo": 1},
        "series": {},
        "country": {"MA": 2, "SN": 2},
        "topic": {"12": 1, "2": 1, "1": 1},
        "language": {},
        "organisation": {},
        "year": {"2019": 1, "2020": 3, "2021": 1},
        # Of two years of one decade, and of two decades; what has no year.
        "decade": {"2010": 1, "2020": 4, "none": 1},
    }


def test_the_newest_or_the_oldest_come_first_in_all_tiers_and_what_has_no_day_last(engine: Engine) -> None:
    assert found(asked(engine, sort="newest")) == "gbicfhade"
    assert found(asked(engine, sort="oldest")) == "dacfhibge"


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_follow_on_each_other(engine: Engine, sort: str) -> None:
    whole = found(asked(engine, words("water", "peace"), sort=sort))
    assert len(whole) == 8
    pages = [asked(engine, words("water", "peace"), sort=sort, offset=at, limit=3) for at in (0, 3, 6, 9, 12)]
    assert [found(page) for page in pages] == [whole[:3], whole[3:6], whole[6:], "", ""]
    assert {page.total for page in pages} == {8}


def test_among_closed_entries_weights_count_then_the_day_then_the_key(engine: Engine) -> None:
    wanted = Some((word("water", 2.0), word("peace"), Best((word("board", 3.0), word("the")), 0.5)))
    answer = asked(engine, wanted, tiers=(Tier.MEMBERS, Tier.RESTRICTED))
    assert [(hit.key, round(hit.score, 3)) for hit in answer.hits] == [
        ("work:h", 0.385),
        ("work:f", 0.21),
        ("work:g", 0.14),
        ("work:i", 0.14),
    ]


def test_what_is_worth_the_same_comes_by_day_then_by_key_even_where_a_page_ends(any_engine: Engine) -> None:
    same = [entry(f"{number:03d}", "water", Tier.MEMBERS, MEMBERS, day=number // 50) for number in range(150)]
    any_engine.write(reversed(same), (), 1)
    first, last = asked(any_engine, word("water"), limit=5), asked(any_engine, word("water"), offset=145)
    assert [hit.key for hit in first.hits] == [f"work:{number}" for number in range(100, 105)]
    assert [hit.key for hit in last.hits] == [f"work:{number:03d}" for number in range(45, 50)]


def test_a_score_is_a_share_of_the_best_there_could_be(engine: Engine) -> None:
    scores = [hit.score for hit in asked(engine, words("water", "peace", "talks")).hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] < scores[0] <= 1


def test_to_lack_a_word_is_worth_nothing(engine: Engine) -> None:
    def closed(wanted: Wanted) -> dict[str, float]:
        hits = asked(engine, wanted, tiers=(Tier.MEMBERS, Tier.RESTRICTED)).hits
        return {hit.key.removeprefix("work:"): round(hit.score, 3) for hit in hits}

    members, lacking = word("members"), Without(word("peace"))
    assert closed(lacking) == {"g": 0.0, "h": 0.0, "i": 0.0}
    assert closed(Every((members, lacking))) == closed(Best((members, Without(word("water"))))) == {"g": 0.455}
    assert closed(Some((members, lacking))) == {"g": 0.455, "h": 0.0, "i": 0.0}
    # Nor is it among open entries: by day, then by key.
    assert found(asked(engine, Without(word("harvest")), tiers=(Tier.PUBLIC,))) == "bca"
    assert found(asked(engine, Some((word("harvest"), Without(word("water")))))) == "de"
    assert found(asked(engine, Some((word("talks"), Without(word("water")))))) == "cde"


HOSTILE = [
    "*:*", "text_en:water", "_exists_:key", "/.*/", "wat*", "wat?r", "water~2", '"', "'", "\\", "\0", "(", "AND",
    "NOT", "work:z", "\u202e\u200b", "{}", "[* TO *]", "^9", "é" * 40_000, "🙂", "",
]  # fmt: skip


def test_a11_no_token_is_anything_but_a_token(engine: Engine) -> None:
    for token in HOSTILE:
        for wanted in (word(token), phrase(f"water {token}x {token}"), Every((word("water"), word(token)))):
            assert asked(engine, wanted).total == 0, token[:20]
        assert asked(engine, filters=(OneOf("kind", (token,)),)).total == 0, token[:20]
        assert asked(engine, word("water"), excluded=frozenset({token}), without=(word(token),)).total == 7
        assert engine.words_like(token, question(), 3) in ([], ["water"])


def test_words_like_one_are_those_of_open_entries_that_the_reader_may_find(any_engine: Engine) -> None:
    any_engine.write(
        [
            entry("a", "والماء watery", of=OPEN),
            entry("b", "water waters", of=OPEN),
            entry("c", "water", of=OPEN),
            entry("d", "wafer", of=ELSEWHERE),
            entry("e", "wader", Tier.MEMBERS, MEMBERS),
            entry("f", "walter", kind="memo"),
        ],
        (),
        1,
    )
    readers = question(classes={OPEN, MEMBERS})
    assert any_engine.words_like("watre", readers, 1) == ["water"]
    assert any_engine.words_like("wather", readers, 9) == ["water", "walter", "waters", "watery"]
    assert any_engine.words_like("والما", readers, 9) == ["والماء"]
    assert any_engine.words_like("wather", question(classes={ELSEWHERE}), 9) == ["wafer"]
    memos = question(classes={OPEN}, filters=(OneOf("kind", ("memo",)),))
    assert any_engine.words_like("water", memos, 9) == ["walter"]
    assert any_engine.words_like("water", question(classes={OPEN}, tiers=(Tier.MEMBERS,)), 9) == []
    assert any_engine.words_like("water", question(classes=()), 9) == []


def test_what_was_never_kept_answers_nothing_but_that(any_index: Engine) -> None:
    with pytest.raises(NotBuilt):
        asked(any_index, tiers=READING)
