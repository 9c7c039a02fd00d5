"""A reader with a session gets pages written out of what was found before, and nothing that is no longer so."""

import datetime
import time

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from access.changing import Wanted, set_access
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
    with django_assert_max_num_queries(7):
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


def test_readers_who_may_not_read_the_same_are_not_answered_from_each_other_s(
    edition: ForumEditionPage, client: Client, add
) -> None:
    series = edition.get_parent().specific
    closed = add(series, ForumEditionPage, title="Deuxième édition", slug="deuxieme", number=2)
    set_access(closed, Wanted("members"), by=None)
    member, stranger = User.objects.create_user("member"), User.objects.create_user("stranger")
    member.groups.add(Group.objects.get(name="Members"))
    shown = {}
    for user in (member, stranger):
        client.force_login(user)
        shown[user.username] = "Deuxième édition" in client.get(series.url).content.decode()
    assert shown == {"member": True, "stranger": False}


def test_what_was_found_is_no_longer_good_than_the_dates_of_rules(edition: ForumEditionPage, reader: Client) -> None:
    soon = timezone.now() + datetime.timedelta(seconds=60)
    set_access(edition, Wanted("everyone", ends_at=soon), by=None)
    shared.catch_up()
    reader.get(edition.url)
    (part,) = shared.parts._kept.values()
    assert part.good_until - time.monotonic() <= 60
