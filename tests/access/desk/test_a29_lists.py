"""What the desk counts, and what it says beside open things, is the same whether there is something closed or not."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, TaskState
from wagtail.rich_text import RichText
from wagtail_localize.operations import translate_object

from access.policy import can
from access.principals import anonymous
from library.models import LibraryImage
from pages.models import ForumEditionPage, ForumSeriesPage, SessionPage, StandardPage
from pages.publishing.editions import start_edition_from
from tests.access.desk.conftest import SECRET, World


@pytest.fixture
def picture(world: World) -> LibraryImage:
    """Used on an open page and on a closed one."""
    picture = LibraryImage.objects.create(title="Hall", file=ImageFile(get_test_image_file("hall.png")))
    for page in (world.open_page, world.child):
        page.listing_image = picture
        page.save()
    return picture


def _words(client: Client, name: str, *args: object, **query: str) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_a29_where_used_names_and_counts_no_closed_page(
    picture: LibraryImage, editor: Client, world: World, client: Client
) -> None:
    shown = _words(editor, "wagtailimages:image_usage", picture.pk)
    assert "Harbour" in shown
    assert SECRET not in shown
    assert "Private" not in shown
    assert re.search(r"Used\s+1\s+time", _words(editor, "wagtailimages:edit", picture.pk))

    client.force_login(world.chief)
    assert f"{SECRET} minutes" in _words(client, "wagtailimages:image_usage", picture.pk)
    assert re.search(r"Used\s+2\s+times", _words(client, "wagtailimages:edit", picture.pk))


def test_a29_a_form_says_no_title_of_what_it_has_chosen(world: World, editor: Client, client: Client) -> None:
    """And keeps it."""
    world.open_page.listing_image = world.image
    world.open_page.save_revision().publish()

    shown = _words(editor, "wagtailadmin_pages:edit", world.open_page.pk)
    assert SECRET.lower() not in shown.lower()
    assert re.search(rf'name="listing_image"[^>]*value="{world.image.pk}"', shown)
    client.force_login(world.chief)
    assert f"{SECRET} picture" in _words(client, "wagtailadmin_pages:edit", world.open_page.pk)


@pytest.mark.parametrize(("reader", "step"), [("editor", "chosen"), ("chief", "duplicate_found")])
def test_a29_an_upload_is_not_told_that_the_same_picture_is_there(
    world: World, editor: Client, client: Client, reader: str, step: str
) -> None:
    client.force_login(world.chief)
    desk = editor if reader == "editor" else client
    sent = {"title": "Mine", "collection": Collection.get_first_root_node().pk}
    with world.image.file.open() as same:
        sent["file"] = SimpleUploadedFile("mine.png", same.read(), "image/png")
    LibraryImage.objects.get(pk=world.image.pk).get_file_hash()

    told = desk.post(
        reverse("wagtailimages_chooser:create"),
        {f"image-chooser-upload-{name}": value for name, value in sent.items()},
    )

    assert told.json()["step"] == step
    assert (SECRET in told.content.decode()) == (reader == "chief")


def test_a29_what_an_open_page_lies_in_is_not_named(
    world: World, editor: Client, add: Callable[..., Page], restrict: Callable[..., None]
) -> None:
    """Such as a declaration that everyone reads, of a meeting that is closed."""
    declaration = add(world.page, StandardPage, title="Declaration", slug="declaration")
    restrict(declaration, "everyone")

    for name in ("edit", "history", "usage", "copy", "move"):
        shown = _words(editor, f"wagtailadmin_pages:{name}", declaration.pk)
        assert "Declaration" in shown
        assert f"{SECRET} section" not in shown, name
    shown = _words(editor, "wagtailadmin_choose_page_search", q="Declaration")
    assert "Declaration" in shown
    assert f"{SECRET} section" not in shown


def test_a29_the_translation_editor_names_nothing_closed(
    world: World, editor: Client, client: Client, add: Callable[..., Page], restrict: Callable[..., None]
) -> None:
    declaration = add(world.page, StandardPage, title="Declaration", slug="declaration")
    restrict(declaration, "everyone")
    translate_object(declaration, [Locale.objects.get(language_code="fr")], user=world.chief)
    version = declaration.get_translation(Locale.objects.get(language_code="fr"))

    shown = _words(editor, "wagtailadmin_pages:edit", version.pk)
    assert "Declaration" in shown
    assert f"{SECRET} section" not in shown
    client.force_login(world.chief)
    assert f"{SECRET} section" in _words(client, "wagtailadmin_pages:edit", version.pk)


def test_a29_a_text_that_is_edited_gives_no_address_of_what_it_links_to(
    world: World, editor: Client, client: Client
) -> None:
    """It says what the page or the file is called. The numbers stay, or to save the text would lose the link."""
    links = f'<a linktype="page" id="{world.page.pk}">a</a> <a linktype="document" id="{world.document.pk}">b</a>'
    world.open_page.body = [("paragraph", RichText(f"<p>{links}</p>"))]
    world.open_page.save_revision().publish()

    shown = _words(editor, "wagtailadmin_pages:edit", world.open_page.pk)
    assert SECRET.lower() not in shown.lower()
    client.force_login(world.chief)
    shown = _words(client, "wagtailadmin_pages:edit", world.open_page.pk)
    assert "/zorkmid-section/" in shown
    assert re.search(r"zorkmid\w*\.txt", shown)


def test_a29_closed_pages_wait_for_nobody_who_may_not_read_them(
    world: World, person: Callable[..., User], browser_of: Callable[[User], Client]
) -> None:
    reviewer = person("reviewer", "Reviewers")
    assert TaskState.objects.reviewable_by(reviewer).count() == 1

    shown = browser_of(reviewer).get(reverse("wagtailadmin_home")).content.decode()

    assert SECRET not in shown
    assert "Nothing waits for your review." in shown


def test_a29_types_of_pages_are_counted_as_if_nothing_were_closed(
    world: World, editor: Client, client: Client
) -> None:
    def count(shown: str) -> int:
        return int(re.search(r"pages/usage/pages/standardpage/\">(\d+)</a>", shown)[1])

    name = "wagtailadmin_reports:page_types_usage"
    seen = count(_words(editor, name))
    client.force_login(world.chief)

    assert count(_words(client, name)) - seen == Page.objects.filter(slug__startswith="zorkmid").count()


def test_a29_nobody_deletes_below_a_page_what_they_may_not_read(world: World, person: Callable[..., User]) -> None:
    Group.objects.get(name="Publishers").page_permissions.create(
        page=Page.get_first_root_node(), permission=Permission.objects.get(codename="bulk_delete_page")
    )
    editor, home = person("editor", "Publishers"), Page.objects.get(pk=world.home.pk)

    assert home.permissions_for_user(world.chief).can_delete()
    assert not home.permissions_for_user(editor).can_delete()
    assert world.open_page.permissions_for_user(editor).can_delete()


def test_a45_of_many_numbers_the_closed_ones_are_passed_over(world: World, editor: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    shown = editor.get(f"{address}?id={world.open_page.pk}&id={world.page.pk}").content.decode()
    assert "Harbour" in shown
    assert SECRET not in shown
    shown = editor.get(f"{address}?id=all&childOf={world.home.pk}").content.decode()
    assert "Harbour" in shown
    assert SECRET not in shown
    editor.post(f"{address}?id={world.page.pk}&id={world.open_page.pk}")
    assert StandardPage.objects.get(pk=world.page.pk).live
    assert not StandardPage.objects.get(pk=world.open_page.pk).live
    chosen = editor.get(f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={world.page.pk}&id={world.home.pk}")
    assert SECRET not in chosen.content.decode()


def test_a45_a_revision_of_another_page_is_not_there(world: World, editor: Client) -> None:
    revision = world.numbers["revision"]
    for address in (
        reverse("wagtailadmin_pages:revisions_revert", args=[world.open_page.pk, revision]),
        reverse("wagtailadmin_pages:revisions_view", args=[world.open_page.pk, revision]),
        reverse("wagtailadmin_pages:revisions_compare", args=[world.open_page.pk, revision, "latest"]),
        reverse(
            "wagtailadmin_pages:workflow_history_detail", args=[world.open_page.pk, world.numbers["workflow state"]]
        ),
    ):
        assert editor.get(address).status_code == 404
        assert editor.post(address).status_code == 404


def test_a33_a_new_edition_takes_nothing_that_is_closed(
    world: World, add: Callable[..., Page], restrict: Callable[..., None], person: Callable[..., User], heads: object
) -> None:
    series = add(world.home, ForumSeriesPage, title="Forum", slug="forum")
    edition = add(series, ForumEditionPage, title="First", slug="1", number=1)
    add(edition, SessionPage, title="Opening", slug="opening")
    restrict(add(edition, SessionPage, title=f"{SECRET} session", slug="hidden"), "named", groups=(heads,))
    restrict(edition, "members")

    user = person("starter", "Publishers", "Members")
    new = start_edition_from(ForumEditionPage.objects.get(pk=edition.pk), title="Second", number=2, user=user)

    assert [page.title for page in new.get_children()] == ["Opening"]
    assert not can(anonymous(), "view", new)
