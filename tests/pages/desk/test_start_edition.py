"""The 12th from the 11th: its structure comes along, what the 11th brought about stays with it."""

import datetime

import pytest
from django.urls import reverse

from pages.models import (
    DeclarationPage,
    Delegation,
    Figure,
    ForumEditionPage,
    Organisation,
    OrganisationRole,
    Person,
    PersonRole,
    RecommendationPage,
    SessionPage,
    Topic,
)
from pages.publishing.editions import Taken, next_number, start_edition_from


@pytest.fixture
def eleventh(works, add):
    edition = works["edition"]
    for name, value in {
        "place": "Marrakech",
        "country": "MA",
        "venue": "Palais",
        "timezone": "Africa/Casablanca",
        "theme": "Old theme",
        "summary": "Old summary",
        "start_date": datetime.date(2020, 2, 7),
        "level": "high",
    }.items():
        setattr(edition, name, value)
    host, partner = (Organisation.objects.create(slug=slug) for slug in ("host", "partner"))
    edition.organisation_roles = [
        OrganisationRole(role="organiser", organisation=host),
        OrganisationRole(role="partner", organisation=partner),
    ]
    edition.person_roles = [PersonRole(role="chair", person=Person.objects.create(slug="chair"))]
    edition.delegations = [Delegation(country="MA", locale=edition.locale)]
    edition.figures = [Figure(kind="participants", qualifier="more-than", number=150)]
    edition.topics.add(Topic.objects.create(name="Security", slug="security"))
    edition.save_revision().publish()
    add(edition, SessionPage, title="Opening", slug="opening", session_kind="opening", day=1, time_text="morning")
    return ForumEditionPage.objects.get(pk=edition.pk)


def test_the_structure_comes_along_as_drafts(eleventh):
    twelfth = start_edition_from(eleventh, title="Twelfth", number=next_number(eleventh), taken=Taken(place=True))

    assert (twelfth.number, twelfth.slug, twelfth.live) == (12, "12", False)
    assert twelfth.get_parent() == eleventh.get_parent()
    stored = twelfth.get_latest_revision_as_object()
    assert [(part.role, part.organisation.slug) for part in stored.organisation_roles.all()] == [
        ("organiser", "host"),
        ("partner", "partner"),
    ]
    assert [topic.slug for topic in stored.topics.all()] == ["security"]
    assert (stored.place, stored.country, stored.venue) == ("Marrakech", "MA", "Palais")
    sessions = SessionPage.objects.child_of(twelfth)
    assert [(s.title, s.session_kind, s.day, s.time_text, s.live) for s in sessions] == [
        ("Opening", "opening", 1, "morning", False)
    ]


def test_what_the_eleventh_brought_about_stays_with_it(eleventh):
    twelfth = start_edition_from(eleventh, title="Twelfth", number=12)

    stored = twelfth.get_latest_revision_as_object()
    assert (stored.theme, stored.summary, stored.start_date, stored.place) == ("", "", None, "")
    assert [relation.count() for relation in (stored.figures, stored.delegations, stored.person_roles)] == [0, 0, 0]
    assert not DeclarationPage.objects.descendant_of(twelfth).exists()
    assert not RecommendationPage.objects.descendant_of(twelfth).exists()
    assert ForumEditionPage.objects.get(pk=eleventh.pk).figures.count() == 1


def test_nothing_is_taken_that_was_not_asked_for(eleventh):
    nothing = Taken(organisations=False, topics=False, programme=False)

    twelfth = start_edition_from(eleventh, title="Twelfth", number=12, taken=nothing)

    assert (twelfth.organisation_roles.count(), twelfth.topics.count(), twelfth.numchild) == (0, 0, 0)


def test_a_series_without_numbers_goes_on_without(works):
    ForumEditionPage.objects.update(number=None)

    assert next_number(works["edition"]) is None


def test_an_author_starts_it_from_the_form(at_desk, eleventh):
    author = at_desk("Authors")
    url = reverse("desk_start_edition", args=[eleventh.pk])

    form = author.get(url).context["form"]
    response = author.post(url, {"title": "Twelfth", "number": "12", "programme": "on"})

    twelfth = ForumEditionPage.objects.get(number=12)
    assert form["number"].value() == 12
    assert response.url == reverse("wagtailadmin_pages:edit", args=[twelfth.pk])
    assert author.get(response.url).status_code == 200
    assert twelfth.owner == author.user


def test_the_way_there_is_a_button_on_the_edition(at_desk, eleventh):
    page = at_desk("Authors").get(reverse("wagtailadmin_explore", args=[eleventh.pk]))

    assert reverse("desk_start_edition", args=[eleventh.pk]) in page.content.decode()


def test_who_may_not_add_below_the_series_may_not_start(at_desk, eleventh):
    url = reverse("desk_start_edition", args=[eleventh.pk])

    response = at_desk("Translators").post(url, {"title": "Twelfth"})

    assert response.url == reverse("wagtailadmin_home")
    assert ForumEditionPage.objects.count() == 1
