"""What the tests of the desk's search share: an administrator's browser, and pages and files to look for."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from library.models import LibraryDocument, LibraryImage
from pages.models import BasePage, ForumEditionPage, ForumSeriesPage, IndexPage, Person, PersonName

Works = dict[str, Any]


@pytest.fixture
def chief(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", password="secret"))
    return client


@pytest.fixture
def works(homes: dict[str, BasePage], add: Callable[..., BasePage]) -> Works:
    index = add(homes["ar"], IndexPage, title="المنتديات", slug="forums", lists="series")
    series = add(index, ForumSeriesPage, title="المنتدى الإفريقي للأمن", slug="african-forum")
    edition = add(
        series,
        ForumEditionPage,
        title="الدورة الحادية عشرة",
        slug="d-11",
        summary="عن الوقاية",
        date_precision="unknown",
    )
    french = add(homes["fr"], IndexPage, title="Déclarations africaines", slug="declarations", lists="declaration")
    person = Person.objects.create(slug="amina-diallo")
    PersonName.objects.create(person=person, language="ar", name="أمينة ديالو")
    document = LibraryDocument(title="Communiqués")
    document.file.save("rapport-2019.pdf", ContentFile(b"pdf"))
    image = LibraryImage.objects.create(title="Salle", description="La plénière", file=get_test_image_file("s.png"))
    return {
        "index": index,
        "series": series,
        "edition": edition,
        "french": french,
        "person": person,
        "document": document,
        "image": image,
    }
