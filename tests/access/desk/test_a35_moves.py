"""What moves or is copied is read by no more people than before, unless somebody who may do so says so."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from treebeard.mp_tree import MP_MoveHandler, MP_Node
from wagtail.models import Collection, Page

from access.models import AccessRule, AuditEntry
from access.policy import can
from access.principals import anonymous
from library.models import LibraryDocument
from pages.models import HomePage, StandardPage

Add = Callable[..., StandardPage]
TICK = {"let_more_people_read": "on"}


@pytest.fixture
def section(homes: dict[str, HomePage], add: Add, restrict: Callable[..., None], heads: Group) -> StandardPage:
    """A closed section; what lies in it inherits."""
    section = add(homes["en"], StandardPage, title="Section", slug="section")
    restrict(section, "named", groups=(heads,))
    return section


@pytest.fixture
def minutes(section: StandardPage, add: Add) -> StandardPage:
    return add(section, StandardPage, title="Minutes", slug="minutes")


@pytest.fixture
def head(person: Callable[..., User], browser_of: Callable[[User], Client], heads: Group) -> Client:
    """May let more people read."""
    return browser_of(person("head", "Publishers", "Heads of agency"))


@pytest.fixture
def narrow(person: Callable[..., User], browser_of: Callable[[User], Client], heads: Group) -> Client:
    """May publish, and not let more people read."""
    user = person("narrow", "Publishers", "Heads of agency")
    Group.objects.get(name="Publishers").permissions.filter(codename="widen_access").delete()
    return browser_of(user)


def _move(client: Client, page: Page, to: Page, **sent: str) -> str:
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, to.pk])
    return client.post(address, sent, follow=True).content.decode()


def _fields(to: Page, **more: str) -> dict[str, str]:
    return {"new_title": "Minutes", "new_slug": "minutes-2", "new_parent_page": str(to.pk), **more}


def test_a35_to_move_out_of_a_closed_section_takes_a_tick(
    minutes: StandardPage, homes: dict[str, HomePage], head: Client
) -> None:
    shown = _move(head, minutes, homes["en"])

    assert "Opens:" in shown
    assert "for everyone" in shown
    assert not can(anonymous(), "view", minutes)
    assert StandardPage.objects.get(pk=minutes.pk).get_parent().title == "Section"
    _move(head, minutes, homes["en"], **TICK)
    assert can(anonymous(), "view", minutes)
    entry = AuditEntry.objects.get(action="move")
    assert (entry.actor, entry.object_name, entry.after) == ("head", "Minutes", "everyone")
    assert entry.before.startswith("named")


def test_a35_to_move_out_takes_a_right(minutes: StandardPage, homes: dict[str, HomePage], narrow: Client) -> None:
    shown = _move(narrow, minutes, homes["en"], **TICK)

    assert "You may not let more people read." in shown
    assert StandardPage.objects.get(pk=minutes.pk).get_parent().title == "Section"
    assert not can(anonymous(), "view", minutes)


def test_a35_many_at_once(minutes: StandardPage, homes: dict[str, HomePage], head: Client, narrow: Client) -> None:
    address = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'move'])}?id={minutes.pk}"
    to = {"chooser": homes["en"].pk}

    narrow.post(address, {**to, **TICK})
    assert not can(anonymous(), "view", minutes)


def test_a35_many_at_once_with_a_tick(minutes: StandardPage, homes: dict[str, HomePage], head: Client) -> None:
    address = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'move'])}?id={minutes.pk}"
    to = {"chooser": homes["en"].pk}

    assert "Opens:" in head.post(address, to).content.decode()
    assert not can(anonymous(), "view", minutes)
    head.post(address, {**to, **TICK})
    assert can(anonymous(), "view", minutes)


def test_a35_to_move_into_a_closed_section_takes_nothing(
    section: StandardPage, homes: dict[str, HomePage], add: Add, narrow: Client
) -> None:
    page = add(homes["en"], StandardPage, title="Harbour", slug="harbour")

    _move(narrow, page, section)

    assert not can(anonymous(), "view", page)
    assert StandardPage.objects.get(pk=page.pk).get_parent().title == "Section"


def test_a35_a_move_by_code_is_logged(minutes: StandardPage, homes: dict[str, HomePage]) -> None:
    Page.objects.get(pk=minutes.pk).move(Page.objects.get(pk=homes["en"].pk), pos="last-child")

    assert can(anonymous(), "view", minutes)
    assert AuditEntry.objects.filter(action="move", actor="", object_name="Minutes").count() == 1


@pytest.mark.parametrize("move", [MP_Node.move, lambda *move: MP_MoveHandler(*move).process()])
def test_a35_a_move_past_wagtail_opens_and_closes_all_that_lies_below(
    section: StandardPage, minutes: StandardPage, homes: dict[str, HomePage], add: Add, move: Callable[..., None]
) -> None:
    chapter = add(homes["en"], StandardPage, title="Chapter", slug="chapter")
    annex = add(chapter, StandardPage, title="Annex", slug="annex")

    move(Page.objects.get(pk=chapter.pk), Page.objects.get(pk=section.pk), "first-child")
    assert [bool(can(anonymous(), "view", page)) for page in (chapter, annex)] == [False, False]

    move(StandardPage.objects.get(pk=minutes.pk), Page.objects.get(pk=homes["en"].pk), "last-child")
    assert can(anonymous(), "view", minutes)

    logged = AuditEntry.objects.filter(action="move").order_by("pk")
    rule = f"named (rule {AccessRule.objects.get(work=section.translation_key).pk})"
    assert list(logged.values_list("object_name", "before", "after")) == [
        ("Chapter", "everyone", rule),
        ("Minutes", rule, "everyone"),
    ]


def test_a35_another_order_in_a_section_is_no_move(section: StandardPage, minutes: StandardPage, add: Add) -> None:
    add(section, StandardPage, title="Annex", slug="annex")
    MP_MoveHandler(Page.objects.get(pk=minutes.pk), Page.objects.get(pk=section.pk), "last-child").process()
    assert [page.title for page in Page.objects.child_of(section)] == ["Annex", "Minutes"]
    assert not can(anonymous(), "view", minutes)
    assert not AuditEntry.objects.filter(action="move").exists()


def test_a35_a_collection_moved_past_wagtail_closes_the_files_in_it(
    restrict: Callable[..., None], heads: Group, shelf: Collection
) -> None:
    restrict(shelf, "named", groups=(heads,))
    inner = Collection.get_first_root_node().add_child(name="Inner shelf")
    document = LibraryDocument.objects.create(title="Paper", file="paper.txt", collection=inner)
    MP_MoveHandler(Collection.objects.get(pk=inner.pk), Collection.objects.get(pk=shelf.pk), "sorted-child").process()
    assert not can(anonymous(), "view", document)


def test_a33_to_copy_out_of_a_closed_section_takes_a_tick(
    minutes: StandardPage, homes: dict[str, HomePage], head: Client
) -> None:
    address, before = reverse("wagtailadmin_pages:copy", args=[minutes.pk]), Page.objects.count()

    assert "Opens:" in head.post(address, _fields(homes["en"])).content.decode()
    assert Page.objects.count() == before
    head.post(address, _fields(homes["en"], **TICK))
    assert can(anonymous(), "view", StandardPage.objects.get(slug="minutes-2"))
    assert AuditEntry.objects.filter(action="let more read", actor="head").count() == 1


def test_a33_a_copy_takes_its_rules_along(section: StandardPage, minutes: StandardPage, narrow: Client) -> None:
    """Also those of what lies below."""
    address = reverse("wagtailadmin_pages:copy", args=[section.pk])

    narrow.post(address, _fields(section.get_parent(), new_slug="section-2", copy_subpages="on"))

    copy = StandardPage.objects.get(slug="section-2")
    assert AccessRule.objects.filter(work=copy.translation_key, setting="named").exists()
    assert not can(anonymous(), "view", copy)
    assert not can(anonymous(), "view", copy.get_children().get())


def test_a34_to_make_an_alias_a_page_of_its_own_takes_a_tick(
    minutes: StandardPage, homes: dict[str, HomePage], head: Client, narrow: Client
) -> None:
    alias = minutes.create_alias(parent=Page.objects.get(pk=homes["en"].pk), update_slug="alias")
    address = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    assert not can(anonymous(), "view", alias)

    assert "Opens:" not in narrow.post(address, TICK, follow=True).content.decode()
    assert not can(anonymous(), "view", alias)
    assert Page.objects.get(pk=alias.pk).alias_of_id == minutes.pk


def test_a35_to_put_a_document_elsewhere_takes_a_tick(
    restrict: Callable[..., None], heads: Group, shelf: Collection, head: Client
) -> None:
    restrict(shelf, "named", groups=(heads,))
    document = LibraryDocument.objects.create(title="Paper", file="paper.txt", collection=shelf)
    open_shelf = Collection.get_first_root_node().add_child(name="Open shelf")
    address = reverse("wagtaildocs:edit", args=[document.pk])
    sent = {"title": "Paper", "collection": str(open_shelf.pk), "tags": ""}

    assert "Opens:" in head.post(address, sent).content.decode()
    assert not can(anonymous(), "view", document)
    head.post(address, {**sent, **TICK})
    assert LibraryDocument.objects.get(pk=document.pk).collection_id == open_shelf.pk
    assert can(anonymous(), "view", document)


def test_a35_to_put_many_documents_elsewhere_takes_a_tick(
    restrict: Callable[..., None], heads: Group, shelf: Collection, head: Client
) -> None:
    restrict(shelf, "named", groups=(heads,))
    document = LibraryDocument.objects.create(title="Paper", file="paper.txt", collection=shelf)
    action = reverse("wagtail_bulk_action", args=["library", "librarydocument", "add_to_collection"])
    sent = {"collection": Collection.get_first_root_node().pk}

    assert "Opens:" in head.post(f"{action}?id={document.pk}", sent).content.decode()
    assert not can(anonymous(), "view", document)
    head.post(f"{action}?id={document.pk}", {**sent, **TICK})
    assert can(anonymous(), "view", document)


def test_a35_many_documents_put_where_fewer_read_are_closed_at_once(
    restrict: Callable[..., None], heads: Group, shelf: Collection, head: Client
) -> None:
    restrict(shelf, "named", groups=(heads,))
    document = LibraryDocument.objects.create(title="Paper", file="paper.txt")
    action = reverse("wagtail_bulk_action", args=["library", "librarydocument", "add_to_collection"])
    assert can(anonymous(), "view", document)

    head.post(f"{action}?id={document.pk}", {"collection": shelf.pk})

    assert LibraryDocument.objects.get(pk=document.pk).collection_id == shelf.pk
    assert not can(anonymous(), "view", document)


def test_a35_to_put_a_collection_elsewhere_takes_a_tick(
    restrict: Callable[..., None], heads: Group, shelf: Collection, chief: User, client: Client
) -> None:
    restrict(shelf, "named", groups=(heads,))
    inner = shelf.add_child(name="Inner shelf")
    document = LibraryDocument.objects.create(title="Paper", file="paper.txt", collection=inner)
    client.force_login(chief)
    address = reverse("wagtailadmin_collections:edit", args=[inner.pk])
    sent = {"name": "Inner shelf", "parent": str(Collection.get_first_root_node().pk)}

    assert "Opens:" in client.post(address, sent).content.decode()
    assert not can(anonymous(), "view", document)
    client.post(address, {**sent, **TICK})
    assert can(anonymous(), "view", document)
