"""What do search engines and social networks find in the head of a page?"""

from collections.abc import Callable

import pytest
from django.test import Client

from pages.models import BasePage, DeclarationPage, ForumEditionPage, HomePage, IndexPage
from tests.pages.metadata.reading import Head, head

SITE = "https://muntada.example"
FRENCH = "/fr/forums/fs/e11/declaration/"


@pytest.fixture
def arabic(declaration: DeclarationPage, translate: Callable[..., BasePage]) -> BasePage:
    return translate(declaration, "ar", title="إعلان مراكش")


def test_the_canonical_address_names_the_site_and_leaves_the_query_out(declaration: DeclarationPage) -> None:
    assert head(FRENCH).linked("canonical") == [f"{SITE}{FRENCH}"]
    assert head(f"{FRENCH}?utm_source=x").linked("canonical") == [f"{SITE}{FRENCH}"]


def test_the_description_is_the_one_for_search_engines_then_the_summary(declaration: DeclarationPage) -> None:
    declaration.summary = "Ce qui fut adopté."
    declaration.save()
    assert head(FRENCH).meta["description"] == "Ce qui fut adopté."
    declaration.search_description = "Texte intégral & clauses <numérotées>."
    declaration.save()
    assert head(FRENCH).meta["description"] == "Texte intégral & clauses <numérotées>."


def test_without_either_the_text_begins_the_description(homes: dict[str, HomePage], add) -> None:
    text = "<p>Les <b>forums</b> de l’archive.</p><p>" + "Une longue suite. " * 30 + "</p>"
    add(homes["fr"], IndexPage, title="Forums", slug="forums", lists="series", body=[("paragraph", text)])
    description = head("/fr/forums/").meta["description"]
    assert description.startswith("Les forums de l’archive. Une longue suite.")
    assert description.endswith("…")
    assert len(description) <= 200


def test_every_live_language_is_named_and_one_for_all_others(arabic: BasePage) -> None:
    arabic_address = SITE + "/ar/forums/fs/e11/declaration/"
    expected = {"ar": arabic_address, "fr": SITE + FRENCH, "x-default": arabic_address}
    assert head(FRENCH).languages() == expected
    assert head("/ar/forums/fs/e11/declaration/").languages() == expected


def test_a_draft_translation_is_no_alternate(arabic: BasePage) -> None:
    arabic.unpublish()
    assert head(FRENCH).languages() == {"fr": SITE + FRENCH, "x-default": SITE + FRENCH}


def test_at_home_all_others_are_sent_to_the_choice_of_language(homes: dict[str, HomePage]) -> None:
    assert head("/fr/").languages() == {
        "ar": f"{SITE}/ar/",
        "fr": f"{SITE}/fr/",
        "en": f"{SITE}/en/",
        "x-default": f"{SITE}/",
    }


def test_social_networks_get_title_language_and_card(arabic: BasePage, declaration: DeclarationPage) -> None:
    found = head(FRENCH)
    assert found.meta["og:title"] == "Déclaration de Marrakech"
    assert found.meta["og:site_name"] == "Muntada"
    assert found.meta["og:url"] == SITE + FRENCH
    assert found.meta["og:type"] == "website"
    assert found.meta["og:locale"] == "fr_FR"
    assert [value for name, value in found.all_meta if name == "og:locale:alternate"] == ["ar_AR"]
    assert found.meta["og:image"] == f"{SITE}/card/fr/{declaration.translation_key}.png"
    assert found.meta["og:image:alt"] == "Déclaration de Marrakech"
    assert found.meta["twitter:card"] == "summary_large_image"


def test_the_card_the_head_names_is_there(declaration: DeclarationPage) -> None:
    address = head(FRENCH).meta["og:image"].removeprefix(SITE)
    assert Client().get(address)["Content-Type"] == "image/png"


def test_a_listing_names_its_feed(forums: IndexPage) -> None:
    feeds = [link for link in head("/fr/forums/").links if link.get("type") == "application/atom+xml"]
    assert [(link["href"], link["title"]) for link in feeds] == [(f"{SITE}/fr/forums/feed/", "Forums")]


def test_published_pages_may_be_indexed_and_previews_may_not(declaration: DeclarationPage) -> None:
    assert "robots" not in head(FRENCH).meta
    preview = declaration.make_preview_request()
    assert Head(preview.content.decode()).meta["robots"] == "noindex"


def test_a_title_can_open_nothing(homes: dict[str, HomePage], add) -> None:
    title = '</script><script>alert("1")</script>'
    add(homes["fr"], IndexPage, title=title, slug="forums", lists="series")
    found = head("/fr/forums/")
    assert found.meta["og:title"] == title
    assert len(found.data) == 1
    assert "\\u003C/script\\u003E" in found.data[0]


def test_a_record_has_the_head_of_a_page_and_the_card_of_the_site(
    edition: ForumEditionPage, homes: dict[str, HomePage]
) -> None:
    found = head("/fr/organisations/ministry/")
    assert found.linked("canonical") == [f"{SITE}/fr/organisations/ministry/"]
    assert found.languages() == {
        "ar": f"{SITE}/ar/organisations/ministry/",
        "fr": f"{SITE}/fr/organisations/ministry/",
        "en": f"{SITE}/en/organisations/ministry/",
        "x-default": f"{SITE}/en/organisations/ministry/",
    }
    assert found.meta["og:title"] == "Ministère"
    assert found.meta["og:image"] == f"{SITE}/card/fr/{homes['fr'].translation_key}.png"


def test_what_is_not_found_has_no_address_to_index(edition: ForumEditionPage) -> None:
    response = Client().get("/en/forums/fs/e11/")
    assert response.status_code == 404
    assert not Head(response.content.decode()).linked("canonical")
