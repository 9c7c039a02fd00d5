"""A source's publication does not reach its translations: it is said, and offered per language."""

from django.urls import reverse

from pages.models import RecommendationPage
from tests.making import reload
from tests.pages.desk.conftest import form_data


def change(page, action):
    return reverse("desk_change_versions", args=[page.pk, action])


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def french_draft(page, translate):
    french = translate(page, "fr", title="Partager")
    french.unpublish()
    return reload(french)


def test_publishing_the_source_says_that_the_others_are_as_they_were(chief, works, translate):
    page = works["recommendation"]
    french = french_draft(page, translate)
    form = chief.get(edit(page)).context["form"]

    answer = chief.post(edit(page), form_data(form, **{"action-publish": "1"}), follow=True).content.decode()

    assert "The versions in other languages are as they were: French." in answer
    assert change(page, "publish") in answer
    assert reload(french).live is False


def test_the_ticked_version_is_published_and_no_other(chief, works, translate):
    page = works["recommendation"]
    french, arabic = french_draft(page, translate), translate(page, "ar", title="تبادل")
    arabic.unpublish()

    shown = chief.get(change(page, "publish")).content.decode()
    chief.post(change(page, "publish"), {"version": [str(french.pk)]})

    assert "Partager" in shown
    assert "تبادل" in shown
    assert (reload(french).live, reload(arabic).live) == (True, False)


def test_half_a_version_cannot_be_ticked(chief, works, translate):
    page = works["recommendation"]
    french = french_draft(page, translate)
    RecommendationPage.objects.filter(pk=french.pk).update(source=None)
    french = reload(french)
    french.save_revision()

    shown = chief.get(change(page, "publish")).content.decode()
    chief.post(change(page, "publish"), {"version": [str(french.pk)]})

    assert "Choose the declaration, session or edition it comes from." in shown
    assert reload(french).live is False


def test_unpublishing_the_source_says_what_is_still_public(chief, works, translate):
    page = works["recommendation"]
    french = translate(page, "fr", title="Partager")

    answer = chief.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True).content.decode()
    assert "Still public in other languages: French." in answer
    assert reload(french).live is True

    chief.post(change(page, "unpublish"), {"version": [str(french.pk)]})
    assert reload(french).live is False


def test_who_may_not_publish_is_offered_nothing(at_desk, works, translate):
    page = works["recommendation"]
    french = french_draft(page, translate)
    reviewer = at_desk("Reviewers")

    shown = reviewer.get(change(page, "publish")).content.decode()
    reviewer.post(change(page, "publish"), {"version": [str(french.pk)]})

    assert "No other language has anything to publish that you may publish." in shown
    assert reload(french).live is False
