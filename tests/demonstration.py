"""The loaded demonstration for tests: made once per process, put in and out of the database in no time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from pages.cache.shared import store
from pages.demonstration.loader import load


@pytest.fixture(scope="session")
def demonstration_file(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A SQLite database of its own with the loaded demonstration, for a server in another process."""
    folder = tmp_path_factory.mktemp("demonstration")
    with django_db_blocker.unblock():
        _save(folder / "before.sqlite3")
        load()
        _save(folder / "loaded.sqlite3")
        _put_in(folder / "before.sqlite3")
    return folder / "loaded.sqlite3"


@pytest.fixture(scope="module")
def demonstration(demonstration_file: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The loaded demonstration, for all tests of a module; what a test changes is undone after it as ever."""
    with django_db_blocker.unblock():
        _put_in(demonstration_file)
    yield
    with django_db_blocker.unblock():
        _put_in(demonstration_file.with_name("before.sqlite3"))


def _save(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def _put_in(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        copy.backup(connection.connection)
    ContentType.objects.clear_cache()
    store.clear()
