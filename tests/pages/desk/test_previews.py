"""An editor sees what they write before it exists: every type of page, and every block filled in."""

import pytest
from django.urls import reverse

from access.changing import Wanted, set_access
from pages.blocks.body import BodyBlock, ReferencesBlock
from pages.blocks.clauses import ClausesBlock
from pages.models import (
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    RecommendationPage,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
)
from tests.pages.desk.conftest import form_data

NEW_BELOW = [
    (StandardPage, "index"),
    (NewsPage, "index"),
    (IndexPage, "index"),
    (ForumSeriesPage, "index"),
    (ForumEditionPage, "series"),
    (SessionPage, "edition"),
    (DeclarationPage, "edition"),
    (RecommendationPage, "edition"),
    (ResearchPaperPage, "edition"),
]


def blocks_of(*streams):
    return [(stream, name) for stream in streams for name in stream.child_blocks]


@pytest.mark.parametrize(("model", "parent"), NEW_BELOW)
def test_a_new_page_is_previewed_before_it_is_saved(chief, works, model, parent):
    names = ["pages", model._meta.model_name, works[parent].pk]
    form = chief.get(reverse("wagtailadmin_pages:add", args=names)).context["form"]
    url = reverse("wagtailadmin_pages:preview_on_add", args=names)
    extra = {"lists": "news"} if model is IndexPage else {}

    accepted = chief.post(url, form_data(form, title="Not yet saved", slug="new", **extra))
    shown = chief.get(url)

    assert accepted.json()["is_valid"] is True
    assert shown.status_code == 200
    assert "Not yet saved" in shown.content.decode()


@pytest.mark.parametrize("name", ["index", "series", "edition", "declaration", "recommendation"])
def test_a_page_is_previewed_with_what_is_typed(chief, works, name):
    page = works[name]
    form = chief.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    chief.post(url, form_data(form, title="Typed"))

    assert "Typed" in chief.get(url).content.decode()


def test_the_home_page_is_previewed(chief, homes):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[homes["ar"].pk])
    form = chief.get(reverse("wagtailadmin_pages:edit", args=[homes["ar"].pk])).context["form"]
    chief.post(url, form_data(form))

    assert chief.get(url).status_code == 200
    assert isinstance(homes["ar"], HomePage)


@pytest.mark.parametrize(("stream", "name"), blocks_of(BodyBlock(), ReferencesBlock(), ClausesBlock()))
def test_each_block_says_what_it_is_for_and_shows_it(at_desk, image, document, stream, name):
    client = at_desk(is_superuser=True, language="fr")
    block = stream.child_blocks[name]

    shown = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert block.get_description()
    assert block.is_previewable
    assert shown.status_code == 200


@pytest.mark.parametrize("name", ["figure", "file"])
def test_what_shows_the_library_s_newest_shows_nothing_of_an_empty_library(db, name):
    assert BodyBlock().child_blocks[name].is_previewable is False


@pytest.mark.parametrize(("name", "chosen"), [("figure", "image"), ("file", "document")])
def test_a29_what_shows_the_newest_passes_over_what_is_closed_to_the_editor(at_desk, image, document, name, chosen):
    file = {"image": image, "document": document}[chosen]
    author, block = at_desk("Authors"), BodyBlock().child_blocks[name]
    address = reverse("wagtailadmin_block_preview")
    before = author.get(address, {"id": block.definition_prefix}).content.decode()

    set_access(file, Wanted("named"), by=None)
    after = author.get(address, {"id": block.definition_prefix}).content.decode()

    assert (file.title in before, file.title in after) == (chosen == "document", False)
    assert (f"media/images/{image.filename[:5]}" in before, "media/images/" in after) == (chosen == "image", False)
