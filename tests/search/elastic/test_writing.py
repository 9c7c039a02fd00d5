"""What stands in the index after writing, and who may find it."""

import pytest
from elasticsearch import BadRequestError, Elasticsearch

from search.engines.elastic.engine import Elastic
from search.engines.elastic.mapping import FORMAT
from search.entries import FACETS, TOKEN_FIELDS, Passage, Tier
from tests.search.contract.shelf import OPEN, asked, entry, found, question, word


def mapped(elastic: Elastic, server: Elasticsearch, tier: Tier) -> dict:
    [index] = server.indices.get_mapping(index=f"{elastic._prefix}-{tier}.*").values()
    return index["mappings"]


def test_a10_fields_are_named_beforehand_and_classes_are_no_text(elastic: Elastic, server: Elasticsearch) -> None:
    elastic.write([entry("a", "water")], (), 1)
    for tier in Tier:
        mapping = mapped(elastic, server, tier)
        fields = mapping["properties"]
        assert mapping["dynamic"] == "strict"
        assert mapping["_source"] == {"enabled": False}
        assert set(fields) == {*TOKEN_FIELDS, *FACETS, "day", "key", "classes", "passages"}
        assert fields["classes"] == fields["key"] == {"type": "keyword"}
        assert {fields[name]["analyzer"] for name in TOKEN_FIELDS} == {"whitespace"}
    with pytest.raises(BadRequestError, match="strict"):
        server.index(index=f"{elastic._prefix}-public.{FORMAT}", document={"key": "work:z", "acl": "3"})


def test_a10_classes_that_share_digits_are_others(elastic: Elastic) -> None:
    elastic.write([entry(str(number), "water", of=number) for number in (1, 11, 111, 10, 100)], (), 1)
    for number in (1, 11, 111, 10, 100):
        assert found(asked(elastic, word("water"), classes={number})) == str(number)
    assert asked(elastic, word("water"), classes={0, 110, 1111}).total == 0


def test_what_is_written_is_found_by_whoever_asks_next(elastic: Elastic) -> None:
    for version in range(1, 6):
        elastic.write([entry("a", f"word{version}", version=version)], (), version)
        assert found(asked(elastic, word(f"word{version}"))) == "a"


def test_one_bad_entry_leaves_the_others(elastic: Elastic) -> None:
    unknown = entry("b", "water", acl="all")
    far = entry("c", "water", years=(2**40,))
    failures = elastic.write([entry("a", "water"), unknown, far, entry("d", "water")], ["work:none"], 9)
    assert failures == {
        "work:b": "refused: strict_dynamic_mapping_exception",
        "work:c": "refused: document_parsing_exception",
    }
    assert found(asked(elastic, word("water"))) == "ad"


def test_b06_nothing_older_comes_back_neither_from_writing_nor_from_taking_away(elastic: Elastic) -> None:
    three = entry("a", "third", Tier.RESTRICTED, version=3)
    assert elastic.write([three], (), 3) == {}
    assert elastic.write([entry("a", "first", version=1), entry("a", "second", Tier.MEMBERS, version=2)], (), 2) == {}
    assert elastic.write([], ["work:a"], 2) == {}
    assert list(elastic.held()) == [("work:a", 3, Tier.RESTRICTED)]
    assert elastic.write([], ["work:a"], 4) == {}
    assert elastic.write([three], (), 3) == {}
    assert list(elastic.held()) == []
    assert elastic.write([entry("a", "fifth", version=5)], (), 5) == {}
    assert list(elastic.held()) == [("work:a", 5, Tier.PUBLIC)]


def test_an_entry_that_moves_leaves_its_tier_with_the_same_writing(elastic: Elastic) -> None:
    elastic.write([entry("a", "water")], (), 1)
    elastic.write([entry("a", "water", Tier.MEMBERS, version=2)], (), 2)
    assert [asked(elastic, word("water"), tiers=(tier,)).total for tier in Tier] == [0, 1, 0, 0, 0]


def test_taking_away_what_never_was_makes_no_index_with_fields_of_its_own(
    elastic: Elastic, server: Elasticsearch
) -> None:
    elastic.write([], ["work:a"], 1)
    assert all(mapped(elastic, server, tier)["dynamic"] == "strict" for tier in Tier)


def test_more_than_one_page_of_entries_is_held(elastic: Elastic) -> None:
    tiers = list(Tier)
    elastic.write([entry(str(number), "water", tiers[number % 5]) for number in range(1_234)], (), 1)
    held = list(elastic.held())
    assert len(held) == len(set(held)) == 1_234
    assert ("work:7", 1, Tier.RESTRICTED) in held


def test_a_vector_of_nothing_and_texts_without_any_are_kept(elastic: Elastic) -> None:
    nothing = Passage("", "en", bytes(6))
    assert elastic.write([entry("a", "water", passages=(nothing,)), entry("b")], (), 1) == {}
    assert elastic.nearest(b"\x00\x3c\x00\x00\x00\x00", question(classes={OPEN}), 3) == []
