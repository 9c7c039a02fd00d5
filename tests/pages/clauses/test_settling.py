"""What an editor or a file decides about the differences."""

import pytest

from pages.clauses.parsing import parse
from pages.clauses.settling import Difference, DifferenceKind, Rule, differences, settle

EN = "Whereas A,\n\nWhereas B,\n\n1. One.\n\n2. Two."
FR = "Considérant A, considérant B,\n\n1. Un.\n\n3. Deux."


def texts() -> dict:
    return {"en": parse(EN, "en"), "fr": parse(FR, "fr")}


def test_differences_are_named_in_order() -> None:
    assert differences(texts()) == [
        Difference(DifferenceKind.ABSENT, "rec-2", ("fr",)),
        Difference(DifferenceKind.ABSENT, "c-2", ("fr",)),
        Difference(DifferenceKind.ABSENT, "c-3", ("en",)),
    ]


def test_join_and_relabel() -> None:
    rule = Rule(join={"en": [["rec-1", "rec-2"]]}, relabel={"fr": {"c-3": "2"}})
    done = settle(texts(), rule)
    assert differences(done) == []
    assert done["en"][0].html == "<p>Whereas A,</p><p>Whereas B,</p>"
    assert [part.anchor for part in done["fr"]] == ["rec-1", "c-1", "c-2"]


def test_join_of_more_than_two() -> None:
    done = settle(
        {"en": parse("Whereas A,\n\nWhereas B,\n\nWhereas C,\n\n1. D.", "en")},
        Rule(join={"en": [["rec-1", "rec-2", "rec-3"]]}),
    )
    assert [part.text for part in done["en"]] == ["Whereas A,\nWhereas B,\nWhereas C,", "D."]


def test_places_left_empty() -> None:
    done = settle(texts(), Rule(absent_before={"fr": ["rec-1", "rec-1"]}))
    assert [part.anchor for part in done["fr"]] == ["rec-3", "c-1", "c-3"]


def test_a_label_differing_at_the_same_address() -> None:
    found = {
        "en": parse("Whereas A,\n\nArticle 1\n\nText.", "en"),
        "fr": parse("Vu A,\n\nArticle 1\n\n(1) Texte.", "fr"),
    }
    assert differences(found) == [Difference(DifferenceKind.LABEL, "art-1-1", ("fr",))]


def test_a_rule_naming_an_unknown_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no such part in en: rec-9"):
        settle(texts(), Rule(join={"en": [["rec-1", "rec-9"]]}))


def test_a_rule_file_with_an_unknown_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown rule: merge"):
        Rule.from_data({"merge": {"en": []}})


def test_no_rule_file_means_no_rule() -> None:
    assert Rule.from_data(None) == Rule()
