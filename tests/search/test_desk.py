"""Who keeps synonyms, and who sees how the search fares and what was not found?"""

import datetime

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from jobs.models import Job
from pages.models import StandardPage
from search.engines import forget
from search.models import IndexEntry, Synonyms, UnansweredSearch
from tests.indexing import Indexing
from tests.pages.desk.conftest import at_desk, chief  # noqa: F401

pytestmark = pytest.mark.django_db
LIST = reverse("wagtailsnippets_search_synonyms:list")
ADD = reverse("wagtailsnippets_search_synonyms:add")
REPORT = reverse("search_report")
# No folder can be made there.
AWAY = "embedded:///dev/null/search"


def written(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def not_found(words: str, *counts: int, days_ago: int = 0) -> None:
    for number, count in enumerate(counts):
        day = timezone.localdate() - datetime.timedelta(days=days_ago + number)
        UnansweredSearch.objects.create(day=day, language="ar", words=words, count=count)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("نونبر، نوفمبر", "نونبر, نوفمبر"),
        ("  Web ,  World  Wide Web;web", "web, World Wide Web"),
        ("gouvernance\nrégulation", "gouvernance, régulation"),
    ],
)
def test_words_are_kept_once_each(chief: Client, typed: str, kept: str) -> None:  # noqa: F811
    before = Synonyms.objects.count()
    response = chief.post(ADD, {"language": "fr", "words": typed})

    assert response.status_code == 302
    assert Synonyms.objects.count() == before + 1
    assert Synonyms.objects.get(language="fr", words=kept)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Web", "Write at least two words or phrases that are not the same already."),
        ("الأمن, الامن", "Write at least two words or phrases that are not the same already."),
        (", ،", "Write at least two words or phrases that are not the same already."),
        ("a, b, c, d, e, f, g, h, i, j", "At most 9 words or phrases."),
    ],
)
def test_a_group_of_one_word_or_of_many_is_refused(chief: Client, words: str, told: str) -> None:  # noqa: F811
    response = chief.post(ADD, {"language": "ar", "words": words})

    assert response.status_code == 200
    assert told in response.content.decode()


@pytest.mark.parametrize(("language", "kept"), [("ar", "ماء، مياه"), ("fr", "ماء, مياه")])
def test_words_are_parted_as_their_language_does(chief: Client, language: str, kept: str) -> None:  # noqa: F811
    assert chief.post(ADD, {"language": language, "words": "ماء,  مياه"}).status_code == 302

    assert Synonyms.objects.filter(language=language, words=kept).exists()


def test_the_list_names_languages(chief: Client) -> None:  # noqa: F811
    Synonyms.objects.create(language="pt", words="rede, teia")

    listed = written(chief, f"{LIST}?q=teia")

    assert "rede, teia" in listed
    assert "Portuguese" in listed


@pytest.mark.parametrize(
    ("group", "lists", "adds", "sees"),
    [
        ("Publishers", True, True, True),
        ("Translators", True, True, False),
        ("Reviewers", False, False, False),
        ("Authors", False, False, False),
    ],
)
def test_who_may(at_desk, group: str, lists: bool, adds: bool, sees: bool) -> None:  # noqa: F811
    editor = at_desk(group)
    home = written(editor, "/admin/")

    assert (editor.get(LIST).status_code == 200) == lists
    assert (editor.get(ADD).status_code == 200) == adds
    assert (editor.get(REPORT).status_code == 200) == sees
    assert ("search-report" in home) == sees


def test_nobody_else_is_answered(client: Client, homes: dict) -> None:
    for address in (LIST, ADD, REPORT):
        assert client.get(address).status_code == 302


def test_only_what_was_asked_often_is_told(chief: Client, indexing: Indexing) -> None:  # noqa: F811
    not_found("zeppelins", 6, 4)
    not_found("rarely", 9)
    not_found("long ago", 50, days_ago=200)

    shown = written(chief, REPORT)

    assert '<bdi dir="auto">zeppelins</bdi></th> <td>Arabic</td> <td>10</td>' in shown
    assert "rarely" not in shown
    assert "long ago" not in shown


def test_a_sound_index_is_called_so(chief: Client, homes: dict, add, indexing: Indexing) -> None:  # noqa: F811
    add(homes["en"], StandardPage, title="Open", slug="open")
    indexing()

    shown = written(chief, REPORT)

    assert "The index answers and holds what it should." in shown
    assert "0 changes wait to be brought in." in shown
    assert '<th scope="row">for everyone</th> <td>1</td> <td> 1 </td>' in shown


def test_what_waits_and_what_was_given_up_is_counted(chief: Client, indexing: Indexing) -> None:  # noqa: F811
    indexing()
    an_hour_ago = timezone.now() - datetime.timedelta(hours=1)
    Job.objects.create(kind="search", key="work:1", asked_at=an_hour_ago)
    Job.objects.create(kind="search", key="work:2", is_dead=True, attempts=12, error="ValueError: <no>")

    shown = written(chief, REPORT)

    assert "1 change waits to be brought in." in shown
    assert "The first one has waited for 1 hour." in shown
    assert "1 change was given up after many attempts." in shown
    assert '<bdi dir="ltr">ValueError: &lt;no&gt;</bdi>' in shown
    assert "manage.py replay_jobs" in shown


def test_a_publisher_sees_neither_errors_nor_how_much_is_closed(at_desk, indexing: Indexing) -> None:  # noqa: F811
    indexing()
    Job.objects.create(kind="search", key="work:2", is_dead=True, attempts=12, error="ValueError: a title")

    shown = written(at_desk("Publishers"), REPORT)

    assert "1 change was given up after many attempts." in shown
    assert "a title" not in shown
    assert "for named readers" not in shown


def test_a_difference_and_a_silence_are_told(chief: Client, homes: dict, add, indexing: Indexing) -> None:  # noqa: F811
    add(homes["en"], StandardPage, title="Open", slug="open")
    indexing()
    IndexEntry.objects.get(tier="public").delete()
    assert "manage.py check_search" in written(chief, REPORT)
    with override_settings(SEARCH_URL=AWAY):
        forget()
        shown = written(chief, REPORT)
        assert "The search engine does not answer." in shown
        assert "<td> unknown </td>" in shown
    forget()
