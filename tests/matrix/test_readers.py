"""Readers who never enter the desk, at every public address."""

import pytest

from tests.access.reference import Reader
from tests.matrix.addresses import asking, made_for_nobody, of_lists_at_the_desk, public
from tests.matrix.reference import DESK
from tests.matrix.results import Results, write
from tests.matrix.visiting import visit
from tests.matrix.world import READERS, World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "reader", [one for one in READERS if one.name not in DESK], ids=lambda one: one.name or "anonymous"
)
def test_nobody_is_shown_what_they_may_not_read(world: World, reader: Reader) -> None:
    results = Results(reader.name)
    addresses = [*public(), *of_lists_at_the_desk()[:8]]
    if reader.name in ("", "member"):
        addresses += made_for_nobody()
    found = visit(world, reader, addresses, results)
    write(results, objects=len(world.judge.objects), canaries=len(world.canaries.made))
    assert found.leaks == []
    assert found.keepable == []
    if reader.name == "":
        assert asking() - found.routes == set()
    _require_shown(world, reader, found.shown)


def _require_shown(world: World, reader: Reader, shown: set[int]) -> None:
    """Titles and summaries of everything that they may read: what is looked for could be found."""
    missing = [
        f"{canary.field} of {canary.obj}"
        for canary in world.canaries.made
        if canary.field in ("title", "summary")
        and world.judge.may_be_shown(reader, canary, at_desk=False)
        and canary.number not in shown
    ]
    assert missing == []
