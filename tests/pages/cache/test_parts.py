"""A reader with a session gets pages written out of what was found before, and nothing that is no longer so."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from pages.cache import shared
from pages.models import ForumEditionPage, ForumSeriesPage, IndexPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_stores() -> None:
    shared.catch_up()
    shared.store.clear()
    shared.parts.clear()


@pytest.fixture
def edition(homes, add) -> ForumEditionPage:
    forums = add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series")
    series = add(forums, ForumSeriesPage, title="Forum d’essai", slug="essai")
    return add(series, ForumEditionPage, title="Première édition", slug="premiere", number=1)


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(User.objects.create_user("reader"))
    return client


def test_the_second_time_only_the_page_and_the_reader_are_asked_for(
    edition: ForumEditionPage, reader: Client, django_assert_max_num_queries
) -> None:
    first = reader.get(edition.url)
    with django_assert_max_num_queries(5):
        second = reader.get(edition.url)
    assert first.content == second.content


def test_what_changed_is_found_again(
    edition: ForumEditionPage, reader: Client, django_capture_on_commit_callbacks
) -> None:
    reader.get(edition.url)
    with django_capture_on_commit_callbacks(execute=True):
        edition.title = "Édition inaugurale"
        edition.save_revision().publish()
    assert "Édition inaugurale" in reader.get(edition.url).content.decode()


def test_a_preview_is_neither_kept_nor_answered_from_what_is(edition: ForumEditionPage, reader: Client) -> None:
    reader.get(edition.url)
    edition.title = "Titre à l’essai"
    preview = edition.make_preview_request()
    assert "Titre à l’essai" in preview.content.decode()
    assert "Titre à l’essai" not in reader.get(edition.url).content.decode()


def test_each_question_has_an_answer_of_its_own(edition: ForumEditionPage, reader: Client) -> None:
    forums = edition.get_parent().get_parent()
    assert "Forum d’essai" in reader.get(forums.url).content.decode()
    assert reader.get(f"{forums.url}?page=9").status_code == 404
    assert "Forum d’essai" in reader.get(forums.url).content.decode()
