"""What happens to the work of editors when the files are loaded again?"""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.log_actions import registry
from wagtail.models import Page

from pages.models import Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

RABAT = "forums/african-security-forum/rabat"


def version(address: str, language: str) -> Page:
    return Page.objects.get(url_path=f"/home-{language}/{address}/").specific


def load_again(*options: str) -> list[str]:
    out = StringIO()
    call_command("load_demonstration", *options, stdout=out, stderr=StringIO())
    return out.getvalue().splitlines()


def test_what_an_editor_changed_is_kept_until_told_otherwise() -> None:
    page = version("about", "fr")
    page.title = "À propos de nous"
    page.save_revision().publish()

    lines = load_again()
    assert version("about", "fr").title == "À propos de nous"
    assert "standard pages: 17 unchanged, 1 kept" in lines
    assert lines[-1] == "/fr/about/ was changed by an editor and is kept; --overwrite sets it back."

    assert "standard pages: 1 changed, 17 unchanged" in load_again("--overwrite")
    assert version("about", "fr").title == "À propos"


def test_a_draft_is_kept_too() -> None:
    page = version("about", "ar")
    page.summary = "مسودة"
    page.save_revision()
    assert "standard pages: 17 unchanged, 1 kept" in load_again()
    assert version("about", "ar").get_latest_revision_as_object().summary == "مسودة"


def test_saving_without_a_change_is_no_change() -> None:
    version("about", "en").save_revision().publish()
    assert "standard pages: 1 changed, 17 unchanged" in load_again()


def test_what_was_removed_comes_back_with_all_that_refers_to_it() -> None:
    edition = version(RABAT, "fr")
    Page.objects.get(pk=edition.pk).delete()

    lines = load_again()
    again = version(RABAT, "fr")
    assert "editions: 1 added, 14 unchanged" in lines
    assert again.translation_key == edition.translation_key
    news = version("news/launch-of-the-african-security-network", "fr")
    assert f'<a linktype="page" id="{again.pk}">' in news.body[0].value.source
    assert again.pk in [row.outcome_id for row in news.outcomes.all()]


def test_a_moved_page_stays_where_it_was_moved() -> None:
    Page.objects.get(pk=version("privacy", "en").pk).move(version("about", "en"), pos="last-child")
    assert "standard pages: 18 unchanged" in load_again()
    assert version("about/privacy", "en").title == "Privacy"


def test_records_that_an_editor_changed_are_kept() -> None:
    centre = Organisation.objects.get(slug="atlantis-centre")
    centre.country = "MA"
    centre.save()
    lines = load_again()
    assert "organisations: 8 unchanged, 1 kept" in lines
    assert Organisation.objects.get(slug="atlantis-centre").country == "MA"
    load_again("--overwrite")
    assert Organisation.objects.get(slug="atlantis-centre").country == ""


def test_a_removed_record_comes_back() -> None:
    Organisation.objects.get(slug="al-omra-group").roles.all().delete()
    Organisation.objects.get(slug="al-omra-group").delete()
    assert "organisations: 1 added, 8 unchanged" in load_again()
    names = Organisation.objects.get(slug="al-omra-group").names.values_list("language", "name")
    assert ("fr", "Groupe Al Omra International") in names
    network = version("forums/african-security-network", "ar")
    assert [row.organisation.slug for row in network.organisation_roles.all()] == ["al-omra-group"]


def test_the_history_says_where_it_came_from() -> None:
    entries = list(registry.get_logs_for_instance(version("about", "en")))
    assert [str(entry.message) for entry in entries] == ["Loaded from files", "Created"]
    assert entries[0].revision_id == version("about", "en").live_revision_id
