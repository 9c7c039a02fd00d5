"""From an author's draft over review to publication, by three people, and no short cut for half a page."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from pages.models import RecommendationPage
from tests.making import reload
from tests.pages.desk.conftest import form_data


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.fixture
def draft(at_desk, works, add):
    author = at_desk("Authors")
    page = add(
        works["edition"],
        RecommendationPage,
        title="Train",
        slug="train",
        text="Train.",
        source=works["edition"],
        owner=author.user,
        live=False,
    )
    page.save_revision(user=author.user)
    return author, page


def act(client, page, action):
    """Approve or reject from a list, as the start page offers it."""
    state = reload(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(url, {"comment": ""}, follow=True)


def submit(author, page):
    return author.post(edit(page), form_data(author.get(edit(page)).context["form"], **{"action-submit": "1"}))


def test_three_people_bring_a_draft_to_readers(at_desk, draft):
    author, page = draft

    submit(author, page)
    assert reload(page).current_workflow_task.name.startswith("Review")
    act(at_desk("Reviewers"), page, "approve")
    assert reload(page).live is False
    act(at_desk("Publishers"), page, "approve")

    assert reload(page).live is True


def test_an_author_s_publish_is_a_save(draft):
    author, page = draft

    author.post(edit(page), form_data(author.get(edit(page)).context["form"], **{"action-publish": "1"}))

    assert reload(page).live is False


def test_half_a_page_is_not_submitted(draft, errors):
    author, page = draft
    form = author.get(edit(page)).context["form"]

    refused = author.post(edit(page), form_data(form, source="", **{"action-submit": "1"}))

    assert list(errors(refused)) == ["source"]
    assert reload(page).workflow_in_progress is False


def test_what_became_half_is_not_approved_from_a_list(at_desk, draft):
    author, page = draft
    submit(author, page)
    page = reload(page)
    page.source = None
    page.save_revision()

    answer = act(at_desk("Reviewers"), page, "approve")

    assert "Choose the declaration, session or edition it comes from." in answer.content.decode()
    assert reload(page).current_workflow_task.name.startswith("Review")


def test_half_a_page_can_be_sent_back(at_desk, draft):
    author, page = draft
    submit(author, page)
    page = reload(page)
    page.source = None
    page.save_revision()

    act(at_desk("Reviewers"), page, "reject")

    assert reload(page).current_workflow_state.status == "needs_changes"


def test_publishing_many_stops_at_the_one_that_is_half(chief, works, draft):
    _author, complete = draft
    half = works["declaration"]
    half.unpublish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = chief.post(f"{url}?id={half.pk}&id={complete.pk}", follow=True)

    assert "Give the date of adoption" in answer.content.decode()
    assert list(Page.objects.filter(pk__in=[half.pk, complete.pk], live=True)) == []


def test_publishing_many_complete_ones_works(chief, draft):
    _author, page = draft
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    chief.post(f"{url}?id={page.pk}")

    assert reload(page).live is True
