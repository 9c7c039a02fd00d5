"""What is written is there, the newest of it and once; and it never touches how open entries are scored."""

from dataclasses import replace

import pytest

from search.engines.base import Engine, EngineBusy
from search.entries import Entry, Tier
from tests.search.contract.shelf import BOARD, MEMBERS, OPEN, SHELF, asked, entry, found, question, word, words


def held(engine: Engine) -> list[tuple[str, int, str]]:
    return sorted((key.removeprefix("work:"), version, tier.value) for key, version, tier in engine.held())


def test_what_was_written_is_found_when_writing_returns(any_index: Engine) -> None:
    assert any_index.write([entry("a", "water"), entry("b", "sand")], (), 1) == {}
    assert found(asked(any_index, word("water"))) == "a"
    assert held(any_index) == [("a", 1, "public"), ("b", 1, "public")]


def test_a_newer_version_takes_the_place_of_an_older_one_and_never_the_reverse(any_index: Engine) -> None:
    any_index.write([entry("a", "water", version=4)], (), 4)
    any_index.write([entry("a", "sand", version=7)], (), 7)
    assert any_index.write([entry("a", "water", version=5)], (), 5) == {}
    assert (asked(any_index, word("water")).total, found(asked(any_index, word("sand")))) == (0, "a")
    any_index.write([entry("a", "water", version=7)], (), 7)
    assert (found(asked(any_index, word("water"))), held(any_index)) == ("a", [("a", 7, "public")])


def test_the_newest_of_several_versions_written_at_once_stays(any_index: Engine) -> None:
    any_index.write([entry("a", "sand", version=2), entry("a", "water", version=1)], (), 2)
    assert (asked(any_index).total, found(asked(any_index, word("sand")))) == (1, "a")


def test_an_entry_stands_in_one_tier_only(any_index: Engine) -> None:
    any_index.write([entry("a", "water")], (), 1)
    closed = entry("a", "water", Tier.RESTRICTED, BOARD, version=2)
    any_index.write([closed], (), 2)
    assert asked(any_index, word("water"), classes={OPEN}).total == 0
    assert held(any_index) == [("a", 2, "restricted")]
    any_index.write([entry("a", "water", version=1)], (), 1)
    assert held(any_index) == [("a", 2, "restricted")]
    any_index.write([entry("a", "water", version=3)], (), 3)
    assert (asked(any_index, word("water")).total, held(any_index)) == (1, [("a", 3, "public")])


def test_what_is_gone_goes_from_every_tier_unless_it_is_newer(any_index: Engine) -> None:
    any_index.write([entry("a", version=4), entry("b", "", Tier.DESK, BOARD, version=9)], (), 9)
    assert any_index.write((), ["work:a", "work:b", "work:c"], 8) == {}
    assert held(any_index) == [("b", 9, "desk")]
    assert asked(any_index, tiers=tuple(Tier)).total == 1


def test_what_is_gone_is_brought_back_by_nothing_older(any_index: Engine) -> None:
    any_index.write([entry("a", "water", version=4)], (), 4)
    any_index.write((), ["work:a"], 8)
    any_index.write([entry("a", "water", version=7)], (), 7)
    assert (asked(any_index).total, held(any_index)) == (0, [])
    any_index.write([entry("a", "water", version=9)], (), 9)
    assert (asked(any_index).total, held(any_index)) == (1, [("a", 9, "public")])


def test_what_cannot_be_kept_is_named_and_all_else_is_kept(any_index: Engine) -> None:
    bad = replace(entry("b", "water"), tokens={"nowhere": "water"})
    assert list(any_index.write([entry("a", "water"), bad, entry("c", "water")], (), 1)) == ["work:b"]
    assert sorted(found(asked(any_index, word("water")))) == ["a", "c"]


def test_an_entry_of_no_class_is_found_by_nobody(any_index: Engine) -> None:
    any_index.write([entry("a", "water", of=())], (), 1)
    assert (asked(any_index, word("water")).total, held(any_index)) == (0, [("a", 1, "public")])


def test_a08_no_closed_text_moves_the_scores_of_open_ones(any_index: Engine) -> None:
    any_index.write(SHELF, (), 1)
    wanted = words("water", "peace", "harvest")
    before = asked(any_index, wanted, classes={OPEN})
    closed: list[Entry] = [
        entry(f"closed{number}", "water water harvest", tier, (OPEN, MEMBERS), day=number)
        for number, tier in enumerate((Tier.MEMBERS, Tier.RESTRICTED, Tier.KNOWN, Tier.DESK) * 10)
    ]
    any_index.write(closed, (), 1)
    assert asked(any_index, wanted, classes={OPEN}, tiers=(Tier.PUBLIC,)) == before
    together = asked(any_index, wanted, classes={OPEN}, limit=100)
    assert together.total == before.total + 20
    assert tuple(hit for hit in together.hits if "closed" not in hit.key) == before.hits


def test_a05_of_what_was_open_no_word_is_told_and_no_count(any_index: Engine) -> None:
    """An engine may still count words of what was taken away; shares of the best score are right all the same."""
    once = [entry(f"once{number}", "peace peace zorkmid", kind="hoard") for number in range(60)]
    any_index.write([*SHELF, *once], (), 1)
    any_index.write([replace(one, version=2, tier=Tier.RESTRICTED, classes=frozenset({BOARD})) for one in once], (), 2)
    assert any_index.words_like("zorkmit", question(classes={OPEN}), 9) == []
    assert any_index.words_like("zorkmit", question(), 9) == []
    answer = asked(any_index, words("water", "peace", "harvest", "zorkmid"), classes={OPEN}, facets=("kind",))
    assert (answer.total, answer.facets) == (5, {"kind": {"paper": 2, "news": 1, "Paper": 1}})
    assert all(0 < hit.score < 0.9 for hit in answer.hits)


def test_what_is_built_answers_once_it_has_taken_the_place_of_the_old(any_index: Engine) -> None:
    any_index.write([entry("a", "water"), entry("b", "water")], (), 1)
    with any_index.build() as build:
        build.write([entry("b", "water"), entry("c", "water")])
        assert sorted(found(asked(any_index, word("water")))) == ["a", "b"]
        any_index.write([entry("d", "water")], (), 1)
        build.write([entry("d", "water", version=2), entry("c", "sand", version=2)])
        build.write([entry("d", "sand", version=1)])
        build.swap()
    assert sorted(found(asked(any_index, word("water")))) == ["b", "d"]
    assert held(any_index) == [("b", 1, "public"), ("c", 2, "public"), ("d", 2, "public")]
    any_index.write([entry("e", "water")], (), 1)
    assert asked(any_index, word("water")).total == 3


def test_what_is_built_in_vain_is_thrown_away(any_index: Engine) -> None:
    any_index.write([entry("a", "water")], (), 1)
    with any_index.build() as build:
        build.write([entry("c", "water")])
    with pytest.raises(KeyError), any_index.build() as build:
        build.write(entry(name["text"]) for name in [{}])
    assert found(asked(any_index, word("water"))) == "a"


def test_one_builds_at_a_time(any_index: Engine) -> None:
    with any_index.build(), pytest.raises(EngineBusy), any_index.build():
        pass
    with any_index.build() as build:
        build.swap()
    assert (asked(any_index).total, held(any_index)) == (0, [])
