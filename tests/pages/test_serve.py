"""Is the right page found at an address, and what does a reader get where there is none?"""

import pytest
from wagtail.models import PageViewRestriction

from pages.models import IndexPage, StandardPage


def test_the_bare_address_leads_to_the_language_asked_for(client, homes):
    for asked, expected in [("ar-MA,fr;q=0.5", "/ar/"), ("fr", "/fr/"), ("de", "/en/")]:
        response = client.get("/", headers={"accept-language": asked})
        assert (response.status_code, response["Location"]) == (302, expected)
        assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_a_home_says_its_language_and_direction(client, homes, code, direction):
    response = client.get(f"/{code}/")
    assert response.status_code == 200
    assert f'<html lang="{code}" dir="{direction}">' in response.content.decode()
    assert response["Content-Language"] == code


@pytest.mark.parametrize(
    "address", ["/nothing/", "/es/forums/", "/fr/nothing/", "/fr/nothing/at/all/", "/documents/9/"]
)
def test_an_unknown_address_stays_unknown(client, homes, address):
    assert client.get(address).status_code == 404


def test_a_missing_slash_is_added(client, homes, add):
    add(homes["fr"], StandardPage, title="À propos", slug="a-propos")
    response = client.get("/fr/a-propos")
    assert (response.status_code, response["Location"]) == (301, "/fr/a-propos/")


def test_a_draft_is_not_found(client, homes, add):
    add(homes["fr"], StandardPage, title="Brouillon", slug="brouillon", live=False)
    assert client.get("/fr/brouillon/").status_code == 404


def test_head_is_answered_and_post_is_refused(client, homes):
    response = client.head("/fr/")
    assert (response.status_code, response.content) == (200, b"")
    options = client.options("/fr/")
    assert (options.status_code, options["Allow"]) == (200, "GET, HEAD, OPTIONS")
    assert client.post("/fr/").status_code == 405


def test_a_reader_whose_language_lacks_the_page_is_offered_the_others(client, homes, add, translate):
    page = add(homes["fr"], StandardPage, title="À propos", slug="a-propos")
    translate(page, "en", title="About us")
    response = client.get("/ar/a-propos/")
    assert response.status_code == 404
    text = response.content.decode()
    assert '<html lang="ar" dir="rtl">' in text
    assert 'href="/fr/a-propos/" lang="fr" dir="ltr" hreflang="fr">Français – À propos</a>' in text
    assert 'href="/en/a-propos/" lang="en" dir="ltr" hreflang="en">English – About us</a>' in text


def test_an_address_of_another_language_leads_to_the_readers_version(client, homes, add, translate):
    page = add(homes["fr"], StandardPage, title="À propos", slug="a-propos")
    translate(page, "en", title="About us", slug="about")
    response = client.get("/en/a-propos/")
    assert (response.status_code, response["Location"]) == (302, "/en/about/")


def test_a_page_names_the_languages_it_lacks(client, homes, add, translate):
    page = add(homes["en"], StandardPage, title="About us", slug="about")
    text = client.get("/en/about/").content.decode()
    assert '<span class="no-version"><span lang="ar">العربية</span>' in text
    assert "This page has not been published in Arabic and French. It exists in:" in text
    for code in ("ar", "fr"):
        translate(page, code, title="x")
    complete = client.get("/en/about/").content.decode()
    assert '<a href="/ar/about/" lang="ar" hreflang="ar">العربية</a>' in complete
    assert "no-version" not in complete


def test_a_shared_password_opens_nothing(client, homes, add):
    """One made past the dialog, which is off: the page is closed, and no form opens it."""
    section = add(homes["en"], StandardPage, title="Members", slug="members")
    page = add(section, StandardPage, title="Minutes of the meeting", slug="minutes")
    PageViewRestriction.objects.create(page=section, restriction_type="password", password="open sesame")
    assert "Minutes of the meeting" not in client.get("/en/members/minutes/").content.decode()
    form = {"password": "open sesame", "return_url": "/en/members/minutes/"}
    restriction = PageViewRestriction.objects.get()
    answer = client.post(f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/", form)
    assert answer.status_code == 404
    assert "Minutes of the meeting" not in client.get("/en/members/minutes/").content.decode()


def test_the_menu_holds_the_sections_and_marks_where_the_reader_is(client, homes, add):
    section = add(homes["ar"], IndexPage, title="المنتديات", slug="forums", lists="series", show_in_menus=True)
    add(homes["ar"], IndexPage, title="الأخبار", slug="news", lists="news", show_in_menus=True)
    add(section, StandardPage, title="صفحة", slug="page")
    text = client.get("/ar/forums/page/").content.decode()
    assert '<a href="/ar/forums/" aria-current="page">المنتديات</a>' in text
    assert '<a href="/ar/news/">الأخبار</a>' in text
    crumbs = text[text.index('<nav class="breadcrumb') : text.index("<main")]
    assert '<li><a href="/ar/forums/">المنتديات</a></li>' in crumbs
    assert "صفحة" not in crumbs
