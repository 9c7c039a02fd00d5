"""The loaded demonstration for tests: made once for all processes, put in and out of the database in no time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from pages.demonstration.loader import load
from tests.database import made_once, put_in


@pytest.fixture(scope="session")
def demonstration_file(django_db_setup: None, django_db_blocker: DjangoDbBlocker, shared_folder: Path) -> Path:
    """A SQLite database of its own with the loaded demonstration, for a server in another process."""
    with django_db_blocker.unblock():
        file = made_once(shared_folder / "loaded.sqlite3", load)
        put_in(shared_folder / "migrated.sqlite3")
    return file


@pytest.fixture(scope="module")
def demonstration(demonstration_file: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The loaded demonstration, for all tests of a module; what a test changes is undone after it as ever."""
    with django_db_blocker.unblock():
        put_in(demonstration_file)
    yield
    with django_db_blocker.unblock():
        put_in(demonstration_file.with_name("migrated.sqlite3"))
