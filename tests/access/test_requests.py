"""Somebody asks to read a work: who is written to, what they are told, and what becomes of it."""

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.changing import DAILY
from access.models import AccessRequest, PageUserGrant
from access.policy import can
from access.principals import principal_of
from pages.models import HomePage, StandardPage

Add = Callable[..., StandardPage]
Capture = Callable[..., object]


@pytest.fixture
def people(person: Callable[..., User]) -> dict[str, User]:
    return {
        "asker": person("asker", email="asker@example.org"),
        "steward": person("steward", "Publishers", email="steward@example.org"),
        # Publishes elsewhere: the work is closed to them.
        "other": person("other", "Publishers", email="other@example.org"),
        "author": person("author", "Authors", email="author@example.org"),
    }


@pytest.fixture
def work(homes: dict[str, HomePage], add: Add, restrict: Callable[..., None], people: dict[str, User]) -> StandardPage:
    work = add(homes["en"], StandardPage, title="Zorkmid minutes", slug="minutes")
    restrict(work, "named", persons=[people["steward"], people["author"]], discovery="everyone")
    return work


def _sent() -> list[tuple[str, str]]:
    return sorted((message.to[0], message.subject) for message in mail.outbox)


def test_a28_only_stewards_who_may_read_it_are_told_and_no_subject_names_it(
    work: StandardPage, people: dict[str, User], browser_of: Callable, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(people["asker"]).post(work.url, {"reason": "For my thesis"})
    assert _sent() == [("steward@example.org", "A request for access")]
    assert "Zorkmid minutes" in mail.outbox[0].body
    assert "For my thesis" in mail.outbox[0].body
    shown = browser_of(people["asker"]).get(work.url).content.decode()
    assert "You asked to read this on" in shown


@pytest.mark.parametrize("link", ["https://evil.example", "www.evil.example", "evil.example/win", "me@evil.example"])
def test_a71_a_stranger_sends_no_link_to_who_looks_after_a_work(
    link: str,
    work: StandardPage,
    people: dict[str, User],
    browser_of: Callable,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    reason = f"Please sign in at {link}\r\nBcc: all@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(people["asker"]).post(work.url, {"reason": reason})

    (sent,) = mail.outbox
    assert sent.recipients() == ["steward@example.org"]
    assert "evil" not in sent.body
    assert link in browser_of(people["steward"]).get(reverse("access_requests")).content.decode()


def test_asking_again_says_the_reason_anew_and_tells_nobody_twice(
    work: StandardPage, people: dict[str, User], browser_of: Callable, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for reason in ("First", "Second"):
            browser_of(people["asker"]).post(work.url, {"reason": reason})
    assert list(AccessRequest.objects.values_list("reason", flat=True)) == ["Second"]
    assert len(mail.outbox) == 1


def test_a_granted_request_opens_the_work_until_a_day(
    work: StandardPage, people: dict[str, User], browser_of: Callable, django_capture_on_commit_callbacks: Capture
) -> None:
    asker = people["asker"]
    browser_of(asker).post(work.url, {"reason": "For my thesis"})
    asked = AccessRequest.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(people["steward"]).post(reverse("access_answer", args=[asked.pk]), {"grant": "", "days": 30})
    assert _sent() == [("asker@example.org", "Your request for access was answered")]
    assert "You may read it until" in mail.outbox[0].body
    assert browser_of(asker).get(work.url).status_code == 200
    PageUserGrant.objects.filter(user=asker).update(until=timezone.now() - datetime.timedelta(seconds=1))
    assert browser_of(asker).get(work.url).status_code == 403


def test_a_refused_request_opens_nothing_and_says_so(
    work: StandardPage, people: dict[str, User], browser_of: Callable, django_capture_on_commit_callbacks: Capture
) -> None:
    asker = people["asker"]
    browser_of(asker).post(work.url, {"reason": "For my thesis"})
    with django_capture_on_commit_callbacks(execute=True):
        answer = reverse("access_answer", args=[AccessRequest.objects.get().pk])
        browser_of(people["steward"]).post(answer, {"refuse": ""})
    assert "Your request was not granted." in mail.outbox[0].body
    assert not can(principal_of(asker), "view", work)
    assert "You can ask again" in browser_of(asker).get(work.url).content.decode()


@pytest.mark.parametrize("name", ["other", "author", "asker"])
def test_who_does_not_look_after_the_work_answers_nothing(
    name: str, work: StandardPage, people: dict[str, User], browser_of: Callable
) -> None:
    browser_of(people["asker"]).post(work.url, {"reason": "For my thesis"})
    answer = reverse("access_answer", args=[AccessRequest.objects.get().pk])
    browser_of(people[name]).post(answer, {"grant": "", "days": 30})
    assert AccessRequest.objects.get().state == "open"


@pytest.mark.parametrize("reason", ["", " ", "x" * 1001])
def test_a_reason_that_cannot_be_kept_is_said_at_the_field(
    reason: str, work: StandardPage, people: dict[str, User], browser_of: Callable
) -> None:
    answer = browser_of(people["asker"]).post(work.url, {"reason": reason})
    assert (answer.status_code, AccessRequest.objects.count()) == (403, 0)
    assert "error" in answer.content.decode()


def test_nobody_asks_for_everything_in_a_day(
    work: StandardPage, people: dict[str, User], browser_of: Callable
) -> None:
    asker = people["asker"]
    AccessRequest.objects.bulk_create(
        AccessRequest(work=f"00000000-0000-4000-8000-{number:012}", person=asker, reason="?")
        for number in range(DAILY)
    )
    answer = browser_of(asker).post(work.url, {"reason": "One more"})
    assert "Please come back tomorrow." in answer.content.decode()
    assert not AccessRequest.objects.filter(work=work.translation_key).exists()


def test_who_is_not_signed_in_is_shown_the_way_and_asks_nothing(work: StandardPage, client: Client) -> None:
    shown = client.get(work.url).content.decode()
    assert f'href="/en/account/login/?next={work.url.replace("/", "%2F")}"' in shown
    assert client.post(work.url, {"reason": "Me"}).status_code == 405
    assert not AccessRequest.objects.exists()


def test_who_could_read_it_once_is_told_until_when(
    work: StandardPage, people: dict[str, User], browser_of: Callable
) -> None:
    asker = people["asker"]
    browser_of(asker).post(work.url, {"reason": "For my thesis"})
    asked = AccessRequest.objects.get()
    browser_of(people["steward"]).post(reverse("access_answer", args=[asked.pk]), {"grant": "", "days": 30})
    ended = datetime.datetime(2020, 5, 4, 12, tzinfo=datetime.UTC)
    PageUserGrant.objects.filter(user=asker).update(until=ended)
    shown = browser_of(asker).get(work.url).content.decode()
    assert "You could read this until 4 May 2020." in shown
    assert "Ask for access</button>" in shown


def test_what_a_steward_says_besides_is_written_and_shown(
    work: StandardPage, people: dict[str, User], browser_of: Callable, django_capture_on_commit_callbacks: Capture
) -> None:
    asker = people["asker"]
    browser_of(asker).post(work.url, {"reason": "For my thesis"})
    answer = reverse("access_answer", args=[AccessRequest.objects.get().pk])
    steward = browser_of(people["steward"])
    steward.post(answer, {"refuse": "", "note": "x" * 1001})
    assert AccessRequest.objects.get().state == "open"
    with django_capture_on_commit_callbacks(execute=True):
        steward.post(answer, {"refuse": "", "note": "Ask <again> in May & June."})
    assert "Ask <again> in May & June." in mail.outbox[0].body
    assert "Ask &lt;again&gt; in May &amp; June." in browser_of(asker).get(work.url).content.decode()


def test_where_members_read_the_way_is_to_become_one(
    work: StandardPage,
    people: dict[str, User],
    person: Callable[..., User],
    browser_of: Callable,
    restrict: Callable[..., None],
) -> None:
    restrict(work, "members", discovery="everyone")
    shown = browser_of(people["asker"]).get(work.url).content.decode()
    assert 'href="/en/account/membership/apply/"' in shown
    assert "Ask for access</button>" not in shown
    assert "Sign in to read it, or apply for membership." in Client().get(work.url).content.decode()
    restrict(work, "members", discovery="everyone", starts_at=timezone.now() + datetime.timedelta(days=1))
    early = browser_of(person("member", "Members")).get(work.url).content.decode()
    assert 'href="/en/account/membership/apply/"' not in early


@pytest.mark.parametrize(("method", "status"), [("head", 403), ("options", 405), ("put", 405), ("delete", 405)])
def test_other_methods_say_no_more_than_the_page(method: str, status: int, work: StandardPage, client: Client) -> None:
    answer = getattr(client, method)(work.url)
    assert (answer.status_code, answer["Cache-Control"], answer.content) == (status, "private, no-store", b"")
