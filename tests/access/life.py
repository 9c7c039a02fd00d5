"""What can happen to pages, rules, people and time: done to the site and to the reference's idea of it; compared."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser, Group, User
from django.db import transaction
from django.test import Client, TestCase
from django.utils import timezone
from guardian.shortcuts import assign_perm
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page

from access.changing import Wanted, set_access
from access.models import PageUserGrant
from access.principals import Principal, principal_of
from network.membership import verbs
from network.membership.backend import MemberBackend
from network.membership.models import Membership
from pages.cache import shared
from pages.models import HomePage, StandardPage
from tests.access.answers import Answers, Clock
from tests.access.reference import Reader, Rule
from tests.access.world import DAY, Leaf, World

MOST_PAGES = 8
OTHER = {"en": "fr", "fr": "en"}
MEMBER_BACKEND = "network.membership.backend.MemberBackend"

numbers = st.integers(0, 30)
names = st.sampled_from(["member", "head", "named"])
dates = st.sampled_from([(None, None), (None, None), (None, None), (1, None), (None, 2), (1, 3), (None, 0)])


def committed(step: Callable[..., None]) -> Callable[..., None]:
    """What is to happen after the transaction happens: the page cache is told."""

    @wraps(step)
    def taken(*arguments: Any, **named: Any) -> None:
        with TestCase.captureOnCommitCallbacks(execute=True):
            step(*arguments, **named)

    return taken


class Life(RuleBasedStateMachine):
    """The site and the reference's idea of it, changed together and compared after each step."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        readers = [
            Reader(""),
            Reader("member", is_member=True),
            Reader("head", groups={"Heads"}),
            Reader("named"),
            Reader("editor", is_editor=True),
        ]
        self.people = {reader.name: self._account(reader) for reader in readers if reader.name}
        self.chief = User.objects.create_superuser("chief")
        self.browsers = {reader.name: self._browser(reader.name) for reader in readers}
        verbs.admit(self.people["member"], reason="From the first day")
        homes = HomePage.objects.select_related("locale").filter(locale__language_code__in=OTHER)
        leaves = [Leaf(work="home", language=home.locale.language_code, pk=home.pk) for home in homes]
        self.world = World(leaves, {reader.name: reader for reader in readers}, timezone.now())
        # What was answered after the last step, by reader and address.
        self.found: dict[tuple[str, str], tuple] = {}
        self._plant()

    def _plant(self) -> None:
        """A section with a paper in two languages, so that there is something to change."""
        self.create(place=next(number for number, home in enumerate(self.world.leaves) if home.language == "en"))
        self.create(place=2)
        self.translate(which=3, is_published=True)

    def _account(self, reader: Reader) -> User:
        user = User.objects.create(username=reader.name)
        named = [*reader.groups, *["Authors"] * reader.is_editor]
        user.groups.set(Group.objects.get_or_create(name=name)[0] for name in named)
        return user

    def _browser(self, name: str) -> Client:
        browser = Client()
        if name:
            browser.force_login(self.people[name], MEMBER_BACKEND)
        return browser

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
        self.clock.moved = 0 * DAY
        shared.store.clear()
        shared.parts.clear()

    def page(self, leaf: Leaf) -> Page:
        return Page.objects.get(pk=leaf.pk)

    # What becomes of pages.

    def has_room(self) -> bool:
        return len(self.world.leaves) < MOST_PAGES

    @precondition(has_room)
    @rule(place=numbers)
    @committed
    def create(self, place: int) -> None:
        parent = self.world.pick(place)
        leaf = self.world.grow(parent, language=parent.language)
        above = self.page(parent)
        leaf.pk = above.add_child(instance=StandardPage(title=leaf.slug, slug=leaf.slug, locale=above.locale)).pk

    @precondition(has_room)
    @rule(which=numbers, is_published=st.booleans())
    @committed
    def translate(self, which: int, is_published: bool) -> None:
        original = self.world.pick(which)
        language = OTHER[original.language]
        if original.is_home or original.source or self.world.version(original, language):
            return
        locale = Locale.objects.get(language_code=language)
        self.page(original).specific.copy_for_translation(locale, copy_parents=True)
        leaf = self._translated(original, language)
        if is_published:
            self._publish(leaf)

    def _translated(self, original: Leaf, language: str) -> Leaf:
        """The version that was made, and before it those of the pages above that the language lacked."""
        found = self.world.version(original, language)
        if found is None:
            parent = self._translated(original.parent, language)
            found = self.world.grow(parent, language=language, work=original.work, is_live=False)
            key = self.page(original).translation_key
            page = Page.objects.get(translation_key=key, locale__language_code=language)
            page.slug, found.pk = found.slug, page.pk
            page.save()
        return found

    @precondition(has_room)
    @rule(which=numbers, place=numbers)
    @committed
    def alias(self, which: int, place: int) -> None:
        source, parent = self.world.pick(which), self.world.pick(place)
        if source.is_home:
            return
        leaf = self.world.grow(parent, language=source.language, source=source, is_live=source.is_live)
        action = CreatePageAliasAction(self.page(source).specific, parent=self.page(parent), update_slug=leaf.slug)
        leaf.pk = action.execute(skip_permission_checks=True).pk

    @precondition(has_room)
    @rule(which=numbers, place=numbers)
    @committed
    def copy(self, which: int, place: int) -> None:
        original, parent = self.world.pick(which), self.world.pick(place)
        if original.is_home:
            return
        leaf = self.world.grow(parent, language=original.language, is_live=original.is_live)
        names_anew = {"slug": leaf.slug, "title": leaf.slug}
        leaf.pk = self.page(original).specific.copy(to=self.page(parent), update_attrs=names_anew).pk
        self.world.carry_rule(original, leaf)

    @rule(which=numbers, place=numbers)
    @committed
    def move(self, which: int, place: int) -> None:
        leaf, parent = self.world.pick(which), self.world.pick(place)
        if not leaf.is_home and not parent.is_within(leaf):
            self.page(leaf).specific.move(self.page(parent), pos="last-child")
            leaf.parent = parent

    @rule(which=numbers)
    @committed
    def publish(self, which: int) -> None:
        leaf = self.world.pick(which)
        if not leaf.source:
            self._publish(leaf)

    def _publish(self, leaf: Leaf) -> None:
        self.page(leaf).specific.save_revision().publish()
        self.world.publish(leaf, live=True)

    @rule(which=numbers)
    @committed
    def unpublish(self, which: int) -> None:
        leaf = self.world.pick(which)
        if not leaf.is_home:
            self.page(leaf).specific.unpublish()
            self.world.publish(leaf, live=False)

    @rule(which=numbers)
    @committed
    def delete(self, which: int) -> None:
        leaf = self.world.pick(which)
        if not leaf.is_home:
            self.page(leaf).specific.delete()
            self.world.delete(leaf)

    # What is set on them.

    @rule(
        which=numbers,
        setting=st.sampled_from(["members", "named", "named"]),
        discovery=st.sampled_from(["", "", "members", "everyone"]),
        days=dates,
        persons=st.frozensets(names),
        groups=st.frozensets(st.just("Heads")),
    )
    @committed
    def restrict(self, which: int, setting: str, discovery: str, days: tuple, persons: set, groups: set) -> None:
        starts, ends = (None if day is None else self.world.now + (day - 0.5) * DAY for day in days)
        named = (set(persons), set(groups)) if setting == "named" else (set(), set())
        self._set(self.world.pick(which), Rule(setting, starts, ends, discovery, *named))

    @rule(which=numbers, inherits=st.booleans())
    @committed
    def widen(self, which: int, inherits: bool) -> None:
        self._set(self.world.pick(which), None if inherits else Rule("everyone"))

    def _set(self, leaf: Leaf, set_on: Rule | None) -> None:
        if set_on is None:
            wanted = Wanted()
            self.world.rules.pop(leaf.work, None)
        else:
            set_on.workers = self.world.workers_on(leaf)
            self.world.rules[leaf.work] = set_on
            wanted = Wanted(
                set_on.setting,
                set_on.discovery,
                set_on.starts,
                set_on.ends,
                frozenset(Group.objects.filter(name__in=set_on.groups)),
                frozenset(self.people[name] for name in set_on.persons),
            )
        set_access(self.page(leaf), wanted, by=self.chief)

    @rule(which=numbers, name=names)
    @committed
    def name(self, which: int, name: str) -> None:
        """By django-guardian, on any version; it counts where persons are named at all."""
        leaf = self.world.pick(which)
        assign_perm("view_page", self.people[name], self.page(leaf))
        set_on = self.world.rules.get(leaf.work)
        if set_on and set_on.setting == "named":
            set_on.persons.add(name)

    @rule(which=numbers, name=names)
    @committed
    def engage(self, which: int, name: str) -> None:
        """As a guest editor of a page and what lies below it."""
        leaf = self.world.pick(which)
        assign_perm("change_page", self.people[name], self.page(leaf))
        self.world.workers_on(leaf).add(name)

    @rule(which=numbers, name=names)
    @committed
    def revoke(self, which: int, name: str) -> None:
        leaf = self.world.pick(which)
        key = self.page(leaf).translation_key
        PageUserGrant.objects.filter(content_object__translation_key=key, user=self.people[name]).delete()
        self.world.workers_on(leaf).discard(name)
        if leaf.work in self.world.rules:
            self.world.rules[leaf.work].persons.discard(name)

    # What becomes of people, and of time.

    @rule()
    @committed
    def join(self) -> None:
        if not self.world.readers["member"].is_member:
            verbs.admit(self.people["member"], reason="Again")
            self.world.readers["member"].is_member, self.world.last_day = True, None

    @rule(how=st.sampled_from(["suspend", "end"]))
    @committed
    def leave(self, how: str) -> None:
        if self.world.readers["member"].is_member:
            getattr(verbs, how)(self._membership(), actor=self.chief, reason="As it was decided")
            self.world.readers["member"].is_member, self.world.last_day = False, None

    @rule()
    @committed
    def be_member_until_today(self) -> None:
        if self.world.readers["member"].is_member:
            verbs.extend(self._membership(), actor=self.chief, until=timezone.localdate())
            self.world.last_day = self.world.days

    def _membership(self) -> Membership:
        return Membership.objects.get(user=self.people["member"])

    @rule(name=names, is_in=st.booleans())
    @committed
    def change_group(self, name: str, is_in: bool) -> None:
        heads = Group.objects.get(name="Heads")
        change, noted = ("add", {"Heads"}) if is_in else ("remove", set())
        getattr(self.people[name].groups, change)(heads)
        self.world.readers[name].groups = noted

    @rule(name=names)
    @committed
    def disable_or_enable(self, name: str) -> None:
        reader = self.world.readers[name]
        reader.is_active = not reader.is_active
        User.objects.filter(username=name).update(is_active=reader.is_active)

    @precondition(lambda self: self.world.days < 12)
    @rule()
    @committed
    def sleep(self) -> None:
        self.clock.moved += DAY
        self.world.begin_day()

    # What must be so after every step.

    @invariant()
    def every_answer_is_the_reference_s(self) -> None:
        expected, found = {}, self.found
        found.clear()
        for reader in self.world.readers.values():
            answers = Answers(self._principal(reader.name), self.browsers[reader.name])
            for leaf in self.world.leaves:
                seen, known = self.world.may_view(reader, leaf), self.world.may_discover(reader, leaf)
                key = reader.name, leaf.address
                expected[key] = (seen, seen, seen, known, known, self.world.status(reader, leaf))
                found[key] = answers.about(self.page(leaf), leaf.address)
        assert found == expected

    def _principal(self, name: str) -> Principal:
        """As a request with a session would find it."""
        user = MemberBackend().get_user(self.people[name].pk) if name else None
        return principal_of(user or AnonymousUser())

    @invariant()
    def test_a34_no_version_and_no_alias_is_more_open(self) -> None:
        for name in self.world.readers:
            opened = {leaf: self.found[name, leaf.address][0] for leaf in self.world.leaves}
            for leaf, is_open in opened.items():
                assert {opened[one] for one in opened if one.work == leaf.work} == {is_open}
                assert opened.get(leaf.source, True) or not is_open
