"""What another site can see by loading our files and pages into its own: what everybody sees."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from access.changing import Wanted, set_access
from library.models import LibraryDocument, LibraryImage
from pages.addresses import page_url
from pages.models import BasePage, StandardPage

LINK = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
PICTURE = {"sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
FRAME = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
SCRIPT = {"sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}


@pytest.fixture
def addresses(homes: dict[str, BasePage], add: Callable[..., BasePage]) -> list[str]:
    """Of a document, a picture and a page that are for members."""
    document = LibraryDocument.objects.create(title="Minutes", file=ContentFile(b"%PDF-1.4", name="minutes.pdf"))
    image = LibraryImage.objects.create(title="Hall", file=get_test_image_file())
    page = add(homes["en"], StandardPage, title="Minutes", slug="minutes")
    for each in (document, image, page):
        set_access(each, Wanted("members"), by=None)
    return [document.url, image.get_rendition("width-100").url, page_url(page)]


def loaded(browser: Client, address: str, said: dict[str, str]) -> HttpResponse:
    """Read to its end, which closes the file."""
    response = browser.get(address, headers=said)
    assert response.getvalue()
    return response


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("load", [PICTURE, FRAME, SCRIPT], ids=["picture", "frame", "script"])
def test_a82_another_site_loads_nothing_for_the_reader_who_looks_at_it(
    addresses: list[str], admin_client: Client, site: str, load: dict[str, str]
) -> None:
    said = {"sec-fetch-site": site, **load}
    for address in addresses:
        theirs, nobodys = (loaded(browser, address, said) for browser in (admin_client, Client()))
        assert theirs.status_code == nobodys.status_code == 404
        assert (theirs.content, theirs.headers) == (nobodys.content, nobodys.headers)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"sec-fetch-site": "cross-site", **LINK},
        {"sec-fetch-site": "none", **LINK},
        {"sec-fetch-site": "same-origin", **PICTURE},
    ],
    ids=["an old browser", "a link elsewhere", "typed", "a page of ours"],
)
def test_a82_whoever_may_read_it_follows_links_to_it(
    addresses: list[str], admin_client: Client, said: dict[str, str]
) -> None:
    assert [loaded(admin_client, address, said).status_code for address in addresses] == [200, 200, 200]


def test_a82_what_is_closed_is_for_pages_of_this_site_and_in_no_frame(
    addresses: list[str], admin_client: Client, homes: dict[str, BasePage]
) -> None:
    for address in [*addresses, "/en/nothing/"]:
        for answer in (loaded(admin_client, address, {}), loaded(Client(), address, {})):
            assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
            assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
            assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in admin_client.get(addresses[2])["Content-Security-Policy"]
    assert "Cross-Origin-Resource-Policy" not in Client().get("/en/")
