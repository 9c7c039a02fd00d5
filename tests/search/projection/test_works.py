"""What stands in the entry of a work?"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from pages.models import Addressee, BasePage, ProgressRecord, TopicLabel
from search.projection import Projected, everything, project
from search.projection.blocks import plain

Works = dict[str, BasePage]


def of(page: BasePage) -> Projected:
    return project([f"work:{page.translation_key}"])[f"work:{page.translation_key}"]


def said(entry: Projected, language: str = "fr") -> list[tuple[str, str]]:
    return [(text["address"], text["text"]) for text in entry.texts if text["language"] == language]


def test_an_edition(forum: Works) -> None:
    entry = of(forum["edition"])

    assert said(entry) == [
        ("", "Onzième édition"),
        ("", "Trois jours de débats."),
        ("", "Marrakech"),
        ("", "Palais des congrès"),
        ("", "Président de séance: Amina Diallo, Ministre de la Justice"),
    ]
    assert entry.values == {
        "kind": ("forum",),
        "series": (str(forum["series"].translation_key),),
        "country": ("MA",),
        "language": ("fr",),
    }
    assert entry.years == (2019, 2020)
    assert entry.day == 18260
    assert entry.mentions == ("country:MA", f"person:{forum['person'].pk}")
    # By its theme, as it is headed; by its chair and its country, in other languages too.
    assert {"face", "crises"} <= set(entry.tokens["exact"].split())
    assert {"امين", "ديالو"} <= set(entry.tokens["text_ar"].split())
    assert {"المغرب", "morocco", "maroc", "marruecos"} <= set(entry.tokens["exact"].split())


def test_a_declaration_with_the_addresses_of_its_clauses(forum: Works) -> None:
    entry = of(forum["declaration"])

    assert said(entry) == [
        ("", "Déclaration de Marrakech"),
        ("", ""),
        ("rec-1", "Rappelant la Charte,"),
        ("c3", "3 Les États échangent :"),
        ("c3a", "(a) des données"),
        ("", "Adhérent: Sénégal"),
    ]
    # The source does not say when.
    assert (entry.years, entry.day) == ((), None)
    assert entry.mentions == ("country:SN",)
    assert "country" not in entry.values
    assert {"d", "11"} <= set(entry.tokens["exact"].split())


def test_a_recommendation_is_as_old_and_as_far_away_as_its_meeting(forum: Works) -> None:
    page = forum["recommendation"]
    Addressee.objects.create(page=page, group="les États participants", locale_id=page.locale_id)
    ProgressRecord.objects.create(
        page=page, text="Un réseau est né.", organisation=forum["organisation"], locale_id=page.locale_id
    )
    entry = of(page)

    assert said(entry) == [
        ("", "Partager"),
        ("", ""),
        ("", "Échanger tôt."),
        ("", "les États participants"),
        ("", "الاتحاد الإفريقي, Un réseau est né."),
        ("", "alerte précoce"),
    ]
    assert (entry.years, entry.day) == ((2019, 2020), 18260)
    assert entry.values == {
        "kind": ("recommendation",),
        "series": (str(forum["series"].translation_key),),
        "country": ("MA",),
        "topic": ("peace", "preventive-diplomacy"),
        "language": ("fr",),
        "organisation": ("african-union",),
    }
    assert set(entry.mentions) == {
        "country:MA",
        f"organisation:{forum['organisation'].pk}",
        f"topic:{forum['diplomacy'].pk}",
        f"topic:{forum['peace'].pk}",
    }


def test_topics_are_a_bridge_from_every_language(forum: Works) -> None:
    entry = of(forum["recommendation"])

    # The work is in French only; the topic has an Arabic label, and English ones with alternatives.
    assert {"mediation", "good", "offices", "preventive"} <= set(entry.tokens["exact"].split())
    assert entry.tokens["text_ar"].split()
    assert entry.tokens["text_en"].split()
    # What lies above a topic is a filter and no word of the work.
    assert "peace" not in entry.tokens["exact"].split()


def test_a_paper_with_its_blocks_in_plain_words(forum: Works) -> None:
    entry = of(forum["paper"])

    assert said(entry) == [
        ("", "Étude"),
        ("", ""),
        ("", "Ce que peut la médiation."),
        ("", "Méthode"),
        ("", "Un & deux trois"),
        ("", "Agir a < b La présidente"),
        ("", "Une carte Sahel"),
        ("", "Séances Jour"),
        ("r1", "Muqaddima, 1377."),
        ("", "Amina Diallo, Ministre de la Justice, الاتحاد الإفريقي"),
    ]
    assert (entry.years, entry.values["organisation"]) == ((2018,), ("african-union",))


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<ul><li>security</li><li><b>crime</b></li></ul>", "security · crime"),
        ("<ul><li>security;</li><li>crime.</li> <li>data</li></ul>", "security; crime. data"),
        ("<p>Areas</p><ul><li>security</li></ul><p>End</p>", "Areas security End"),
    ],
)
def test_items_of_a_list_are_told_apart(html: str, said: str) -> None:
    assert plain(html) == said


def test_all_versions_are_one_entry(forum: Works, translate: Callable[..., BasePage]) -> None:
    translate(forum["edition"], "ar", title="الدورة الحادية عشرة", summary="ثلاثة أيام")
    entry = of(forum["edition"])

    assert entry.values["language"] == ("ar", "fr")
    assert said(entry, "ar")[:2] == [("", "الدورة الحادية عشرة"), ("", "ثلاثة أيام")]
    assert said(entry)[0] == ("", "Onzième édition")
    assert {"الدوره", "onzieme"} <= set(entry.tokens["exact"].split())


def test_what_is_in_a_language_no_longer_spoken_is_not_there(
    forum: Works, translate: Callable[..., BasePage], settings: Any
) -> None:
    arabic = translate(forum["edition"], "ar", title="الدورة الحادية عشرة")
    settings.LANGUAGES = [("ar", "Arabic"), ("en", "English")]
    assert of(forum["edition"]).values["language"] == ("ar",)
    arabic.unpublish()
    key = f"work:{arabic.translation_key}"
    assert project([key]) == {}
    assert key not in set(everything())


def test_drafts_and_aliases_are_not_there(forum: Works) -> None:
    edition = forum["edition"]
    alias = edition.create_alias(parent=forum["series"], update_slug="ailleurs", update_locale=None)
    assert alias.translation_key != edition.translation_key
    assert project([f"work:{alias.translation_key}"]) == {}

    edition.title = "Brouillon"
    edition.save_revision()
    assert said(of(edition))[0] == ("", "Onzième édition")
    edition.unpublish()
    assert project([f"work:{edition.translation_key}"]) == {}


def test_what_is_no_key_is_gone(forum: Works) -> None:
    assert project(["work:nothing", "person:x", "work:", "other:1", "", "desk:page:1e3", "country:xx"]) == {}


def test_it_is_the_same_whoever_asks_in_which_language(forum: Works) -> None:
    with translation.override("ar"):
        in_arabic = of(forum["edition"])
    with translation.override("en"):
        assert of(forum["edition"]) == in_arabic


@pytest.mark.parametrize("first", ["recommendation", "edition", "declaration"])
def test_as_many_queries_for_three_as_for_one(forum: Works, first: str) -> None:
    def queries(names: list[str]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert len(project(f"work:{forum[name].translation_key}" for name in names)) == len(names)
        return len(asked)

    queries([first])
    most = queries(["recommendation", "edition", "declaration", "paper"])
    assert queries([first]) <= most <= 20


def test_a_topic_in_a_circle(forum: Works) -> None:
    peace, diplomacy = forum["peace"], forum["diplomacy"]
    peace.broader = diplomacy
    peace.save()
    TopicLabel.objects.filter(topic=diplomacy).delete()
    assert of(forum["recommendation"]).values["topic"] == ("peace", "preventive-diplomacy")
