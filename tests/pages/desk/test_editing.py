"""Wagtail's care for what is typed is kept: saving by itself, and telling who else is editing."""

import json

from django.urls import reverse
from wagtail.admin.models import EditingSession

from pages.models import PageRelation
from tests.making import reload
from tests.pages.desk.conftest import form_data


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_draft_saves_itself(at_desk, works):
    reviewer, page = at_desk("Reviewers"), works["recommendation"]
    form = reviewer.get(edit(page)).context["form"]

    answer = reviewer.post(
        edit(page), form_data(form, summary="Typed", source=""), headers={"accept": "application/json"}
    )

    assert answer.json()["success"] is True
    assert reload(page).get_latest_revision_as_object().summary == "Typed"


def test_two_editors_learn_of_each_other(at_desk, works):
    first, second, page = at_desk("Reviewers"), at_desk("Publishers"), works["edition"]
    first.get(edit(page))
    second.get(edit(page))
    session = EditingSession.objects.get(user=first.user)
    ping = reverse("wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", page.pk, session.pk])

    told = first.post(ping).json()

    assert [other["user"] for other in told["other_sessions"]] == ["Publishers"]
    assert json.dumps(told)


def test_the_desk_s_own_script_and_style_are_on_every_page(chief, works):
    shown = chief.get(edit(works["edition"])).content.decode()

    assert "desk/direction.js" in shown
    assert "desk/desk.css" in shown
    assert 'desk/tables.js" data-told="A table was pasted: its words were kept' in shown


def test_a_relation_is_seen_from_the_other_side(chief, works):
    PageRelation.objects.create(page=works["declaration"], kind="follows-up", target=works["edition"])

    shown = chief.get(edit(works["edition"])).content.decode()

    assert "follows up on" in shown.split('class="desk-mentions"')[1].split("</ul>")[0]
    assert "recommendation drawn from this page" in shown


def test_countries_are_chosen_by_their_names_in_the_editor_s_language(at_desk, works):
    shown = at_desk("Reviewers", language="fr").get(edit(works["edition"])).content.decode()

    assert '<option value="MA">Maroc</option>' in shown
