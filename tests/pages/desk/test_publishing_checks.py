"""Nothing is published by half: drafts may lack anything, publishing says what is missing, at the field."""

import datetime

import pytest
from django.urls import reverse

from pages.models import DeclarationPage, NewsPage, RecommendationPage, ResearchPaperPage
from pages.publishing.completeness import missing
from tests.making import reload
from tests.pages.desk.conftest import form_data


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_url(model, parent):
    return reverse("wagtailadmin_pages:add", args=["pages", model._meta.model_name, parent.pk])


def test_a_recommendation_without_source_is_a_draft_and_no_more(chief, works, errors):
    url = add_url(RecommendationPage, works["series"])
    data = form_data(chief.get(url).context["form"], title="Train staff", slug="train", text="Train.", source="")

    refused = chief.post(url, {**data, "action-publish": "1"})
    saved = chief.post(url, data)

    assert errors(refused) == {"source": ["Choose the declaration, session or edition it comes from."]}
    assert b"Train." in refused.content
    assert saved.status_code == 302
    assert RecommendationPage.objects.get(slug="train").live is False


def test_a_recommendation_below_an_edition_comes_from_it_unless_said_otherwise(chief, works):
    form = chief.get(add_url(RecommendationPage, works["edition"])).context["form"]

    assert form["source"].value() == works["edition"].pk


def test_a_declaration_is_published_with_its_date_of_adoption(chief, works, errors):
    page = works["declaration"]
    data = form_data(chief.get(edit(page)).context["form"], **{"action-publish": "1"})

    refused = chief.post(edit(page), data)
    published = chief.post(edit(page), {**data, "start_date": "2024-02-09"})

    assert errors(refused) == {"start_date": ["Give the date of adoption, or choose “Not stated by the source”."]}
    assert published.status_code == 302
    assert reload(page).start_date == datetime.date(2024, 2, 9)


def test_a_declaration_that_is_only_expected_needs_no_date(chief, works):
    page = works["declaration"]
    form = chief.get(edit(page)).context["form"]

    assert chief.post(edit(page), form_data(form, status="expected", **{"action-publish": "1"})).status_code == 302


def test_a_declaration_with_a_text_has_clauses(chief, works, errors):
    page = works["declaration"]
    form = chief.get(edit(page)).context["form"]

    refused = chief.post(
        edit(page), form_data(form, text_status="full", date_precision="unknown", **{"action-publish": "1"})
    )

    assert errors(refused) == {"clauses": ["Add the clauses, or say above that the text is not available."]}


def test_a_paper_names_its_authors_and_has_an_abstract(chief, works, errors):
    url = add_url(ResearchPaperPage, works["index"])
    form = chief.get(url).context["form"]

    refused = chief.post(url, form_data(form, title="Paper", slug="paper", **{"action-publish": "1"}))

    assert errors(refused) == {
        "authorships": ["Name at least one author."],
        "abstract": ["Write an abstract: it is what readers decide by."],
        "start_date": ["Give the date of publication, or choose “Not stated by the source”."],
    }


def test_news_has_a_date_and_a_text(chief, works, errors):
    url = add_url(NewsPage, works["index"])
    form = chief.get(url).context["form"]

    refused = chief.post(url, form_data(form, title="News", slug="news", **{"action-publish": "1"}))

    assert errors(refused) == {
        "date": ["Give the date of the news, or say in the editorial note why there is none."],
        "body": ["Write the text of the news."],
    }


def test_an_image_is_described(chief, works, errors, image):
    page = works["edition"]
    form = chief.get(edit(page)).context["form"]

    refused = chief.post(edit(page), form_data(form, listing_image=image.pk, **{"action-publish": "1"}))

    assert errors(refused) == {"listing_image_alt": ["Describe the image for readers who can't see it."]}


def test_what_is_scheduled_is_checked_when_it_is_scheduled(chief, works, errors):
    page = works["declaration"]
    form = chief.get(edit(page)).context["form"]

    refused = chief.post(edit(page), form_data(form, go_live_at="2099-01-01 10:00", **{"action-publish": "1"}))

    assert "start_date" in errors(refused)


@pytest.mark.parametrize(
    ("language", "message"),
    [("fr", "Saisissez une date valide."), ("ar", "أدخل تاريخاً صحيحاً."), ("en", "Enter a valid date.")],
)
def test_an_impossible_date_is_said_in_the_editor_s_language(at_desk, works, errors, language, message):
    client = at_desk(is_superuser=True, language=language)
    page = works["edition"]
    form = client.get(edit(page)).context["form"]

    response = client.post(edit(page), form_data(form, start_date="2024-02-30", theme="Kept"))

    assert list(errors(response)) == ["start_date"]
    assert message in response.content.decode()
    assert b"2024-02-30" in response.content
    assert b"Kept" in response.content


def test_an_end_before_the_start_is_said_at_the_end(chief, works, errors):
    page = works["edition"]
    form = chief.get(edit(page)).context["form"]

    response = chief.post(edit(page), form_data(form, start_date="2024-02-09", end_date="2024-02-07"))

    assert errors(response) == {"end_date": ["This ends before it begins. Check both dates."]}


@pytest.mark.parametrize("slug", ["🎉", "two words", "a/b"])
def test_an_address_of_other_signs_is_refused_at_the_field(chief, works, errors, slug):
    page = works["edition"]
    form = chief.get(edit(page)).context["form"]

    response = chief.post(edit(page), form_data(form, slug=slug))

    assert list(errors(response)) == ["slug"]
    assert slug in response.content.decode()


def test_an_arabic_address_is_welcome(chief, works):
    page = works["edition"]
    form = chief.get(edit(page)).context["form"]

    chief.post(edit(page), form_data(form, slug="الدورة-الحادية-عشرة", **{"action-publish": "1"}))

    assert reload(page).slug == "الدورة-الحادية-عشرة"


def test_what_is_too_long_is_said_at_the_field(chief, works, errors):
    page = works["edition"]
    form = chief.get(edit(page)).context["form"]

    response = chief.post(edit(page), form_data(form, summary="a" * 601))

    assert errors(response) == {"summary": ["Ensure this value has at most 600 characters (it has 601)."]}


def test_a_declaration_s_authentic_languages_are_ticked(chief, works):
    page = works["declaration"]
    form = chief.get(edit(page)).context["form"]

    chief.post(edit(page), form_data(form, authentic_languages=["ar", "zh"]))

    assert reload(page).get_latest_revision_as_object().authentic_languages == ["ar", "zh"]
    assert DeclarationPage.objects.count() == 1


def test_an_image_in_the_text_is_described(works, image):
    page = works["edition"]
    page.date_precision = "unknown"
    page.body = [("figure", {"image": image, "alternative": " ", "caption": ""})]
    described = [("figure", {"image": image, "alternative": "The plenary hall", "caption": ""})]

    lacks = [(lack.field, str(lack.message)) for lack in missing(page)]
    page.body = described

    assert lacks == [("body", "Describe the image for readers who can't see it.")]
    assert missing(page) == []
