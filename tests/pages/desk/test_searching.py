"""Whatever is typed into a search of the desk is looked for, and is no query of its own."""

import pytest
from django.test import Client
from django.urls import reverse

from pages.models import BasePage

PAGES = reverse("wagtailadmin_pages:search")
IMAGES = reverse("wagtailimages:index")


@pytest.mark.parametrize("address", [PAGES, IMAGES])
@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""',
        '"Share',
        'Share"data',
        '"Share data"',
        '" OR "',
        "'",
        "*",
        "(",
        "NEAR(",
        "a:",
        "^",
        "Share\0data",
        "%s",
    ],
)
def test_what_is_typed_is_no_syntax(chief: Client, works: dict[str, BasePage], address: str, typed: str) -> None:
    assert chief.get(address, {"q": typed}).status_code == 200


def test_words_between_quotation_marks_are_found(chief: Client, works: dict[str, BasePage]) -> None:
    found = chief.get(PAGES, {"q": '"Share data"'}).content.decode()
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[works["recommendation"].pk])}"' in found

    other = chief.get(PAGES, {"q": '"nothing" OR "share'}).content.decode()
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[works["recommendation"].pk])}"' not in other
