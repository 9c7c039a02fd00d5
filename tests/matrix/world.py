"""A site with something of every kind behind every kind of rule, and a word of its own in every field of it."""

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.utils import timezone
from guardian.shortcuts import assign_perm
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Page

from access.changing import Wanted, set_access
from library.models import LibraryDocument, LibraryImage
from network.membership.models import Membership
from network.membership.verbs import admit, suspend
from pages.demonstration.loader.indexing import indexed_once
from pages.models import (
    Adherence,
    Authorship,
    BasePage,
    DeclarationPage,
    ForumEditionPage,
    ForumSeriesPage,
    HomePage,
    IndexPage,
    NewsPage,
    Organisation,
    OrganisationRole,
    PageRelation,
    Person,
    PersonRole,
    RecommendationPage,
    RelatedOutcome,
    ResearchPaperPage,
    SessionPage,
    StandardPage,
    Topic,
    WorkFile,
)
from tests.access.reference import Node, Reader, Rule
from tests.matrix.canaries import Canaries, Needs
from tests.matrix.filling import Filler
from tests.matrix.reference import DAY, HEADS, Judge, Known

LISTS = ("series", "edition", "declaration", "recommendation", "paper", "news", "children")
TYPES: tuple[type[BasePage], ...] = (
    ForumSeriesPage,
    ForumEditionPage,
    SessionPage,
    DeclarationPage,
    RecommendationPage,
    ResearchPaperPage,
    NewsPage,
)
READERS = (
    Reader(""),
    Reader("stranger"),
    Reader("member", is_member=True),
    Reader("ended"),
    Reader("suspended"),
    Reader("head", groups={HEADS}),
    Reader("named"),
    Reader("lapsed"),
    Reader("disabled", is_active=False, is_member=True, groups={HEADS}),
    Reader("fired", is_active=False, is_superuser=True),
    Reader("guest"),
    Reader("author", is_editor=True),
    Reader("reviewer", is_editor=True),
    Reader("publisher", is_editor=True),
    Reader("translator", is_editor=True),
    Reader("auditor", is_editor=True),
    Reader("chief", is_superuser=True),
)
GROUPS = {
    "head": (HEADS,),
    "disabled": (HEADS,),
    "author": ("Authors",),
    "reviewer": ("Reviewers",),
    "publisher": ("Publishers",),
    "translator": ("Translators",),
    "auditor": ("Auditors",),
}


def states(now: datetime.datetime) -> dict[str, Rule | None]:
    """The section of each state has this rule; what lies in it inherits, unless `fill` says otherwise."""
    return {
        "open": None,
        "members": Rule("members"),
        "group": Rule("named", groups={HEADS}),
        "person": Rule("named", persons={"named"}),
        "later": Rule("everyone", starts=now + DAY),
        "past": Rule("everyone", ends=now - DAY),
        "known": Rule("named", persons={"named"}, discovery="everyone"),
        "known to members": Rule("named", persons={"named"}, discovery="members"),
        "draft": None,
        "open below closed": Rule("named", groups={HEADS}),
        "guest": Rule("members", workers={"guest"}),
    }


@dataclass
class World:
    canaries: Canaries = field(default_factory=Canaries)
    judge: Judge = field(default_factory=lambda: Judge(timezone.now()))
    # By the name of the object; the rest of the addresses follow from the pages there are.
    pages: dict[str, int] = field(default_factory=dict)


def build() -> World:
    """Some 90 pages; takes seconds, so it is done once for all test processes."""
    world = World()
    with indexed_once() as changed:
        _people()
        builder = Builder(world)
        builder.build()
        changed += builder.made
    return world


def _people() -> None:
    for reader in READERS[1:]:
        user = User.objects.create_user(
            reader.name, f"{reader.name}@example.org", "secret", is_superuser=reader.is_superuser
        )
        user.groups.set([Group.objects.get_or_create(name=name)[0] for name in GROUPS.get(reader.name, ())])
        if reader.name in ("member", "ended", "suspended", "disabled"):
            admit(user, reason="")
        User.objects.filter(pk=user.pk).update(is_active=reader.is_active)
    Membership.objects.filter(user__username="ended").update(until=timezone.localdate() - DAY)
    chief = User.objects.get(username="chief")
    suspend(Membership.objects.get(user__username="suspended"), actor=chief, reason="-")


