"""The empty site's database: migrated once for all test processes, and put into the memory of each."""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

IN_MEMORY = "file:muntada?mode=memory&cache=shared"


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all test processes of this run see, or those of several runs when TESTS_MADE_ONCE names one."""
    if made_before := os.environ.get("TESTS_MADE_ONCE"):
        return Path(made_before)
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, shared_folder: Path, worker_id: str
) -> Iterator[None]:
    """In place of pytest-django's, which migrates in every process; another engine than SQLite gets that still."""
    with django_db_blocker.unblock():
        if connection.vendor != "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"test_muntada_{worker_id}"
            databases = setup_databases(verbosity=0, interactive=False)
            yield
            teardown_databases(databases, verbosity=0)
            return
        connection.settings_dict["NAME"] = IN_MEMORY
        put_in(made_once(shared_folder / "migrated.sqlite3", lambda: call_command("migrate", verbosity=0)))
    yield


@pytest.fixture(scope="module")
def for_the_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable]:
    """`for_the_module(make)`: what `make()` returns; what it wrote is there for all tests of the module.

    Whatever a test changes of it is undone after the test, as ever, so let it look the rows up anew.
    """
    transaction_of_all = transaction.atomic()

    def made(make: Callable[[], object]) -> object:
        with django_db_blocker.unblock(), translation.override(settings.LANGUAGE_CODE):
            return make()

    made(transaction_of_all.__enter__)
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        transaction_of_all.__exit__(None, None, None)


def made_once(file: Path, make: Callable[[], object]) -> Path:
    """`file`, saved from the database after `make()` by the first process that asks for it."""
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            make()
            save(file)
    return file


def save(file: Path) -> None:
    """A copy of the database as it is."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)


def put_in(file: Path) -> None:
    """The database as it was when `file` was saved."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        copy.backup(connection.connection)
    ContentType.objects.clear_cache()
