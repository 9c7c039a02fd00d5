"""Synonyms as editors keep them."""

import pytest

from search.analysis import fold
from search.models import Synonyms
from search.synonyms import alternatives, grouped, groups_in_force

pytestmark = pytest.mark.django_db


def others(text: str) -> list[str]:
    words = fold(text).split()
    return sorted({" ".join(other) for found in alternatives(words, groups_in_force()) for other in found})


def test_months_and_loan_words_are_there_from_the_start():
    assert others("12 نونبر 2023") == ["تشرين الثاني", "نوفمبر"]
    assert others("أنترنت") == ["الانترنت", "الانترنيت", "الشبكه العنكبوتيه"]
    assert "united nations" in others("UN")
    assert others("diplomatie") == []


def test_a_saved_change_holds_for_the_next_question(django_assert_num_queries):
    groups_in_force()
    row = Synonyms.objects.create(language="fr", words="palabre, concertation traditionnelle ; ")
    with django_assert_num_queries(1):
        assert others("les palabres") == ["concertation traditionnelle"]
    row.delete()
    assert others("les palabres") == []


def test_words_are_parted_by_commas_of_any_script():
    groups = grouped((("ar", "بلاغ، بيان;إعلان"),))
    assert alternatives(["بلاغ"], groups) == [[("بيان",), ("اعلان",)]]


def test_a_phrase_is_found_in_each_of_its_places():
    groups = grouped((("en", "cyber security, cybersecurity"),))
    found = alternatives(["cyber", "security", "and", "cyber", "securities"], groups)
    assert found == [[("cybersecurity",)], [("cybersecurity",)], [], [("cybersecurity",)], [("cybersecurity",)]]
