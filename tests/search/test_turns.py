"""Who changes what is searched waits for others before it holds up anybody itself: else two would wait in a circle.

Told by the order of the statements, on a database that locks single rows.
"""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from jobs.draining import drain
from jobs.models import Job
from jobs.registry import handler_of
from pages.models import HomePage, Person, PersonName, PersonRole, StandardPage
from search import outbox
from tests.indexing import Indexing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not connection.features.has_select_for_update, reason="nobody writes besides here"),
]

Add = Callable[..., StandardPage]


@pytest.fixture
def pages(homes: dict[str, HomePage], add: Add, indexing: Indexing) -> list[StandardPage]:
    """Two, the second of which names the only person there is."""
    made = [add(homes["en"], StandardPage, title=f"Page {number}", slug=f"page-{number}") for number in range(2)]
    person = Person.objects.create(slug="amina", country="MA")
    PersonName.objects.create(person=person, language="en", name="Amina")
    PersonRole.objects.create(page=made[1], person=person, role="author")
    return [StandardPage.objects.get(pk=page.pk) for page in made]


def is_turn(sql: str) -> bool:
    return '"access_accessclass"' in sql and "FOR UPDATE" in sql


def holds(sql: str) -> bool:
    """Whether it locks a row that others change as well."""
    tables = ("wagtailcore_page", "pages_person", "pages_personname", "pages_personrole", "pages_standardpage")
    writes = any(sql.startswith((f'UPDATE "{table}"', f'INSERT INTO "{table}"')) for table in tables)
    return writes or (any(f'FROM "{table}"' in sql for table in tables) and "FOR UPDATE" in sql)


def statements(change: Callable[[], object]) -> list[str]:
    """Of a transaction in which nothing was noted yet."""
    connection.run_on_commit = []
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        change()
    return [query["sql"] for query in captured]


CHANGES: dict[str, Callable[[list[StandardPage]], object]] = {
    "publish": lambda pages: pages[0].save_revision().publish(),
    "unpublish": lambda pages: pages[0].unpublish(),
    "add": lambda pages: pages[0].add_child(instance=StandardPage(title="New", slug="new")),
    "move": lambda pages: pages[0].move(Page.objects.get(pk=pages[1].pk), pos="last-child"),
    "delete": lambda pages: pages[0].delete(),
    "name": lambda pages: PersonRole.objects.create(page=pages[0], person=Person.objects.get(), role="author"),
    "person": lambda pages: Person.objects.get().save(),
    "text": lambda pages: PersonName.objects.get().save(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_waits_first(change: Callable[[list[StandardPage]], object], pages: list[StandardPage]) -> None:
    done = statements(lambda: change(pages))
    assert next(map(is_turn, filter(lambda sql: is_turn(sql) or holds(sql), done)))
    assert any(map(holds, done))


def test_a_worker_holds_nothing_while_it_waits(pages: list[StandardPage]) -> None:
    handler = handler_of(outbox.KIND)
    assert handler is not None
    Job.objects.exclude(key=f"work:{pages[1].translation_key}").delete()
    done = statements(lambda: drain(handler, holder="worker"))
    turn = next(place for place, sql in enumerate(done) if is_turn(sql))
    kept = next(place for place, sql in enumerate(done) if sql.startswith('INSERT INTO "search_indexentry"'))
    assert turn < kept
    assert not any(map(is_turn, done[kept:]))
