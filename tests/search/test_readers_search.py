"""What different readers are told: nothing of what is closed to them, whichever engine answers, and at what cost."""

import datetime
from collections.abc import Callable

import pytest
from django.core.paginator import EmptyPage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access.changing import Wanted, set_access
from access.principals import Principal, anonymous
from pages.models import BasePage, ForumSeriesPage, HomePage, NewsPage, Organisation, OrganisationRole, Topic
from search.models import IndexEntry
from search.outbox import changed
from search.suggesting import suggestions
from tests.indexing import Indexing
from tests.search.asking import again, ask, engine_away, new_member, titles, values

pytestmark = pytest.mark.django_db
Add = Callable[..., BasePage]


@pytest.fixture
def news(add: Add, homes: dict[str, HomePage]) -> Callable[..., BasePage]:
    """`news("Title", setting="members", discovery="everyone")`: news of 2 March 2021."""

    def make(title: str, setting: str = "", discovery: str = "readers", **fields: object) -> BasePage:
        slug = title.lower().replace(" ", "-")
        page = add(homes["en"], NewsPage, title=title, slug=slug, date=datetime.date(2021, 3, 2), **fields)
        if setting:
            set_access(page, Wanted(setting, discovery=discovery), by=None)
        return page

    return make


def suggested(text: str, reader: Principal | None = None, language: str = "en") -> list[tuple[str, str, str]]:
    found = suggestions(text, reader or anonymous(), language=language)
    return [(one.title, one.kind_name, one.url) for one in found]


def test_a04_suggestions_while_typing(
    searching: Indexing, news: Callable[..., BasePage], translate: Callable[..., BasePage], member: Principal
) -> None:
    treaty = news("Peace treaty signed")
    translate(treaty, "fr", title="Traité de paix signé", slug="traite")
    news("Treaty of peace")
    news("Peaceful treatment")
    news("Peace trench", setting="members")
    topic = Topic.objects.create(name="Peace", slug="peace")
    topic.labels.create(language="en", preferred="Peace")
    topic.labels.create(language="ar", preferred="السلام")
    topic.save()
    treaty.topics.add(topic)
    treaty.save_revision().publish()
    for _when in ("not indexed yet", "indexed"):
        assert sorted(title for title, *_rest in suggested("peace tr")) == [
            "Peace treaty signed",
            "Peaceful treatment",
            "Treaty of peace",
        ]
        assert suggested("treaty of")[0] == ("Treaty of peace", "News", "/en/treaty-of-peace/")
        assert len(suggested("peace tr", again(member))) == 4
        assert [(title, url) for title, _kind, url in suggested("signé", language="fr")] == [
            ("Traité de paix signé", "/fr/traite/")
        ]
        searching()
    assert [(title, url) for title, _kind, url in suggested("السل", language="ar")] == [
        ("السلام", "/ar/topics/peace/")
    ]
    assert suggested("p") == suggested("") == suggested('\0\ud800"*') == []
    assert suggested("zzz") == suggested("trench") == []


def test_a05_only_words_that_find_something_open_are_suggested(
    searching: Indexing, news: Callable[..., BasePage], member: Principal
) -> None:
    news("Préventive measures")
    news("Zorkmidian matters", setting="members")
    for _when in ("not indexed yet", "indexed"):
        assert ask("zorkmidjan").suggestion == ""
        assert ask("zorkmidjan", again(member)).suggestion == ""
        searching()
    assert ask("preventife measures").suggestion == "Préventive measures"
    assert ask("préventive").suggestion == ""
    assert ask("preventife year:1999").suggestion == ""


def test_short_words_behind_an_article_have_to_be_nearer(indexing: Indexing, news: Callable[..., BasePage]) -> None:
    news("الأمن")
    indexing()
    assert ask("الماء").suggestion == ""
    assert ask("الامل").suggestion == "الأمن"


def test_works_to_ask_for_stand_apart(searching: Indexing, news: Callable[..., BasePage], member: Principal) -> None:
    news("Open harbour")
    news("Known harbour", setting="members", discovery="everyone", summary="About ships.")
    news("Hidden harbour", setting="members")
    for _when in ("not indexed yet", "indexed"):
        results = ask("harbour")
        assert (results.total, titles(results)) == (1, ["Open harbour"])
        assert [(known.title, known.url) for known in results.known] == [("Known harbour", "/en/known-harbour/")]
        assert values(results, "type") == {"news": ("News", 1)}
        assert [known.title for known in ask("ships").known] == ["Known harbour"]
        assert ask("ships").total == 0
        assert ask("harbour", year="2021").known == ()
        of_member = ask("harbour", again(member))
        assert sorted(titles(of_member)) == ["Hidden harbour", "Known harbour", "Open harbour"]
        assert of_member.known == ()
        searching()


