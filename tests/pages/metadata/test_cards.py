"""Does a shared link show the work: in its language, in its direction, within the card?"""

import io
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from PIL import Image

from pages.models import BasePage, HomePage, StandardPage

PAGE_COLOUR = (251, 251, 249)
LONG = {
    "ar": "منتدى مراكش الأمني، الدورة الحادية عشرة: «الأمن في إفريقيا في ظل التحولات العالمية» (AI 4) " * 2,
    "fr": "Renforcer la coopération régionale en matière de lutte contre la cybercriminalité : comment ? " * 2,
    "en": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft & <b>",
}


@pytest.fixture
def work(homes: dict[str, HomePage], add: Callable[..., BasePage]) -> BasePage:
    return add(homes["en"], StandardPage, title="About the forum", slug="about")


def card_of(page: BasePage, code: str, **headers: str):
    return Client().get(f"/card/{code}/{page.translation_key}.png", headers=headers)


def picture_of(page: BasePage, code: str) -> Image.Image:
    return Image.open(io.BytesIO(card_of(page, code).content)).convert("RGB")


def test_a_card_is_a_picture_of_the_size_networks_ask_for(work: BasePage) -> None:
    response = card_of(work, "en")
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert picture_of(work, "en").size == (1200, 630)


def test_the_pattern_stands_at_the_end_side(work: BasePage, translate: Callable[..., BasePage]) -> None:
    arabic = translate(work, "ar", title="عن المنتدى", slug="about-ar")
    left, right = (20, 315), (1180, 315)
    english_picture, arabic_picture = picture_of(work, "en"), picture_of(arabic, "ar")
    assert english_picture.getpixel(left) == PAGE_COLOUR
    assert english_picture.getpixel(right) != PAGE_COLOUR
    assert arabic_picture.getpixel(right) == PAGE_COLOUR
    assert arabic_picture.getpixel(left) != PAGE_COLOUR


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_long_titles_stay_between_their_margins(homes: dict[str, HomePage], add, code: str) -> None:
    page = add(homes[code], StandardPage, title=LONG[code].strip()[:255], slug="long")
    picture = picture_of(page, code)
    starts = (570, 1200 - 64) if code == "ar" else (0, 630 - 48)
    margins = [(570, 0, 618, 630), (1140, 0, 1200, 630)] if code == "ar" else [(0, 0, 60, 630), (586, 0, 630, 630)]
    for box in margins:
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * 630, PAGE_COLOUR)]
    assert len(picture.crop((starts[0], 120, starts[1], 500)).getcolors(1 << 20)) > 10


def test_a_new_title_is_a_new_picture(work: BasePage) -> None:
    before = card_of(work, "en")
    work.title = "About us"
    work.save()
    after = card_of(work, "en")
    assert before["ETag"] != after["ETag"]
    assert before.content != after.content


def test_who_has_the_card_is_told_so(work: BasePage) -> None:
    first = card_of(work, "en")
    again = card_of(work, "en", if_none_match=first["ETag"])
    assert again.status_code == 304
    assert again.content == b""


def test_a_card_costs_three_queries_and_no_session(work: BasePage, django_assert_num_queries) -> None:
    card_of(work, "en")
    with django_assert_num_queries(3):
        response = card_of(work, "en")
    assert not response.cookies


def test_a_draft_has_no_card(work: BasePage) -> None:
    work.unpublish()
    assert card_of(work, "en").status_code == 404


def test_other_languages_and_keys_have_no_card(work: BasePage) -> None:
    assert card_of(work, "fr").status_code == 404
    assert card_of(work, "tlh").status_code == 404
    assert Client().get(f"/card/en/{uuid.UUID(int=1)}.png").status_code == 404
