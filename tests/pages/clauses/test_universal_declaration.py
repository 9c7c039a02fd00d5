"""The real text, in three languages, through the importer."""

from collections import Counter

import pytest

from pages.clauses.settling import Difference, DifferenceKind, differences
from tests.pages.clauses.udhr import LANGUAGES, as_read, settled

NUMBERED = {11: 2, 13: 2, 14: 2, 15: 2, 16: 3, 17: 2, 20: 2, 21: 3, 23: 4, 25: 2, 26: 3, 27: 2, 29: 3}


@pytest.mark.parametrize(("language", "recitals", "total"), [("ar", 9, 91), ("fr", 9, 91), ("en", 10, 92)])
def test_each_text_is_read_whole(language: str, recitals: int, total: int) -> None:
    kinds = Counter(part.kind.value for part in as_read()[language])
    assert kinds == {"title": 1, "heading": 31, "recital": recitals, "paragraph": 50}
    assert kinds.total() == total


@pytest.mark.parametrize("language", LANGUAGES)
def test_thirty_articles_with_their_labels(language: str) -> None:
    articles = [part for part in as_read()[language] if part.kind == "heading" and part.label]
    assert [part.label for part in articles] == [str(number) for number in range(1, 31)]
    assert [part.anchor for part in articles] == [f"art-{number}" for number in range(1, 31)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbered_paragraphs_of_articles(language: str) -> None:
    labelled = [part.anchor for part in as_read()[language] if part.kind == "paragraph" and part.label]
    expected = [f"art-{article}-{number}" for article, count in NUMBERED.items() for number in range(1, count + 1)]
    assert labelled == expected


def test_the_first_article_is_called_premier_in_french() -> None:
    first = next(part for part in as_read()["fr"] if part.anchor == "art-1")
    assert (first.text, first.label) == ("Article premier", "1")


def test_the_difference_before_anything_is_settled() -> None:
    assert differences(as_read()) == [Difference(DifferenceKind.ABSENT, "rec-10", ("ar", "fr"))]


def test_after_the_rule_only_what_arabic_lacks_differs() -> None:
    assert differences(settled()) == [Difference(DifferenceKind.ABSENT, "rec-4", ("ar",))]


def test_the_three_languages_have_the_same_addresses() -> None:
    anchors = {language: [part.anchor for part in parts] for language, parts in settled().items()}
    assert len(anchors["fr"]) == 91
    assert anchors["en"] == anchors["fr"]
    assert anchors["ar"] == [anchor for anchor in anchors["fr"] if anchor != "rec-4"]


def test_corresponding_recitals_share_an_address() -> None:
    recitals = {
        language: {part.anchor: part.text for part in parts if part.kind == "recital"}
        for language, parts in settled().items()
    }
    assert recitals["en"]["rec-8"] == "Now, therefore,\nThe General Assembly"
    assert recitals["fr"]["rec-8"] == "L’Assemblée générale"
    assert recitals["ar"]["rec-8"] == "فإن الجمعية العامة"
    assert recitals["en"]["rec-5"].startswith("Whereas the peoples of the United Nations")
    assert recitals["fr"]["rec-5"].startswith("Considérant que dans la Charte les peuples des Nations Unies")
    assert recitals["ar"]["rec-5"].startswith("ولما كانت شعوب الأمم المتحدة")
    assert recitals["ar"]["rec-9"].startswith("تنادي بهذا الإعلان العالمي لحقوق الإنسان\nعلى أنه المستوى المشترك")
