"""Each group may do this and no more: at pages, in the library, with records, with translations."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from wagtail.models import Collection, GroupApprovalTask, Page, Workflow
from wagtail.permissions import policy_registry

from library.models import LibraryDocument, LibraryImage
from pages.models import StandardPage

GROUPS = ["Authors", "Reviewers", "Publishers", "Translators"]

# What each may do with a page of somebody else; `add` is below it. Columns: add, edit, publish, unpublish, delete,
# lock, unlock, move.
PAGES = {
    "Authors": "add",
    "Reviewers": "edit",
    "Publishers": "add edit publish unpublish delete lock unlock move",
    "Translators": "edit",
    "": "",
}
MODEL_RIGHTS = {
    "Authors": {"wagtailadmin.access_admin", "pages.add_person", "pages.add_organisation", "pages.view_topic"},
    "Reviewers": {
        "wagtailadmin.access_admin",
        "pages.add_person",
        "pages.change_person",
        "pages.add_organisation",
        "pages.change_organisation",
        "pages.view_topic",
    },
    "Publishers": {
        "wagtailadmin.access_admin",
        "pages.add_person",
        "pages.change_person",
        "pages.delete_person",
        "pages.add_organisation",
        "pages.change_organisation",
        "pages.delete_organisation",
        "pages.add_topic",
        "pages.change_topic",
        "pages.delete_topic",
        "access.widen_access",
        "search.add_synonyms",
        "search.change_synonyms",
        "search.delete_synonyms",
        "search.view_unansweredsearch",
    },
    "Translators": {
        "wagtailadmin.access_admin",
        "wagtail_localize.submit_translation",
        "pages.change_person",
        "pages.change_organisation",
        "pages.change_topic",
        "search.add_synonyms",
        "search.change_synonyms",
    },
    "": set(),
}
# With what somebody else put there.
LIBRARY = {
    "Authors": "add choose",
    "Reviewers": "add change delete choose",
    "Publishers": "add change delete choose",
    "Translators": "choose",
    "": "",
}


@pytest.fixture
def member(db):
    def make(group, **fields):
        user = User.objects.create_user(group or "nobody", **fields)
        user.groups.set(Group.objects.filter(name=group))
        return user

    return make


@pytest.fixture
def page(homes, add):
    return add(homes["en"], StandardPage, title="Page", slug="page", owner=User.objects.create_user("somebody"))


def rights_at(page, user):
    may = page.permissions_for_user(user)
    rights = {
        "add": may.can_add_subpage(),
        "edit": may.can_edit(),
        "publish": may.can_publish(),
        "unpublish": may.can_unpublish(),
        "delete": may.can_delete(),
        "lock": may.can_lock(),
        "unlock": may.can_unlock(),
        "move": may.can_move(),
    }
    return {name for name, has in rights.items() if has}


def reachable(user):
    """The pages over which `user` has any right."""
    every = ["add", "change", "publish", "lock", "unlock", "bulk_delete", "invent"]
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, every)


@pytest.mark.parametrize("group", PAGES)
def test_rights_at_somebody_else_s_page(member, page, group):
    assert rights_at(page, member(group)) == set(PAGES[group].split())


def test_the_administrator_may_everything_and_strangers_nothing(member, page):
    everything = set(PAGES["Publishers"].split())

    assert rights_at(page, member("", is_superuser=True)) == everything
    assert not reachable(AnonymousUser()).exists()


@pytest.mark.parametrize("group", GROUPS)
def test_who_is_inactive_may_nothing(member, page, group):
    user = member(group, is_active=False)

    assert not reachable(user).exists()
    assert user.get_all_permissions() == set()
    assert not policy_registry.get_by_type(LibraryImage).user_has_permission(user, "choose")


@pytest.mark.parametrize("group", MODEL_RIGHTS)
def test_rights_over_records_and_translations(member, group):
    held = {right for right in member(group).get_all_permissions() if not right.endswith("_page")}

    assert held == MODEL_RIGHTS[group]


@pytest.mark.parametrize("group", LIBRARY)
@pytest.mark.parametrize("model", [LibraryImage, LibraryDocument])
def test_rights_in_the_library(member, group, model):
    user, policy = member(group), policy_registry.get_by_type(model)
    theirs = model(title="Theirs", collection=Collection.get_first_root_node())

    held = {
        action
        for action in ("change", "delete", "choose", "invent")
        if policy.user_has_permission_for_instance(user, action, theirs)
    }
    held |= {"add"} if policy.user_has_permission(user, "add") else set()

    assert held == set(LIBRARY[group].split())


def test_an_author_edits_and_deletes_their_own_draft_only(member, homes, add):
    author = member("Authors")
    own = add(homes["en"], StandardPage, title="Own", slug="own", owner=author, live=False)

    assert rights_at(own, author) == {"add", "edit", "delete", "move"}


def test_an_invented_right_is_nobody_s(member, page):
    assert not member("Publishers").has_perm("pages.invent_person")


def test_wagtail_s_own_groups_are_gone(db):
    of_members = ["Auditors", "Members", "Membership officers"]
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted([*GROUPS, *of_members])


def test_the_way_to_publication_is_review_then_publication(db):
    root = Page.objects.get(depth=1)

    assert Workflow.objects.count() == 1
    tasks = root.get_workflow().tasks
    assert [[group.name for group in task.specific.groups.all()] for task in tasks] == [["Reviewers"], ["Publishers"]]
    assert GroupApprovalTask.objects.count() == 2
