"""Anonymous readers are answered from memory, and never with what is no longer so."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from pages.cache import shared
from pages.models import (
    ForumEditionPage,
    ForumSeriesPage,
    OrganisationName,
    RecommendationPage,
    SessionPage,
    TopicLabel,
)

EDITION = "/fr/forums/marrakech-security-forum/edition-11/"
pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/fr/",
    "/ar/",
    "/fr/forums/",
    "/fr/declarations/",
    "/fr/recommendations/",
    "/fr/recommendations/?country=MA",
    "/fr/research/",
    "/fr/forums/marrakech-security-forum/",
    EDITION,
    EDITION.replace("/fr/", "/ar/"),
    f"{EDITION}r-1/",
    f"{EDITION}r-9/",
    f"{EDITION}r-10/",
    "/fr/forums/bamako-conference/",
    "/fr/organisations/",
    "/fr/topics/",
    "/fr/countries/",
    "/fr/countries/ma/",
]


@pytest.fixture(autouse=True)
def _empty_store() -> None:
    shared.catch_up()
    shared.store.clear()
    shared.parts.clear()


@pytest.fixture
def addresses(demonstration: None, client: Client) -> list[str]:
    """Addresses of every kind, all of them kept in memory."""
    sessions = SessionPage.objects.filter(locale__language_code="fr", url_path__contains="marrakech-security-forum")
    found = [*ADDRESSES, sessions.order_by("path")[0].url]
    statuses = {address: client.get(address).status_code for address in found}
    assert set(statuses.values()) == {200}, statuses
    return found


def kept(addresses: list[str]) -> set[str]:
    """Which of `addresses` are in memory now."""
    shared.catch_up()
    in_memory = {key[2] + (f"?{key[3]}" if key[3] else "") for key in shared.store._kept}
    return in_memory & set(addresses)


def of(model: type[Page], tail: str) -> Page:
    return model.objects.get(url_path=f"/home-fr/{tail}")


def retitle(page: Page) -> None:
    page.title = "Un autre titre"
    page.save_revision().publish()


def edition() -> ForumEditionPage:
    return of(ForumEditionPage, EDITION.removeprefix("/fr/"))


def add_recommendation() -> None:
    edition().add_child(
        instance=RecommendationPage(
            title="Une onzième", slug="r-11", code="R 11", text="Agir.", locale=edition().locale
        )
    )


def rename_slug() -> None:
    series = of(ForumSeriesPage, "forums/bamako-conference/")
    series.slug = "conference-de-bamako"
    series.save_revision().publish()


CHANGES = {
    "an edition's title": lambda: retitle(edition()),
    "a recommendation's title": lambda: retitle(of(RecommendationPage, f"{EDITION.removeprefix('/fr/')}r-9/")),
    "a recommendation unpublished": lambda: of(RecommendationPage, f"{EDITION.removeprefix('/fr/')}r-1/").unpublish(),
    "a recommendation more": add_recommendation,
    "a session deleted": lambda: SessionPage.objects.child_of(edition()).last().delete(),
    "a series' address": rename_slug,
    "an organisation's name": lambda: (
        OrganisationName.objects.filter(organisation__roles__page=edition(), language="fr").first().save()
    ),
    "a topic's label": lambda: TopicLabel.objects.filter(language="fr").first().save(),
}


def answers(addresses: list[str], client: Client) -> dict[str, bytes]:
    return {address: client.get(address).content for address in addresses}


def test_after_any_change_a_reader_gets_what_is_so_now(
    addresses: list[str], client: Client, django_capture_on_commit_callbacks
) -> None:
    with_session = Client(HTTP_COOKIE="sessionid=of-nobody")
    for name, change in CHANGES.items():
        with django_capture_on_commit_callbacks(execute=True):
            change()
        from_memory, from_parts = answers(addresses, client), answers(addresses, with_session)
        shared.store.clear()
        shared.parts.clear()
        afresh = answers(addresses, with_session)
        for address in addresses:
            assert from_memory[address] == afresh[address], (name, address)
            assert from_parts[address] == afresh[address], (name, address)
        answers(addresses, client)


def test_a_change_drops_what_shows_it_and_nothing_else(
    addresses: list[str], django_capture_on_commit_callbacks
) -> None:
    assert kept(addresses) == set(addresses)
    with django_capture_on_commit_callbacks(execute=True):
        retitle(of(ForumSeriesPage, "forums/bamako-conference/"))
    dropped = set(addresses) - kept(addresses)
    assert "/fr/forums/bamako-conference/" in dropped
    assert "/fr/forums/" in dropped
    assert dropped & {EDITION, f"{EDITION}r-9/", "/fr/forums/marrakech-security-forum/"} == set()


def test_a_saved_draft_drops_nothing(addresses: list[str], django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = edition()
        page.title = "Brouillon"
        page.save_revision()
    assert kept(addresses) == set(addresses)


def test_an_answer_from_memory_asks_the_database_nothing(
    addresses: list[str], client: Client, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0):
        response = client.get(EDITION)
    assert response.status_code == 200
    assert "Content-Security-Policy" in response
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_reader_who_has_the_page_is_told_so(addresses: list[str], client: Client) -> None:
    etag = client.get(EDITION)["ETag"]
    response = client.get(EDITION, HTTP_IF_NONE_MATCH=etag)
    assert response.status_code == 304
    assert response.content == b""


def test_one_with_a_session_is_never_answered_from_memory(addresses: list[str], admin_client: Client) -> None:
    response = admin_client.get(EDITION)
    assert "ETag" not in response
    assert "public" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("address", ["/fr/nothing-here/", "/", "/admin/login/", "/sitemap.xml", "/fr/forums/?page=99"])
def test_what_nobody_said_may_be_shared_is_not_kept(address: str, demonstration: None, client: Client) -> None:
    client.get(address)
    assert len(shared.store) == 0


def test_a_page_that_expires_is_gone(addresses: list[str], client: Client, django_capture_on_commit_callbacks) -> None:
    page = of(RecommendationPage, f"{EDITION.removeprefix('/fr/')}r-10/")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled", verbosity=0)
    assert client.get(f"{EDITION}r-10/").status_code == 404
