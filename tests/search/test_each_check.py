"""What is closed is kept from readers twice: when the engine is asked, and when what it found is loaded.

Either would hide that the other is gone, so each is tried alone: the engine by asking it once only, the loading by an
index that was never told of a change.
"""

import datetime
from collections.abc import Callable

import pytest

from access.changing import Wanted, set_access
from access.models import PageAssignment
from access.principals import Principal, anonymous
from pages.models import (
    BasePage,
    ForumEditionPage,
    HomePage,
    NewsPage,
    Organisation,
    OrganisationRole,
    PageTopic,
    Person,
    PersonRole,
    Topic,
)
from search import known, overlay, results, suggesting
from search.suggesting import suggestions
from tests.indexing import Indexing
from tests.search.asking import again, ask, titles, values

pytestmark = pytest.mark.django_db
Make = Callable[..., BasePage]


@pytest.fixture
def news(add: Make, homes: dict[str, HomePage]) -> Make:
    """`news("Title", setting="members", day=3)`: of the third of March 2021."""

    def make(title: str, setting: str = "", discovery: str = "readers", day: int = 1) -> BasePage:
        slug = title.lower().replace(" ", "-")
        page = add(homes["en"], NewsPage, title=title, slug=slug, date=datetime.date(2021, 3, day))
        if setting:
            set_access(page, Wanted(setting, discovery=discovery), by=None)
        return page

    return make


def close_without_a_word(page: BasePage, like: BasePage) -> None:
    """Past all signals, so that the index is not told."""
    held = PageAssignment.objects.get(page=like.pk).access_class_id
    PageAssignment.objects.filter(page=page.pk).update(access_class=held)


def test_a01_the_engine_finds_nothing_that_has_to_be_taken_away(
    searching: Indexing, news: Make, member: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "ATTEMPTS", 1)
    news("Open quay")
    news("Quay of members", setting="members")
    news("Quay of nobody", setting="named")
    for _when in ("not indexed yet", "indexed"):
        of_anybody, of_member = ask("quay"), ask("quay", again(member))
        assert (of_anybody.total, titles(of_anybody)) == (1, ["Open quay"])
        assert values(of_anybody, "type") == {"news": ("News", 1)}
        assert (of_member.total, sorted(titles(of_member))) == (2, ["Open quay", "Quay of members"])
        assert values(of_member, "type") == {"news": ("News", 2)}
        searching()


def test_a09_the_database_does_not_find_what_is_kept_of_a_closed_work(
    indexing: Indexing, news: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With more changes than an engine can leave out, and no more than one attempt."""
    monkeypatch.setattr(results, "ATTEMPTS", 1)
    monkeypatch.setattr(overlay, "MOST", 0)
    page = news("Old quay")
    news("New quay")
    indexing()
    set_access(page, Wanted("members"), by=None)
    found = ask("quay")
    assert found.is_degraded
    assert (found.total, titles(found)) == (1, ["New quay"])


def test_a02_what_is_known_of_or_at_the_desk_is_not_counted_among_what_is_read(
    searching: Indexing, news: Make, member: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "ATTEMPTS", 1)
    news("Quay to ask for", setting="members", discovery="everyone")
    for _when in ("not indexed yet", "indexed"):
        assert ask("quay", again(member)).total == 1
        searching()


def test_a04_what_is_closed_takes_the_place_of_no_suggestion(
    searching: Indexing, news: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "LOOKED_AT", 1)
    news("Quay that is open", day=1)
    news("Quay that is closed", setting="named", day=2)
    for _when in ("not indexed yet", "indexed"):
        assert [one.title for one in suggestions("qua", anonymous(), language="en")] == ["Quay that is open"]
        searching()


def test_a02_what_one_may_not_know_of_takes_the_place_of_nothing_one_may(
    searching: Indexing, news: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "LIMIT", 1)
    for place in range(2):
        news(f"Quay {place} that members know of", setting="named", discovery="members")
        news(f"Quay {place} that all know of", setting="named", discovery="everyone")
        searching()
        of_anybody = ask("quay")
        assert len(of_anybody.known) == 1
        assert of_anybody.known[0].title.endswith("that all know of")


def test_a09_of_what_was_closed_without_a_word_nothing_is_loaded(searching: Indexing, news: Make) -> None:
    page, closed = news("Old quay"), news("Closed", setting="members")
    news("New quay")
    searching()
    close_without_a_word(page, like=closed)
    found = ask("quay")
    assert (found.total, titles(found)) == (1, ["New quay"])
    assert [one.title for one in suggestions("qua", anonymous(), language="en")] == ["New quay"]


def test_a09_nothing_is_loaded_that_only_a_closed_page_speaks_of(
    searching: Indexing, news: Make, add: Make, homes: dict[str, HomePage]
) -> None:
    closed = news("Closed", setting="members")
    edition = add(homes["en"], ForumEditionPage, title="Meeting", slug="meeting", number=1, country="IS")
    person, body = Person.objects.create(slug="zoltan"), Organisation.objects.create(slug="institute")
    topic = Topic.objects.create(name="grues", slug="grues")
    person.names.create(language="en", name="Grue the person")
    body.names.create(language="en", name="Grue the institute")
    topic.labels.create(language="en", preferred="Grue the topic")
    for record in (person, body, topic):
        record.save()
    PersonRole.objects.create(page=edition, person=person, role="speaker")
    OrganisationRole.objects.create(page=edition, organisation=body, role="organiser")
    PageTopic.objects.create(content_object=edition, tag=topic)
    ForumEditionPage.objects.get(pk=edition.pk).save_revision().publish()
    searching()
    assert sorted(titles(ask("grue"))) == ["Grue the institute", "Grue the person", "Grue the topic", "Meeting"]
    assert sorted(titles(ask("iceland"))) == ["Iceland", "Meeting"]
    close_without_a_word(edition, like=closed)
    for words in ("grue", "iceland"):
        found = ask(words)
        assert (found.total, titles(found), found.facets) == (0, [], ())


def test_a09_nothing_is_loaded_that_one_may_not_know_of_any_more(searching: Indexing, news: Make) -> None:
    page = news("Quay to ask for", setting="members", discovery="everyone")
    unknown = news("Unknown", setting="members")
    searching()
    assert [one.title for one in ask("quay").known] == ["Quay to ask for"]
    close_without_a_word(page, like=unknown)
    assert ask("quay").known == ()
