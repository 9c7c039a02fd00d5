"""People, organisations and topics: names in every language, found by any of them, addressed by themselves."""

import pytest
from django.urls import reverse

from pages.models import Person, PersonName, PersonRole, Topic, TopicLabel
from tests.pages.desk.conftest import form_data, row

LIST = reverse("wagtailsnippets_pages_person:list")
ADD = reverse("wagtailsnippets_pages_person:add")
CHOOSE = reverse("wagtailsnippetchoosers_pages_person:choose")


@pytest.fixture
def driss(db):
    person = Person(slug="driss-benomar")
    person.names = [PersonName(language="fr", name="Driss Benomar"), PersonName(language="ar", name="إدريس بنعمر")]
    person.save()
    return person


def names(*rows):
    data = {"names-TOTAL_FORMS": len(rows)}
    for position, fields in enumerate(rows):
        data |= row("names", position, **{"position": "", "biography": "", **fields})
    return data


def test_a_name_in_any_language_finds_the_person(chief, driss):
    Person.objects.create(slug="somebody-else")

    for address in (LIST, CHOOSE):
        for words in ("benomar", "بنعمر", "Driss BEN"):
            answer = chief.get(address, {"q": words})
            found = answer.json()["html"] if address == CHOOSE else answer.content.decode()
            assert "إدريس بنعمر" in found or "Driss Benomar" in found
            assert "somebody-else" not in found


def test_the_list_shows_each_language_and_how_often_it_is_used(chief, driss, works):
    works["edition"].person_roles = [PersonRole(role="chair", person=driss)]
    works["edition"].save()

    listed = " ".join(chief.get(LIST).content.decode().split())

    assert "إدريس بنعمر" in listed
    assert "Used 1 time" in listed


def test_the_list_costs_no_more_with_more_people(chief, driss, django_assert_max_num_queries):
    for number in range(30):
        person = Person(slug=f"p-{number}")
        person.names = [PersonName(language="en", name=f"Person {number}")]
        person.save()
    chief.get(LIST)

    with django_assert_max_num_queries(16):
        chief.get(LIST)


def test_an_address_is_made_from_the_name(chief, driss):
    form = chief.get(ADD).context["form"]

    chief.post(
        ADD, form_data(form, **names({"language": "ar", "name": "إدريس"}, {"language": "en", "name": "Driss Benomar"}))
    )

    assert Person.objects.exclude(pk=driss.pk).get().slug == "driss-benomar-2"


def test_a_language_is_given_once(chief):
    form = chief.get(ADD).context["form"]
    twice = names({"language": "en", "name": "One"}, {"language": "en", "name": "Two"})

    answer = chief.post(ADD, form_data(form, **twice))

    assert answer.status_code == 200
    assert not Person.objects.exists()
    assert "Two" in answer.content.decode()


def test_a_topic_is_found_by_its_other_labels(chief):
    topic = Topic(name="Counter-terrorism", slug="counter-terrorism")
    topic.labels = [TopicLabel(language="fr", preferred="Lutte antiterroriste", alternatives="contre-terrorisme")]
    topic.save()

    found = chief.get(reverse("wagtailsnippetchoosers_pages_topic:choose"), {"q": "contre-terr"})

    assert "Lutte antiterroriste" in found.json()["html"]


@pytest.mark.parametrize(("group", "may"), [("Authors", False), ("Reviewers", True), ("Translators", True)])
def test_who_may_change_a_person(at_desk, driss, group, may):
    answer = at_desk(group).get(reverse("wagtailsnippets_pages_person:edit", args=[driss.pk]))

    assert (answer.status_code == 200) is may