class Builder:
    def __init__(self, world: World) -> None:
        self.world, self.made = world, []
        self.homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
        self.nodes: dict[str, Node] = {}
        self.pages: dict[str, BasePage] = {}
        self.live: dict[str, list[str]] = {}

    def build(self) -> None:
        home = self.homes["en"]
        self._node("home")
        self.lists = {kind: self._add(home, IndexPage, title=kind, slug=f"all-{kind}", lists=kind) for kind in LISTS}
        for state, rule in states(self.world.judge.now).items():
            self._section(state, rule)
        self._alias()
        self._translation()
        self._speak_of_everything()
        self.world.judge.nodes = list(self.nodes.values())
        self.world.pages = {name: page.pk for name, page in self.pages.items()}

    def _section(self, state: str, rule: Rule | None) -> None:
        image, document = self._files(state)
        person, body, topic = self._records(state)
        section = self._page(state, "section", StandardPage, self.homes["en"], "home", image, document)
        if rule is not None:
            self._restrict(f"{state} section", rule)
        for model in TYPES:
            name = model._meta.model_name
            more = {"source": self.pages.get(f"{state} declarationpage")} if model is RecommendationPage else {}
            page = self._page(state, name, model, section, f"{state} section", image, document, **more)
            if state == "open below closed":
                self._restrict(f"{state} {name}", Rule("everyone"))
            PersonRole.objects.create(page=page, person=person, role="speaker")
            OrganisationRole.objects.create(page=page, organisation=body, role="organiser")
            page.topics.add(topic)
            page.save()
            WorkFile.objects.create(page=page, document=document, language="en", locale=page.locale)
            self._old_version(page, f"{state} {name}")
        Authorship.objects.create(page=self.pages[f"{state} researchpaperpage"], person=person, organisation=body)
        declaration = self.pages[f"{state} declarationpage"]
        note = self.world.canaries.words(f"{state} declarationpage", "adherence.note")
        Adherence.objects.create(page=declaration, organisation=body, note=note, locale=declaration.locale)

    def _page(
        self,
        state: str,
        name: str,
        model: type[BasePage],
        parent: Page,
        above: str,
        image: LibraryImage,
        document: LibraryDocument,
        **more: object,
    ) -> BasePage:
        obj = f"{state} {name}"
        more["listing_image"] = image
        fields = Filler(self.world.canaries, obj, image, document).fields(model) | more
        is_live = state != "draft" or name == "section"
        page = self._add(parent, model, live=is_live, **fields)
        self.pages[obj] = page
        self._node(obj, above)
        self.world.judge.objects[obj] = Known((obj,), is_live)
        self.live.setdefault(state, []).append(obj)
        return page

    def _files(self, state: str) -> tuple[LibraryImage, LibraryDocument]:
        """In a collection; both are read by who may read one of the pages that use them."""
        canaries, obj = self.world.canaries, f"{state} files"
        shelf = Collection.get_first_root_node().add_child(instance=Collection(name=f"Shelf {state}"))
        word = canaries.slug(obj)
        image = LibraryImage.objects.create(
            title=canaries.words(obj, "image.title"),
            description=canaries.words(obj, "image.description"),
            file=get_test_image_file(f"{word}.png"),
            collection=shelf,
        )
        document = LibraryDocument.objects.create(
            title=canaries.words(obj, "document.title"),
            file=ContentFile(canaries.words(obj, "document.text").encode(), f"{word}.txt"),
            collection=shelf,
        )
        self.made += [image, document]
        works = (f"{state} section", *self._works_of(state))
        self.world.judge.objects[obj] = Known(works)
        return image, document

    def _records(self, state: str) -> tuple[Person, Organisation, Topic]:
        """Named by the pages of one state only."""
        canaries, obj = self.world.canaries, f"{state} records"
        self.world.judge.objects[obj] = Known(self._works_of(state), is_live=state != "draft")
        person = Person.objects.create(slug=canaries.slug(obj))
        person.names.create(language="en", name=canaries.words(obj, "person.name"))
        person.save()
        body = Organisation.objects.create(slug=canaries.slug(obj))
        body.names.create(language="en", name=canaries.words(obj, "organisation.name"))
        body.save()
        topic = Topic.objects.create(name=canaries.words(obj, "topic.name"), slug=canaries.slug(obj))
        topic.labels.create(language="en", preferred=canaries.words(obj, "topic.label"))
        topic.save()
        return person, body, topic

    def _works_of(self, state: str) -> tuple[str, ...]:
        return tuple(f"{state} {model._meta.model_name}" for model in TYPES)

    def _old_version(self, page: BasePage, obj: str) -> None:
        """A version that was never published."""
        title = page.title
        page.title = self.world.canaries.words(obj, "old title", Needs.DESK)
        page.save_revision()
        page.title = title
        page.save_revision()

    def _alias(self) -> None:
        """In an open section, of a page that is closed."""
        source = self.pages["members newspage"]
        alias = CreatePageAliasAction(
            source, parent=Page.objects.get(pk=self.pages["open section"].pk), update_slug="alias"
        ).execute(skip_permission_checks=True)
        self.made.append(alias)
        self.nodes["alias"] = Node("alias", self.nodes["open section"], self.nodes["members newspage"])

    def _translation(self) -> None:
        """In an open place, of a page that is closed in English."""
        obj, source = "translation researchpaperpage", self.pages["group researchpaperpage"]
        image, document = self._files("translation")
        fields = Filler(self.world.canaries, obj, image, document).fields(ResearchPaperPage)
        fields |= {"slug": "traduction", "translation_key": source.translation_key}
        page = self._add(self.homes["fr"], ResearchPaperPage, **fields)
        self.pages[obj] = page
        work = "group researchpaperpage"
        self.nodes["translation"] = Node(work, self.nodes["home"])
        self.world.judge.objects[obj] = Known((work,))
        self.world.judge.objects["translation files"] = Known((work,))

    def _speak_of_everything(self) -> None:
        """Open pages point at everything there is, in every way that a page can."""
        links = "".join(f'<p><a linktype="page" id="{page.pk}">one</a></p>' for page in self.pages.values())
        speaker = self._add(self.lists["news"], NewsPage, title="Links", slug="links", body=[("paragraph", links)])
        for page in self.pages.values():
            PageRelation.objects.create(page=speaker, kind="follows-up", target=page)
            RelatedOutcome.objects.create(page=speaker, outcome=page)
        for state in self.live:
            closed = self.pages[f"{state} declarationpage"]
            self._add(
                self.lists["recommendation"],
                RecommendationPage,
                title="One",
                slug=f"r{closed.pk}",
                text="-",
                source=closed,
            )
        self._close_something_below_lists()
        home = self.homes["en"]
        home.featured_declaration = self.pages["person declarationpage"]
        home.save()

    def _close_something_below_lists(self) -> None:
        """Who may delete a page learns that something closed lies below it, or would delete it unseen."""
        for kind in ("edition", "news", "recommendation"):
            page = self._add(self.lists[kind], StandardPage, title="Closed", slug="closed")
            set_access(page, Wanted("named"), by=None)

    def _add(self, parent: Page, model: type[BasePage], **fields: object) -> BasePage:
        page = model(locale_id=parent.locale_id, **fields)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        self.made.append(page)
        return page

    def _node(self, work: str, above: str = "") -> None:
        self.nodes[work] = Node(work, self.nodes.get(above))

    def _restrict(self, obj: str, rule: Rule) -> None:
        page = self.pages[obj]
        persons = frozenset(User.objects.filter(username__in=rule.persons))
        groups = frozenset(Group.objects.get_or_create(name=name)[0] for name in rule.groups)
        set_access(page, Wanted(rule.setting, rule.discovery, rule.starts, rule.ends, groups, persons), by=None)
        for name in rule.workers:
            assign_perm("change_page", User.objects.get(username=name), page)
        if rule.persons:
            lapsed = User.objects.get(username="lapsed")
            assign_perm("view_page", lapsed, page)
            lapsed.pageusergrant_set.update(until=self.world.judge.now - DAY)
        self.world.judge.rules[obj] = rule
