"""Those who enter the desk, at its lists and at pages behind every rule, and at the public addresses."""

import pytest

from tests.access.reference import Reader
from tests.matrix.addresses import of_lists_at_the_desk, of_objects_at_the_desk, public
from tests.matrix.reference import DESK
from tests.matrix.results import Results, write
from tests.matrix.visiting import visit
from tests.matrix.world import READERS, World

pytestmark = pytest.mark.django_db
# Who shows that the desk names what may be named: the others have fewer rights.
NAMED_AT_LEAST = {"publisher": 100, "chief": 100}


@pytest.mark.parametrize("reader", [one for one in READERS if one.name in DESK], ids=lambda one: one.name)
def test_nobody_is_shown_at_the_desk_what_they_may_not_read(world: World, reader: Reader) -> None:
    results = Results(reader.name)
    addresses = [*of_lists_at_the_desk(), *of_objects_at_the_desk(world.pages)]
    found = visit(world, reader, addresses, results)
    readable = visit(world, reader, public(), results)
    write(results, objects=len(world.judge.objects), canaries=len(world.canaries.made))
    assert found.leaks + readable.leaks == []
    assert found.keepable + readable.keepable == []
    assert len(found.shown) >= NAMED_AT_LEAST.get(reader.name, 0)
