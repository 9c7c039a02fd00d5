"""The start page says what waits, what is scheduled, what to translate and what is begun, in the editor's language."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from pages.models import StandardPage


def section(page, name):
    """The part of the start page that is the panel of this name."""
    return page.split(f'id="{name}-section"')[1].split("</section>")[0]


def test_it_says_so_when_there_is_nothing(at_desk, homes, db):
    page = at_desk("Reviewers").get(reverse("wagtailadmin_home")).content.decode()

    assert "Nothing waits for your review." in page
    assert "Nothing is scheduled." in page
    assert "You have no drafts." in page


def test_it_shows_drafts_and_what_is_scheduled(at_desk, homes, add):
    author = at_desk("Authors")
    add(homes["en"], StandardPage, title="Begun", slug="begun", live=False, owner=author.user)
    later = add(homes["en"], StandardPage, title="Later", slug="later", live=False)
    later.go_live_at = timezone.now() + datetime.timedelta(days=3)
    later.save_revision().publish()

    page = author.get(reverse("wagtailadmin_home")).content.decode()

    assert "Begun" in section(page, "desk-drafts")
    assert "Later" in section(page, "desk-scheduled")
    assert "Begun" not in section(page, "desk-scheduled")


def test_it_lists_what_is_to_translate_with_the_way_to_the_grid(at_desk, homes, add):
    add(homes["fr"], StandardPage, title="Seulement ici", slug="ici")

    page = at_desk("Translators").get(reverse("wagtailadmin_home")).content.decode()

    assert "Seulement ici" in section(page, "desk-translations")
    assert reverse("desk_grid") in page


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_it_speaks_the_editor_s_language(at_desk, homes, language, direction):
    page = at_desk("Authors", language=language).get(reverse("wagtailadmin_home")).content.decode()

    assert f'lang="{language}" dir="{direction}"' in " ".join(page.split())


def test_its_cost_does_not_grow_with_the_works(at_desk, homes, add, django_assert_max_num_queries):
    client = at_desk("Translators")
    for number in range(30):
        add(homes["fr"], StandardPage, title=str(number), slug=str(number))
    client.get(reverse("wagtailadmin_home"))

    with django_assert_max_num_queries(40):
        client.get(reverse("wagtailadmin_home"))
