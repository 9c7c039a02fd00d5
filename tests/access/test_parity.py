"""This object, these rows, this search: one answer, which is the reference's too, whatever the tree and the rules."""

import datetime
from typing import NamedTuple

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from access.assigning import assign_everything
from access.changing import Wanted, set_access
from access.models import AccessClass
from access.policy import can, class_of, readable, search_filter
from access.principals import principal_of
from pages.demonstration.loader.indexing import indexed_once
from pages.models import HomePage, StandardPage
from tests.access.reference import Node, Reader, Rule, may_discover, may_view

NOW = timezone.now()
DAY = datetime.timedelta(days=1)
READERS = (
    Reader(""),
    Reader("nobody"),
    Reader("member", is_member=True),
    Reader("suspended", is_member=True, is_active=False, groups={"Heads"}),
    Reader("head", groups={"Heads"}),
    Reader("named"),
    Reader("editor", is_editor=True),
    Reader("chief", is_superuser=True),
)


class Step(NamedTuple):
    """Add a page below an earlier one, as a page, an alias of another or a translation of another; or move one."""

    what: str
    place: int
    other: int


rules = st.builds(
    Rule,
    setting=st.sampled_from(["everyone", "members", "named"]),
    starts=st.sampled_from((None, NOW - DAY, NOW + DAY)),
    ends=st.sampled_from((None, NOW + 2 * DAY)),
    discovery=st.sampled_from(["", "members", "everyone"]),
    persons=st.sampled_from([set(), {"named"}, {"named", "suspended"}]),
    groups=st.sampled_from([set(), {"Heads"}]),
)
steps = st.lists(
    st.builds(
        Step, st.sampled_from(["page", "page", "alias", "translation", "move"]), st.integers(0, 9), st.integers(0, 9)
    ),
    min_size=1,
    max_size=7,
)


@pytest.fixture
def readers(db: None) -> list[tuple[Reader, User | AnonymousUser]]:
    heads, members = Group.objects.create(name="Heads"), Group.objects.get(name="Members")
    found: list[tuple[Reader, User | AnonymousUser]] = []
    for reader in READERS:
        if not reader.name:
            found.append((reader, AnonymousUser()))
            continue
        user = User.objects.create(username=reader.name, is_active=reader.is_active, is_superuser=reader.is_superuser)
        groups = [members] * reader.is_member + [heads] * bool(reader.groups)
        user.groups.set(groups + [Group.objects.get(name="Authors")] * reader.is_editor)
        found.append((reader, user))
    return found


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
    # What fails is shown as it was found: to shorten it takes minutes.
    phases=[Phase.explicit, Phase.generate],
)
@given(steps=steps, where=st.dictionaries(st.integers(0, 9), rules, max_size=4), late=st.booleans())
def test_three_forms_give_the_answer_of_the_reference(
    readers: list[tuple[Reader, User | AnonymousUser]],
    homes: dict[str, HomePage],
    steps: list[Step],
    where: dict[int, Rule],
    late: bool,
) -> None:
    """Rules are set before the tree grows, or after."""
    with transaction.atomic(), indexed_once():
        tree = Tree(homes)
        built = steps[: len(steps) // 2] if not late else steps
        for step in built:
            tree.do(step)
        named = tree.restrict(where)
        for step in steps[len(built) :]:
            tree.do(step)
        _compare(readers, tree, named)
        before = _classes(tree)
        assign_everything()
        assert _classes(tree) == before
        transaction.set_rollback(True)


def _classes(tree: "Tree") -> dict[int, str]:
    keys = dict(AccessClass.objects.values_list("pk", "key"))
    return {page.pk: keys[class_of(page)] for page in tree.fresh()}


def _compare(readers: list[tuple[Reader, User | AnonymousUser]], tree: "Tree", named: dict[str, Rule]) -> None:
    nodes = tree.nodes()
    for reader, user in readers:
        principal = principal_of(user)
        rows = {
            action: set(readable(principal, Page.objects.all(), action).values_list("pk", flat=True))
            for action in ("view", "discover")
        }
        searched = search_filter(principal)
        for page in tree.fresh():
            work = str(page.translation_key)
            seen = may_view(reader, work, nodes, named, NOW)
            known = may_discover(reader, work, nodes, named, NOW)
            assert bool(can(principal, "view", page)) == seen
            assert (page.pk in rows["view"]) == seen
            assert (class_of(page) in searched) == seen
            assert bool(can(principal, "discover", page)) == known
            assert (page.pk in rows["discover"]) == known


class Tree:
    def __init__(self, homes: dict[str, HomePage]) -> None:
        self.ids = [homes["en"].pk, homes["fr"].pk]

    def fresh(self) -> list[Page]:
        return list(Page.objects.filter(pk__in=self.ids).order_by("path"))

    def at(self, number: int) -> Page:
        return Page.objects.get(pk=self.ids[number % len(self.ids)])

    def do(self, step: Step) -> None:
        place, other = self.at(step.place), self.at(step.other)
        name = f"p{len(self.ids)}"
        if step.what == "page":
            self.ids.append(place.add_child(instance=StandardPage(title=name, slug=name, locale=place.locale)).pk)
        elif other.depth == 2:
            return
        elif step.what == "alias":
            alias = CreatePageAliasAction(other.specific, parent=place, update_slug=name).execute(
                skip_permission_checks=True
            )
            self.ids.append(alias.pk)
        elif step.what == "move":
            if place.pk != other.pk and not place.is_descendant_of(other):
                other.move(place, pos="last-child")
        else:
            self._translate(place, other, name)

    def _translate(self, place: Page, other: Page, name: str) -> None:
        """A version of `other` in the other language, wherever it lies."""
        taken = Page.objects.filter(translation_key=other.translation_key, locale=place.locale)
        if taken.exists() or other.alias_of_id:
            return
        version = StandardPage(title=name, slug=name, locale=place.locale, translation_key=other.translation_key)
        self.ids.append(place.add_child(instance=version).pk)

    def restrict(self, where: dict[int, Rule]) -> dict[str, Rule]:
        named: dict[str, Rule] = {}
        for number, rule in where.items():
            page = self.at(number)
            named[str(page.translation_key)] = rule
            is_named = rule.setting == "named"
            wanted = Wanted(
                rule.setting,
                rule.discovery,
                rule.starts,
                rule.ends,
                frozenset(Group.objects.filter(name__in=rule.groups)) if is_named else frozenset(),
                frozenset(User.objects.filter(username__in=rule.persons)) if is_named else frozenset(),
            )
            set_access(page, wanted, by=None)
        return named

    def nodes(self) -> list[Node]:
        """The tree as the reference reads it."""
        pages = list(Page.objects.order_by("path"))
        made = {page.path: Node(str(page.translation_key)) for page in pages}
        by_pk = {page.pk: made[page.path] for page in pages}
        for page in pages:
            made[page.path].parent = made.get(page.path[: -Page.steplen])
            made[page.path].source = by_pk.get(page.alias_of_id)
        return list(made.values())