def test_a12_what_is_closed_and_what_is_not_there_are_the_same(
    searching: Indexing, add: Add, homes: dict[str, HomePage], news: Callable[..., BasePage], member: Principal
) -> None:
    secret_series = add(homes["en"], ForumSeriesPage, title="Secret series", slug="secret")
    set_access(secret_series, Wanted("members"), by=None)
    topic = Topic.objects.create(name="Secret topic", slug="secret")
    topic.labels.create(language="en", preferred="Conspiracy")
    organisation = Organisation.objects.create(slug="secret")
    organisation.names.create(language="en", name="Conspirators")
    topic.save()
    organisation.save()
    closed = news("Closed canal", setting="members")
    closed.topics.add(topic)
    closed.organisation_roles.add(OrganisationRole(organisation=organisation, role="organiser"))
    closed.save_revision().publish()
    news("Open canal")
    searching()
    for name in ("series", "topic", "organisation"):
        there, absent = ask("canal", **{name: "secret"}), ask("canal", **{name: "sesame"})
        assert there.total == 0
        assert repr(there) == repr(absent).replace("sesame", "secret")
        there, absent = ask(f"canal {name}:secret"), ask(f"canal {name}:sesame")
        assert repr(there) == repr(absent).replace("sesame", "secret")
    assert ask("canal", again(member), topic="secret").total == 1
    assert ask("canal", id="1", owner__password__startswith="x", sort="password").total == 1


def test_a17_no_answer_holds_a_way_into_another(searching: Indexing, news: Callable[..., BasePage]) -> None:
    """A page is a number, and each is asked for anew, for whoever asks."""
    for number in range(21):
        news(f"Bulletin {number}", setting="members")
    searching()
    reader = new_member()
    assert len(titles(ask("bulletin", again(reader), page=2))) == 1
    with pytest.raises(EmptyPage):
        ask("bulletin", page=2)


def test_a02_what_is_gone_without_a_word_is_neither_shown_nor_counted(
    searching: Indexing, news: Callable[..., BasePage]
) -> None:
    page = news("Old quay")
    news("New quay")
    searching()
    type(page).objects.filter(pk=page.pk).update(live=False)
    results = ask("quay")
    assert (results.total, titles(results)) == (1, ["New quay"])
    assert values(results, "type") == {"news": ("News", 1)}


def test_b_more_changes_than_can_be_left_out(searching: Indexing, news: Callable[..., BasePage]) -> None:
    """The database answers, without what may be older than it."""
    page = news("Old quay")
    news("New quay")
    searching()
    page.unpublish()
    changed(f"work:{number}" for number in range(10_001))
    results = ask("quay")
    assert results.is_degraded
    assert (results.total, titles(results)) == (1, ["New quay"])


def test_many_changes_that_wait_for_the_engine_alone_are_found(
    indexing: Indexing, news: Callable[..., BasePage]
) -> None:
    news("Old quay")
    with engine_away():
        changed(f"work:{number}" for number in range(101))
        assert indexing().put_off
        assert IndexEntry.objects.filter(tier="public").exists()
        results = ask("quay")
    assert results.is_degraded
    assert titles(results) == ["Old quay"]


def test_the_engine_goes_and_comes_back(indexing: Indexing, news: Callable[..., BasePage]) -> None:
    news("Old quay")
    indexing()
    before = ask("quay")
    with engine_away():
        without = ask("quay")
    assert (before.is_degraded, without.is_degraded, ask("quay").is_degraded) == (False, True, False)
    assert (before.total, before.rows, before.facets) == (without.total, without.rows, without.facets)


def test_the_cost_does_not_grow_with_what_is_found(
    indexing: Indexing, news: Callable[..., BasePage], add: Add, homes: dict[str, HomePage]
) -> None:
    def costs() -> tuple[int, int]:
        indexing()
        with CaptureQueriesContext(connection) as search:
            ask("quay")
        with CaptureQueriesContext(connection) as suggesting:
            assert suggested("quay")
        return len(search), len(suggesting)

    news("Quay 1")
    once = costs()
    news("Quay 2")
    news("Quay 3")
    assert costs() == once == (8, 5)
