"""Building beside the index that answers: never two, never none, and nothing is left of what was stopped."""

import multiprocessing
import multiprocessing.synchronize
import os
import signal
from threading import Event, Thread

import pytest
from elasticsearch import Elasticsearch

from search.engines.base import EngineBusy, EngineDown
from search.engines.elastic.engine import Elastic
from search.entries import Tier
from tests.search.contract.shelf import asked, entry, found, word


def indexes(elastic: Elastic, server: Elasticsearch) -> list[str]:
    return sorted(name for name in server.indices.get(index=f"{elastic._prefix}-*") if "-building" not in name)


def test_b07_while_an_index_takes_anothers_place_every_question_is_answered_once(elastic: Elastic) -> None:
    elastic.write([entry(str(number), "water") for number in range(30)], (), 1)
    is_over, seen = Event(), set()

    def ask() -> None:
        while not is_over.is_set():
            answer = asked(elastic, word("water"), limit=50)
            seen.add((answer.total, len({hit.key for hit in answer.hits})))

    asking = Thread(target=ask)
    asking.start()
    try:
        for version in (2, 3):
            with elastic.build() as build:
                build.write(entry(str(number), "water", version=version) for number in range(30))
                build.swap()
    finally:
        is_over.set()
        asking.join()
    assert seen == {(30, 30)}
    assert {version for _key, version, _tier in elastic.held()} == {3}


def test_what_was_begun_and_left_is_gone(elastic: Elastic, server: Elasticsearch) -> None:
    elastic.write([entry("a", "water")], (), 1)
    before = indexes(elastic, server)
    with elastic.build() as build:
        build.write([entry("b", "water")])
        assert len(indexes(elastic, server)) == 10
    assert indexes(elastic, server) == before
    assert found(asked(elastic, word("water"))) == "a"


def test_what_the_builder_does_wrong_is_not_taken_for_a_failure_of_the_server(elastic: Elastic) -> None:
    with pytest.raises(ZeroDivisionError), elastic.build():
        raise ZeroDivisionError
    with elastic.build():
        pass


def test_an_entry_that_moves_while_it_is_built_stands_once(elastic: Elastic) -> None:
    with elastic.build() as build:
        build.write([entry("a", "water"), entry("b", "water")])
        build.write([entry("a", "water", Tier.MEMBERS, version=2)])
        build.swap()
    assert sorted(elastic.held()) == [("work:a", 2, Tier.MEMBERS), ("work:b", 1, Tier.PUBLIC)]


def test_an_index_with_a_hole_is_not_put_in_place(elastic: Elastic) -> None:
    with (
        pytest.raises(EngineDown, match="1 entries could not be written, work:b among them"),
        elastic.build() as build,
    ):
        build.write([entry("a", "water"), entry("b", "water", acl="all")])


def test_one_builds_at_a_time(elastic: Elastic) -> None:
    with elastic.build() as build:
        with pytest.raises(EngineBusy), elastic.build():
            pass
        build.write([entry("a", "water")])
        build.swap()
    assert found(asked(elastic, word("water"))) == "a"


def _build_for_ever(url: str, wrote: multiprocessing.synchronize.Event) -> None:
    with Elastic(url).build() as build:
        build.write([entry("b", "water")])
        wrote.set()
        signal.pause()


def test_who_was_killed_while_building_holds_nobody_up(elastic: Elastic, server: Elasticsearch) -> None:
    elastic.write([entry("a", "water")], (), 1)
    context = multiprocessing.get_context("spawn")
    wrote = context.Event()
    killed = context.Process(target=_build_for_ever, args=(elastic.url, wrote))
    killed.start()
    assert wrote.wait(60)
    os.kill(killed.pid or 0, signal.SIGKILL)
    killed.join()
    killed.close()
    assert len(indexes(elastic, server)) == 10
    with elastic.build() as build:
        assert len(indexes(elastic, server)) == 10
        build.write([entry("c", "water")])
        build.swap()
    assert len(indexes(elastic, server)) == 5
    assert found(asked(elastic, word("water"))) == "c"
