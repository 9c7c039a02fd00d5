"""The world of the matrix, built once for all test processes."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django.plugin import DjangoDbBlocker
from wagtail.images.tests.utils import get_test_image_file

from library.models import LibraryDocument, LibraryImage
from tests.database import made_once, put_in
from tests.matrix.world import World, build


@pytest.fixture(scope="session")
def world_file(django_db_setup: None, django_db_blocker: DjangoDbBlocker, shared_folder: Path) -> Path:
    """The database, and beside it what the tests know of it."""
    known = shared_folder / "matrix.pickle"
    with django_db_blocker.unblock():
        file = made_once(shared_folder / "matrix.sqlite3", lambda: known.write_bytes(pickle.dumps(build())))
        put_in(shared_folder / "migrated.sqlite3")
    return file


@pytest.fixture(scope="module")
def world(world_file: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock():
        put_in(world_file)
        _put_files_where_they_are_looked_for()
    yield pickle.loads(world_file.with_name("matrix.pickle").read_bytes())  # noqa: S301 - written above
    with django_db_blocker.unblock():
        put_in(world_file.with_name("migrated.sqlite3"))


def _put_files_where_they_are_looked_for() -> None:
    """Each test process has a folder of its own for files."""
    for image in LibraryImage.objects.all():
        if not image.file.storage.exists(image.file.name):
            image.file.storage.save(image.file.name, get_test_image_file())
        image.get_rendition("max-165x165")
    for document in LibraryDocument.objects.all():
        if not document.file.storage.exists(document.file.name):
            document.file.storage.save(document.file.name, ContentFile(document.title.encode()))
