"""The index is shared by processes, each of which may be killed at any moment."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from search.engines.base import EngineBusy, NotBuilt
from search.engines.embedded import Embedded
from search.engines.embedded.locks import FileLock
from tests.search.contract.shelf import asked, entry, word
from tests.search.embedded.processes import heard, running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path) -> Iterator[Embedded]:
    engine = Embedded(folder)
    yield engine
    engine.close()


def folders(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_dir()]


def test_what_another_process_wrote_is_found_within_a_fifth_of_a_second(index: Embedded, folder: Path) -> None:
    index.write([entry("a", "water")], (), 1)
    assert asked(index, word("water")).total == 1
    with running(folder, 'engine.write([entry("b", "water")], (), 1); say("written")') as other:
        assert heard(other) == "written"
        began = time.monotonic()
        while asked(index, word("water")).total != 2:
            assert time.monotonic() - began < 0.2


def test_nothing_that_was_said_to_be_written_is_lost_with_who_wrote_it(index: Embedded, folder: Path) -> None:
    program = """
for number in range(1000):
    engine.write([entry(f"{number:03d}", "water")], (), 1)
    say(number)
"""
    with running(folder, program) as other:
        said = [heard(other) for _line in range(12)]
        other.kill()
        said += other.communicate()[0].split()
    total = asked(index, word("water")).total
    assert total in (len(said), len(said) + 1)
    assert sum(1 for _entry in index.held()) == total
    index.write([entry("after", "water")], (), 1)
    assert asked(index, word("water")).total == total + 1


def test_one_process_writes_at_a_time_and_readers_do_not_mind(index: Embedded, folder: Path) -> None:
    index.write([entry("a", "water")], (), 1)
    lock = FileLock(folder / "write.lock")
    lock.take()
    with pytest.raises(EngineBusy):
        index.write([entry("b", "water")], (), 1)
    assert asked(index, word("water")).total == 1
    lock.release()
    index.write([entry("b", "water")], (), 1)
    assert asked(index, word("water")).total == 2


def test_others_may_write_as_soon_as_one_has_written(index: Embedded, folder: Path) -> None:
    other = Embedded(folder)
    for number in range(3):
        index.write([entry(f"a{number}", "water")], (), 1)
        other.write([entry(f"b{number}", "water")], (), 1)
    other.close()
    assert asked(index, word("water")).total == 6


def test_many_small_writings_are_merged_into_few_parts(index: Embedded, folder: Path) -> None:
    for number in range(20):
        index.write([entry(f"{number}", "water")], (), 1)
    index.close()
    (name,) = folders(folder)
    assert asked(index, word("water")).total == 20
    assert len(list((folder / name / "public").glob("*.term"))) < 12


def test_a_build_that_is_killed_leaves_what_answers_as_it_was(index: Embedded, folder: Path) -> None:
    index.write([entry("a", "water")], (), 1)
    (before,) = folders(folder)
    program = """
with engine.build() as build:
    build.write(entry(f"{number}", "water") for number in range(100))
    say("built")
    sys.stdin.read()
"""
    with running(folder, program) as other:
        assert heard(other) == "built"
        with pytest.raises(EngineBusy), index.build():
            pass
    assert len(folders(folder)) == 2
    assert asked(index, word("water")).total == 1
    with index.build() as build:
        assert len(folders(folder)) == 2
        build.write([entry("c", "water")])
        build.swap()
    (after,) = folders(folder)
    assert after != before
    assert [hit.key for hit in asked(index, word("water")).hits] == ["work:c"]


def test_killed_at_any_moment_one_of_the_two_answers(index: Embedded, folder: Path) -> None:
    index.write([entry(f"{number}", "water") for number in range(20)], (), 1)
    program = """
say("begin")
while True:
    with engine.build() as build:
        build.write(entry(f"{number}", "water") for number in range(20))
        build.swap()
"""
    for moment in (0.05, 0.13, 0.21, 0.38):
        with running(folder, program) as other:
            assert heard(other) == "begin"
            time.sleep(moment)
            other.kill()
        assert asked(index, word("water")).total == 20
    index.write([entry("after", "water")], (), 1)
    assert asked(index, word("water")).total == 21


def test_readers_notice_nothing_of_an_exchange(index: Embedded, folder: Path) -> None:
    index.write([entry("a", "water")], (), 1)
    reader, is_over, totals = Embedded(folder), Event(), set()

    def read() -> None:
        while not is_over.is_set():
            totals.add(asked(reader, word("water")).total)

    reading = Thread(target=read)
    reading.start()
    for _time in range(6):
        with index.build() as build:
            build.write([entry("a", "water")])
            build.swap()
    is_over.set()
    reading.join()
    assert totals == {1}


def test_threads_share_an_engine(index: Embedded) -> None:
    index.write([entry("a", "water")], (), 1)
    is_over, failed = Event(), list[Exception]()

    def work(number: int) -> None:
        turn = 0
        while not is_over.is_set():
            turn += 1
            try:
                assert asked(index, word("water")).total >= 1
                index.write([entry(f"{number}-{turn % 5}", "water", version=turn)], (), turn)
            except EngineBusy:
                time.sleep(0.001)
            except Exception as error:
                failed.append(error)

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(1.5)
    is_over.set()
    for thread in threads:
        thread.join()
    assert failed == []
    assert 1 < asked(index, word("water")).total <= 21


def test_who_exchanges_waits_for_who_writes(index: Embedded, folder: Path) -> None:
    index.write([entry("a", "water")], (), 1)
    lock = FileLock(folder / "write.lock")
    with index.build() as build:
        lock.take()
        swapping = Thread(target=build.swap)
        swapping.start()
        swapping.join(0.1)
        assert swapping.is_alive()
        lock.release()
        swapping.join()
    assert asked(index, word("water")).total == 0


def test_no_folder_is_no_index(index: Embedded, folder: Path) -> None:
    for ask in (lambda: asked(index, word("water")), lambda: list(index.held()), lambda: index.cosines(b"", ["a"])):
        with pytest.raises(NotBuilt):
            ask()
    assert not folder.exists()
