"""The server goes away and comes back."""

import time
from collections.abc import Iterator

import pytest

from search.engines.base import EngineDown
from search.engines.elastic.engine import Elastic
from tests.search.contract.shelf import asked, entry, found, word
from tests.search.elastic.proxy import Proxy

PAUSE = 0.5


@pytest.fixture
def door(elastic: Elastic) -> Iterator[Proxy]:
    elastic.write([entry("a", "water")], (), 1)
    with Proxy(elastic.url) as proxy:
        yield proxy


@pytest.fixture
def through(door: Proxy) -> Iterator[Elastic]:
    engine = Elastic(door.url, answer=1.5, pause=PAUSE)
    assert found(asked(engine, word("water"))) == "a"
    yield engine
    engine.close()


def waited(engine: Elastic) -> float:
    begun = time.monotonic()
    with pytest.raises(EngineDown):
        asked(engine, word("water"))
    return time.monotonic() - begun


def test_b04_a_server_that_is_gone_holds_nobody_up_and_is_found_again(door: Proxy, through: Elastic) -> None:
    door.shut()
    assert max(waited(through) for _ in range(10)) < 1
    with pytest.raises(EngineDown):
        through.write([entry("b", "water")], (), 1)
    with pytest.raises(EngineDown), through.build():
        pass
    with pytest.raises(EngineDown):
        list(through.held())
    door.open()
    time.sleep(PAUSE)
    assert found(asked(through, word("water"))) == "a"
    assert through.write([entry("b", "water")], (), 1) == {}
    assert found(asked(through, word("water"))) == "ab"


def test_b05_a_server_that_hangs_costs_two_waits_and_then_one_now_and_then(door: Proxy, through: Elastic) -> None:
    door.hang()
    waits = [waited(through) for _ in range(10)]
    assert max(waits) < 3
    assert max(waits[2:]) < 0.2
    time.sleep(PAUSE)
    assert 1 < waited(through) < 3
    assert max(waited(through) for _ in range(5)) < 0.2
    door.flow()
    time.sleep(PAUSE)
    assert found(asked(through, word("water"))) == "a"


def test_a_build_that_the_server_leaves_can_be_begun_again(door: Proxy, through: Elastic, elastic: Elastic) -> None:
    with through.build() as build:
        build.write([entry("b", "water")])
        door.shut()
        with pytest.raises(EngineDown):
            build.swap()
    assert found(asked(elastic, word("water"))) == "a"
    with elastic.build() as build:
        build.write([entry("c", "water")])
        build.swap()
    assert found(asked(elastic, word("water"))) == "c"
