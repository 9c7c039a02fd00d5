"""Alphabetical lists follow the letters, not the code points."""

import pytest

from pages.models import Person, PersonName, PersonRole
from pages.queries.records.ordering import sort_key


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Zoé", "Élise", "emma", "Ali"], ["Ali", "Élise", "emma", "Zoé"]),
        (["إدريس", "آمنة", "بلال", "أحمد"], ["أحمد", "إدريس", "آمنة", "بلال"]),
        (["« Zeta »", "Beta"], ["Beta", "« Zeta »"]),
    ],
)
def test_accents_case_hamzas_and_quotation_marks_do_not_decide(names, expected) -> None:
    assert sorted(names, key=sort_key) == expected


@pytest.mark.django_db
def test_people_stand_under_their_first_letters(client, homes) -> None:
    for slug, name in (("a", "Émile"), ("b", "Zineb"), ("c", "Eva")):
        person = Person.objects.create(slug=slug)
        PersonName.objects.create(person=person, language="fr", name=name, position="Juge")
        PersonRole.objects.create(page=homes["fr"], person=person, role="host")
    letters = client.get("/fr/people/").context["letters"]
    assert [(letter.letter, [entry.label.text for entry in letter.entries]) for letter in letters] == [
        ("E", ["Émile", "Eva"]),
        ("Z", ["Zineb"]),
    ]
    assert '<span class="meta">Juge</span>' in client.get("/fr/people/").content.decode()
