"""A closed branch of the site with everything that the desk keeps about it, and an editor who may not read it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Collection, Locale, Page, Workflow
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from library.models import LibraryDocument, LibraryImage
from pages.models import HomePage, StandardPage

SECRET = CANARY = "Zorkmid"


@dataclass
class World:
    """Closed objects by what they are; the page lies below `home`, and below it lies `child`."""

    home: Page
    page: StandardPage
    child: StandardPage
    alias: Page
    document: LibraryDocument
    image: LibraryImage
    collection: Collection
    open_page: StandardPage
    chief: User
    translation: Translation
    numbers: dict[str, object] = field(default_factory=dict)


@pytest.fixture
def heads(db: None) -> Group:
    return Group.objects.create(name="Heads of agency")


@pytest.fixture
def chief(person: Callable[..., User]) -> User:
    return person("chief", is_superuser=True)


@pytest.fixture
def shelf(db: None) -> Collection:
    return Collection.get_first_root_node().add_child(name=f"{CANARY} shelf")


@pytest.fixture
def world(
    homes: dict[str, HomePage],
    add: Callable[..., StandardPage],
    restrict: Callable[..., None],
    heads: Group,
    chief: User,
    shelf: Collection,
) -> World:
    home = homes["en"]
    page = add(home, StandardPage, title=f"{CANARY} section", slug="zorkmid-section")
    child = add(page, StandardPage, title=f"{CANARY} minutes", slug="zorkmid-minutes")
    open_page = add(home, StandardPage, title="Harbour", slug="harbour")
    document = LibraryDocument.objects.create(
        title=f"{CANARY} paper", file=ContentFile(b"Zorkmid text", "zorkmid.txt"), collection=shelf
    )
    image = LibraryImage.objects.create(
        title=f"{CANARY} picture", file=ImageFile(get_test_image_file("zorkmid.png")), collection=shelf
    )
    restrict(page, "named", groups=(heads,))
    restrict(shelf, "named", groups=(heads,))
    page = StandardPage.objects.get(pk=page.pk)
    alias = page.create_alias(parent=Page.objects.get(pk=home.pk), update_slug="zorkmid-alias")
    first = page.save_revision(user=chief)
    page.title = f"{CANARY} section anew"
    second = page.save_revision(user=chief)
    translate_object(page, [Locale.objects.get(language_code="fr")], user=chief)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    Workflow.objects.get().start(page, chief)
    state = page.current_workflow_state
    log(page, "wagtail.edit", user=chief)
    return World(
        home,
        page,
        child,
        alias,
        document,
        image,
        shelf,
        open_page,
        chief,
        source.translations.get(),
        {
            "revision": first.pk,
            "second revision": second.pk,
            "workflow state": state.pk,
            "task state": state.current_task_state.pk,
            "task": state.current_task_state.task_id,
            "source": source.pk,
            "translation": source.translations.get().pk,
            "segment": source.stringsegment_set.first().pk,
        },
    )


@pytest.fixture
def editor(person: Callable[..., User], browser_of: Callable[[User], Client]) -> Client:
    """Works everywhere at the desk, and is no head of agency."""
    return browser_of(person("editor", "Publishers"))
