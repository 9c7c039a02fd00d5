"""The engines that the search is tried on: each there is on this machine, and the database in their place."""

import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from config.settings.environment import value
from search.engines import forget
from search.engines.elastic.engine import Elastic
from tests.search.contract.engines import remove_all

ELASTIC = value("TEST_SEARCH_URL")
ENGINES = ("embedded", "database", *(["elastic"] if ELASTIC else []))
# Nothing listens there.
AWAY = "http://127.0.0.1:9"


@contextmanager
def searched_by(name: str) -> Iterator[None]:
    """All that is in the database is found by this engine, or was before it went away."""
    own = uuid.uuid4().hex
    address = f"{ELASTIC}/matrix-{own}" if name == "elastic" else f"embedded://{settings.VAR_DIR}/search-{own}"
    try:
        with _at(address):
            call_command("rebuild_search", verbosity=0)
            with _at(AWAY if name == "database" else address):
                yield
    finally:
        if name == "elastic":
            with closing(Elastic(address)) as made:
                remove_all(made)


@contextmanager
def _at(address: str) -> Iterator[None]:
    with override_settings(SEARCH_URL=address):
        forget()
        yield
    forget()
