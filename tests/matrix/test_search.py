"""Every reader looks for words of everything there is: found is what they may read, and nothing else is told of."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.access.reference import Reader
from tests.matrix.canaries import Canary, Needs
from tests.matrix.engines import ENGINES, searched_by
from tests.matrix.results import Results, write
from tests.matrix.visiting import visit
from tests.matrix.world import READERS, World

pytestmark = pytest.mark.django_db
# What is looked for must be found where the reader may read it.
CERTAIN = ("title", "summary")
NAMES = ("title", "old title", "person.name", "organisation.name", "topic.label")
FEW = [one for one in READERS if one.name in ("", "member", "head", "named")]
# Every reader on one engine; on the others those that differ most.
CASES = [("embedded", one) for one in READERS] + [(name, one) for name in ENGINES[1:] for one in FEW]


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest, world: World, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock(), searched_by(request.param):
        yield request.param


def cases(some: list[tuple[str, Reader]]) -> pytest.MarkDecorator:
    names = [f"{reader.name or 'anonymous'}-{name}" for name, reader in some]
    return pytest.mark.parametrize(("engine", "reader"), some, indirect=["engine"], ids=names)


def asked(world: World, place: int) -> Iterator[Canary]:
    """A word of each object, others for each reader: all fields have their turn, and certain ones more often."""
    by_object: dict[str, list[Canary]] = {}
    for canary in world.canaries.made:
        by_object.setdefault(canary.obj, []).append(canary)
    for turn, canaries in enumerate(by_object.values(), place):
        certain = [canary for canary in canaries if canary.field in CERTAIN]
        some = certain if certain and turn % 2 else canaries
        yield some[place // 2 % len(some)]


@cases(CASES)
def test_a01_nobody_finds_what_they_may_not_read(world: World, engine: str, reader: Reader) -> None:
    results = Results(f"{reader.name or 'anonymous'} searching, {engine}")
    leaks, missing = [], []
    for place, canary in enumerate(asked(world, READERS.index(reader))):
        address = f"/en/search/?q={quote(canary.word)}{('', '&format=json')[place % 2]}"
        found = visit(world, reader, [address], results, canary)
        leaks += found.leaks
        if canary.field in CERTAIN and may_find(world, reader, canary) and not found.shown:
            missing.append(f"{canary.field} of {canary.obj}")
    write(results, objects=len(world.judge.objects), canaries=len(world.canaries.made))
    assert leaks == []
    assert missing == []


@cases([(name, reader) for name in ENGINES for reader in FEW])
def test_a04_nothing_is_suggested_that_they_may_not_read(world: World, engine: str, reader: Reader) -> None:
    results = Results(f"{reader.name or 'anonymous'} typing, {engine}")
    leaks, missing = [], []
    names = [canary for canary in world.canaries.made if canary.field in NAMES]
    for canary in names[FEW.index(reader) % 2 :: 2]:
        found = visit(world, reader, [f"/en/search/suggestions/?q={quote(canary.word[:-1])}"], results, canary)
        leaks += found.leaks
        if canary.field == "title" and may_find(world, reader, canary) and not found.shown:
            missing.append(canary.obj)
    write(results, objects=len(world.judge.objects), canaries=len(world.canaries.made))
    assert leaks == []
    assert missing == []


def may_find(world: World, reader: Reader, canary: Canary) -> bool:
    known = world.judge.objects[canary.obj]
    return known.is_live and canary.needs is not Needs.DESK and world.judge.may_view(reader, canary.obj)
