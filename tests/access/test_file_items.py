"""Each way in which sites like this have handed out files or told of states and dates, tried."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from library.models import LibraryDocument, LibraryImage
from pages.addresses import page_url
from pages.models import BasePage, IndexPage, StandardPage, WorkFile

CANARY = "Zorkmid"
Restrict = Callable[..., None]


@pytest.fixture
def member(person: Callable[..., User], browser_of: Callable[..., Client]) -> Client:
    return browser_of(person("member", "Members"))


@pytest.fixture
def image(db: None) -> LibraryImage:
    return LibraryImage.objects.create(title="Hall", file=get_test_image_file())


@pytest.fixture
def document(db: None) -> LibraryDocument:
    return LibraryDocument.objects.create(title="Minutes", file=ContentFile(b"%PDF-1.4", name="minutes.pdf"))


@pytest.fixture
def page(homes: dict[str, BasePage], add: Callable[..., BasePage]) -> BasePage:
    index = add(homes["en"], IndexPage, title="Texts", slug="texts", lists="children")
    return add(index, StandardPage, title=f"{CANARY} text", slug="text", summary=CANARY)


def answer(browser: Client, address: str) -> tuple[int, str]:
    response = browser.get(address)
    assert response.getvalue()
    return response.status_code, response["Cache-Control"]


def test_a38_a_private_file_may_be_kept_by_no_cache(
    document: LibraryDocument, image: LibraryImage, member: Client, restrict: Restrict
) -> None:
    addresses = [document.url, image.get_rendition("width-100").url]
    assert [answer(member, address)[1].split(",")[0] for address in addresses] == ["public", "private"]

    for file in (document, image):
        restrict(file, "members")

    assert [answer(member, address) for address in addresses] == [(200, "private, no-store")] * 2
    assert [Client().get(address).status_code for address in addresses] == [404, 404]


@pytest.mark.parametrize("spec", ["width-100", "fill-60x40", "max-165x165", "width-80|format-webp"])
def test_a39_each_size_of_a_picture_is_closed_at_the_next_request(
    image: LibraryImage, member: Client, restrict: Restrict, spec: str
) -> None:
    address = image.get_rendition(spec).url
    assert answer(Client(), address)[0] == 200

    restrict(image, "members")

    assert (answer(Client(), address)[0], answer(member, address)[0]) == (404, 200)


def test_a39_a_picture_is_as_closed_as_the_only_page_that_shows_it(
    page: BasePage, image: LibraryImage, member: Client, restrict: Restrict
) -> None:
    page.listing_image = image
    page.save_revision().publish()
    address = image.get_rendition("width-100").url
    assert answer(Client(), address)[0] == 200

    restrict(page, "members")

    assert (answer(Client(), address)[0], answer(member, address)[0]) == (404, 200)


def test_a40_to_edit_a_picture_hands_its_original_to_nobody_else(
    image: LibraryImage, member: Client, admin_client: Client
) -> None:
    """Wagtail's form makes a copy of the original at a public address."""
    admin_client.get(reverse("wagtailimages:edit", args=[image.pk]))
    address = image.renditions.get(filter_spec="original").url

    assert answer(admin_client, address) == (200, "private, no-store")
    assert [browser.get(address).status_code for browser in (Client(), member)] == [404, 404]
    assert Client().get(image.file.url).status_code == admin_client.get(image.file.url).status_code == 404


def test_a41_a_file_beside_a_work_has_a_rule_of_its_own(
    page: BasePage, document: LibraryDocument, member: Client, restrict: Restrict
) -> None:
    """The page that lists it does not open it, and nothing but its own address leads to it."""
    WorkFile.objects.create(page=page, document=document, language="en", locale=page.locale)
    page.save()
    restrict(document, "members")

    assert (answer(Client(), document.url)[0], answer(member, document.url)[0]) == (404, 200)
    assert "Minutes" not in Client().get(page_url(page)).content.decode()


def test_a41_a_file_on_a_closed_shelf_is_closed(document: LibraryDocument, member: Client, restrict: Restrict) -> None:
    shelf = Collection.get_first_root_node().add_child(name="Annexes")
    document.collection = shelf
    document.save()
    assert answer(Client(), document.url)[0] == 200

    restrict(shelf, "members")

    assert (answer(Client(), document.url)[0], answer(member, document.url)[0]) == (404, 200)


def unpublish(page: BasePage) -> None:
    page.unpublish()


def expire(page: BasePage) -> None:
    """By Wagtail's date, which waits for its command; a rule's dates wait for nothing."""
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(days=1))
    call_command("publish_scheduled")


def withdraw(page: BasePage) -> None:
    page.get_parent().specific.unpublish()
    page.unpublish()


def delete(page: BasePage) -> None:
    page.delete()


@pytest.mark.parametrize("end", [unpublish, expire, withdraw, delete])
def test_a42_what_is_withdrawn_in_any_way_is_absent(
    page: BasePage, member: Client, end: Callable[[BasePage], None]
) -> None:
    address = page_url(page)
    shown = [address, f"{address}cite.bib", "/en/texts/", "/en/texts/feed/", "/sitemap-en.xml"]
    assert [CANARY in member.get(each).content.decode() for each in shown] == [True, True, True, True, False]

    end(page)

    for browser in (Client(), member):
        assert browser.get(address).status_code == browser.get(f"{address}cite.bib").status_code == 404
        assert [each for each in shown if CANARY in browser.get(each).content.decode()] == []
        assert address not in browser.get("/sitemap-en.xml").content.decode()


@pytest.mark.parametrize("zone", ["UTC", "Asia/Amman", "Europe/Paris"])
@pytest.mark.parametrize(
    ("seconds", "from_then", "until_then"), [(-1, False, True), (0, True, False), (1, True, False)]
)
def test_a43_dates_count_to_the_second_with_nobody_running_a_task(
    page: BasePage,
    restrict: Restrict,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
    seconds: int,
    from_then: bool,
    until_then: bool,
) -> None:
    """Midnight of the day on which clocks change in Europe, as an editor there or elsewhere would write it."""
    then = datetime.datetime(2027, 3, 28, tzinfo=ZoneInfo(zone))
    now = then.astimezone(datetime.UTC) + datetime.timedelta(seconds=seconds)

    for dates, is_open in (({"starts_at": then}, from_then), ({"ends_at": then}, until_then)):
        restrict(page, "everyone", **dates)
        with monkeypatch.context() as clock:
            clock.setattr(timezone, "now", lambda: now)
            assert Client().get(page_url(page)).status_code == (200 if is_open else 404)


def test_a48_closed_and_absent_ask_the_database_alike(page: BasePage, restrict: Restrict) -> None:
    """What takes as many questions, of the same form, takes as long."""
    restrict(page, "members")
    address = page_url(page)
    Client().get(address)

    asked = [statements(each) for each in (address, address.replace("/text/", "/test/"))]

    assert asked[0] == asked[1]
    assert asked[0]


def statements(address: str) -> list[str]:
    """Their form, without what is asked for."""
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(address).status_code == 404
    return [query["sql"].split(" WHERE ")[0] for query in captured]
