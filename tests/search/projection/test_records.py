"""What stands in the entries of people, organisations, topics and countries, and who may find them?"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access.models import AccessClass
from pages.models import (
    Addressee,
    BasePage,
    Delegation,
    NewsPage,
    OrganisationRole,
    Person,
    PersonName,
    PersonRole,
    ProgressRecord,
)
from search.entries import Tier
from search.projection import Projected, everything, project
from tests.search.projection.closing import close

Works = dict[str, Any]


def one(key: str) -> Projected | None:
    return project([key]).get(key)


def texts(entry: Projected) -> list[tuple[str, str]]:
    return [(text["language"], text["text"]) for text in entry.texts]


def test_a_person(forum: Works) -> None:
    entry = one(f"person:{forum['person'].pk}")

    assert texts(entry) == [
        ("fr", "Amina Diallo"),
        ("fr", "Ministre de la Justice"),
        ("ar", "أمينة ديالو"),
        ("ar", ""),
        ("ar", "ولدت في باماكو"),
    ]
    assert (entry.tier, entry.values, entry.mentions) == (Tier.PUBLIC, {"kind": ("person",)}, ())
    assert {"amina", "diallo", "ministre"} <= set(entry.tokens["exact"].split())


def test_an_organisation_and_its_country(forum: Works) -> None:
    entry = one(f"organisation:{forum['organisation'].pk}")

    assert texts(entry) == [("en", "African Union"), ("en", ""), ("en", "AU"), ("ar", "الاتحاد الإفريقي"), ("ar", "")]
    assert entry.values == {"kind": ("organisation",), "country": ("ET",)}
    assert entry.mentions == ("country:ET",)
    assert {"au", "ethiopia", "ethiopie"} <= set(entry.tokens["exact"].split())


def test_a_topic_and_the_one_above_it(forum: Works) -> None:
    entry = one(f"topic:{forum['diplomacy'].pk}")
    above = one(f"topic:{forum['peace'].pk}")

    assert texts(entry) == [
        ("en", "Preventive diplomacy"),
        ("en", ""),
        ("en", "Mediation"),
        ("en", "Good offices"),
        ("ar", "الدبلوماسية الوقائية"),
        ("ar", ""),
    ]
    # No work has it itself; its page leads on to what lies below.
    assert texts(above) == [("en", "Peace"), ("en", "")]
    assert above.tier == Tier.PUBLIC


def test_a_country(forum: Works) -> None:
    entry = one("country:MA")

    names = [text for text in texts(entry) if text[1]]
    assert sorted(names) == [
        ("ar", "المغرب"),
        ("en", "Morocco"),
        ("es", "Marruecos"),
        ("fr", "Maroc"),
        ("pt", "Marrocos"),
    ]
    assert entry.values == {"kind": ("country",)}
    # Named by an edition, by an adherence, by an organisation that is spoken of.
    assert {"country:MA", "country:SN", "country:ET"} == set(project(["country:MA", "country:SN", "country:ET"]))
    assert project(["country:FR", "country:XX", "country:ma"]) == {}


def test_what_no_published_page_speaks_of_is_not_there(forum: Works) -> None:
    unknown = Person.objects.create(slug="unknown", country="FR")
    PersonName.objects.create(person=unknown, language="fr", name="Inconnue")
    assert project([f"person:{unknown.pk}", "country:FR"]) == {}

    PersonRole.objects.create(page=forum["edition"], role="speaker", person=unknown)
    assert set(project([f"person:{unknown.pk}", "country:FR"])) == {f"person:{unknown.pk}", "country:FR"}

    forum["edition"].unpublish()
    assert project([f"person:{unknown.pk}", "country:FR"]) == {}


SPOKEN_OF: dict[str, Callable[[Works, Callable[..., BasePage]], object]] = {
    "role": lambda forum, add: OrganisationRole.objects.create(
        page=forum["series"], role="partner", organisation=forum["other"]
    ),
    "delegation": lambda forum, add: Delegation.objects.create(
        page=forum["edition"], organisation=forum["other"], locale_id=forum["edition"].locale_id
    ),
    "addressee": lambda forum, add: Addressee.objects.create(
        page=forum["recommendation"], organisation=forum["other"], locale_id=forum["edition"].locale_id
    ),
    "progress": lambda forum, add: ProgressRecord.objects.create(
        page=forum["recommendation"], text="…", organisation=forum["other"], locale_id=forum["edition"].locale_id
    ),
    "news": lambda forum, add: add(
        forum["index"], NewsPage, title="N", slug="n", publisher=forum["other"], author=forum["person"]
    ),
}


@pytest.mark.parametrize("way", SPOKEN_OF)
def test_each_way_to_speak_of_an_organisation(forum: Works, add: Callable[..., BasePage], way: str) -> None:
    forum["other"] = type(forum["organisation"]).objects.create(slug="other")
    key = f"organisation:{forum['other'].pk}"
    assert project([key]) == {}

    SPOKEN_OF[way](forum, add)

    # Without a name it is called by its address, as on its page.
    assert texts(project([key])[key]) == [("en", "other"), ("en", "")]


def test_a_record_is_known_by_any_page_that_speaks_of_it(forum: Works) -> None:
    key = f"person:{forum['person'].pk}"
    open_to_all = AccessClass.objects.get(key="").pk
    assert one(key).classes == {open_to_all}

    of_paper = close(forum["paper"], "named")
    # The edition is open to everyone still, and everyone may know.
    assert (one(key).tier, one(key).classes) == (Tier.PUBLIC, {open_to_all})

    of_edition = close(forum["edition"], "members")
    assert of_edition != of_paper
    assert (one(key).tier, one(key).classes) == (Tier.MEMBERS, {of_paper, of_edition})


def test_as_many_queries_for_three_as_for_one(forum: Works) -> None:
    people = [Person.objects.create(slug=f"p-{place}") for place in range(3)]
    for person in people:
        PersonRole.objects.create(page=forum["edition"], role="speaker", person=person)

    def queries(keys: list[str]) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert len(project(keys)) == len(keys)
        return len(asked)

    for keys in (
        [f"person:{person.pk}" for person in people],
        [f"topic:{forum[name].pk}" for name in ("peace", "diplomacy")],
        ["country:MA", "country:SN", "country:ET"],
    ):
        assert queries(keys[:1]) == queries(keys) <= 5


def test_everything_is_what_is_there(forum: Works) -> None:
    close(forum["paper"], "named", discovery="everyone")
    keys = list(everything())

    assert len(keys) == len(set(keys))
    assert set(project(keys)) == set(keys)
    by_kind = {key.partition(":")[0] for key in keys}
    assert by_kind == {"work", "known", "person", "organisation", "topic", "country", "desk"}
    assert f"known:{forum['paper'].translation_key}" in keys
    assert "country:SN" in keys
