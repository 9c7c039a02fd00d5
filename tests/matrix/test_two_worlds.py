"""Two sites that differ only in what a reader may not see answer that reader with the same bytes, everywhere."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from access.changing import Wanted, set_access
from library.models import LibraryDocument
from pages.addresses import page_url
from pages.models import (
    Adherence,
    Authorship,
    DeclarationPage,
    ForumEditionPage,
    NewsPage,
    Organisation,
    PageRelation,
    Person,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    Topic,
    WorkFile,
)
from tests.matrix.addresses import made_for_nobody, of_lists_at_the_desk, public
from tests.matrix.world import World

pytestmark = pytest.mark.django_db
# What differs between two answers to the same question: the clock of a feed without entries, how long ago something
# was, and keys of forms.
DIFFERENT = re.compile(
    rb"<updated>[^<]+</updated>|csrf[^>]{0,60}(value|content)=[\\\\]?\"\w+|CSRF_TOKEN\": ?\"\w+"
    rb"|[Jj]ust now|\d+(?:\xc2\xa0|\\u00a0)(?:minute|hour)s? ago|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}"
)
# They show nothing of the site: its clock, and challenges for passkeys.
NOT_COMPARED = {"/healthz", "/en/account/login/", "/en/account/signup/"}


def answers(name: str, addresses: list[str]) -> dict[str, tuple]:
    client = Client()
    if name:
        client.force_login(User.objects.get(username=name))
    return {address: _answer(client.get(address)) for address in addresses}


def _answer(response: HttpResponse) -> tuple:
    body = b"".join(response) if response.streaming else response.content
    headers = {key: value for key, value in response.items() if key not in ("Content-Length", "Expires")}
    return response.status_code, headers, DIFFERENT.sub(b"", body)


def grow_what_is_closed(world: World, add: Callable) -> Iterator[str]:
    """One more of everything, where only one person reads, and the addresses of it."""
    lists = {index.slug: index for index in Page.objects.filter(slug__startswith="all-", locale__language_code="en")}
    reader = frozenset({User.objects.get(username="fired")})
    edition = add(
        lists["all-edition"], ForumEditionPage, title="Secret edition", slug="secret", country="IS", number=99
    )
    set_access(edition, Wanted("named", persons=reader), by=None)
    session = add(edition, SessionPage, title="Secret session", slug="session")
    declaration = add(edition, DeclarationPage, title="Secret declaration", slug="declaration", country="IS")
    paper = add(session, ResearchPaperPage, title="Secret paper", slug="paper")
    beside = add(lists["all-news"], NewsPage, title="Secret news", slug="secret-news", date="1987-05-04")
    set_access(beside, Wanted("named", persons=reader), by=None)
    recommendation = add(
        lists["all-recommendation"], RecommendationPage, title="Secret", slug="secret", text="-", source=declaration
    )
    set_access(recommendation, Wanted("named", persons=reader), by=None)
    person = Person.objects.create(slug="secret-person")
    person.names.create(language="en", name="Secret person")
    person.save()
    body = Organisation.objects.create(slug="secret-body")
    body.names.create(language="en", name="Secret body")
    body.save()
    topic = Topic.objects.create(name="Secret topic", slug="secret-topic")
    topic.labels.create(language="en", preferred="Secret topic")
    topic.save()
    Authorship.objects.create(page=paper, person=person, organisation=body)
    Adherence.objects.create(page=declaration, organisation=body, locale=declaration.locale)
    document = LibraryDocument.objects.create(title="Secret file", file=ContentFile(b"-", "secret.txt"))
    WorkFile.objects.create(page=paper, document=document, language="en", locale=paper.locale)
    open_page = Page.objects.get(pk=world.pages["open newspage"])
    for page in (edition, session, declaration, paper, beside):
        page.topics.add(topic)
        page.save()
        PageRelation.objects.create(page=page, kind="follows-up", target=open_page)
        PageRelation.objects.create(page=open_page, kind="discusses", target=page)
        yield page_url(page)
    yield f"/documents/{document.pk}/{document.filename}"
    yield from (
        f"/en/{name}/" for name in ("people/secret-person", "organisations/secret-body", "topics/secret-topic")
    )
    yield "/en/countries/is/"


@pytest.mark.parametrize("name", ["", "stranger", "member", "head", "named", "publisher"])
def test_what_is_closed_has_no_effect_on_anything(name: str, world: World, add: Callable) -> None:
    addresses = public()[:: 1 if name in ("", "member") else 3]
    if name == "":
        addresses += made_for_nobody()
    if name == "publisher":
        addresses = [*of_lists_at_the_desk(), "/en/", "/en/all-edition/"]
    addresses = [address for address in addresses if address not in NOT_COMPARED]
    before = answers(name, addresses)
    grown = list(grow_what_is_closed(world, add))
    after = answers(name, addresses)
    assert [address for address in addresses if before[address] != after[address]] == []
    closed = answers(name, grown)
    absent = answers(name, ["/en/nothing-like-it/", "/documents/987654/nothing.txt"])
    page, file = absent.values()
    assert {at for at in grown if closed[at] != (file if at.startswith("/documents/") else page)} == set()
