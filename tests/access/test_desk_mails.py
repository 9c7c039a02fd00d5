"""A mail about the work on a page goes to nobody to whom the page is closed when it is sent."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from wagtail.admin.views.pages import edit
from wagtail.models import PageSubscription
from wagtail.users.models import UserProfile

from pages.models import StandardPage


@pytest.fixture
def reviewers(person) -> dict[str, User]:
    """Two of one group; what a person is told of is their own choice."""
    made = {name: person(name, "Reviewers", email=f"{name}@example.org") for name in ("amal", "bilal")}
    for user in made.values():
        UserProfile.get_for_user(user)
    return made


@pytest.fixture
def draft(homes, add, restrict, reviewers) -> StandardPage:
    page = add(homes["en"], StandardPage, title="Canary", slug="minutes", live=False)
    restrict(page, "named", persons=[reviewers["amal"]])
    page.save_revision()
    return page


def recipients() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def test_a28_a_step_is_told_to_whom_the_page_is_open(draft, person):
    author = person("author", "Authors", email="author@example.org")

    draft.get_workflow().start(draft, author)

    assert recipients() == ["amal@example.org"]
    assert "Canary" in mail.outbox[0].subject


def test_a28_it_is_asked_when_the_mail_is_sent(draft, person, restrict, reviewers):
    restrict(draft, "named", persons=[reviewers["bilal"]])

    draft.get_workflow().start(draft, person("author", "Authors"))

    assert recipients() == ["bilal@example.org"]


def test_a28_the_same_step_on_an_open_page_is_told_to_all(draft, person, restrict):
    restrict(draft, "everyone")

    draft.get_workflow().start(draft, person("author", "Authors"))

    assert recipients() == ["amal@example.org", "bilal@example.org"]


def test_a28_comments_are_told_to_whom_the_page_is_open(draft, reviewers):
    for user in reviewers.values():
        PageSubscription.objects.create(page=draft, user=user, comment_notifications=True)
    told = {"new_comments": [], "resolved_comments": [], "deleted_comments": [], "replied_comments": []}

    edit.send_notification(list(reviewers.values()), "updated_comments", {"page": draft, "editor": None, **told})

    assert recipients() == ["amal@example.org"]
