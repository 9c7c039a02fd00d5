"""A damaged index is one that is down; what it has and why it fails is nobody's business."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from search.engines import engine, forget
from search.engines.base import EngineDown, NotBuilt
from search.engines.embedded import Embedded
from tests.search.contract.shelf import asked, entry, word
from tests.search.embedded.processes import heard, running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path) -> Iterator[Embedded]:
    engine = Embedded(folder)
    engine.write([entry("a", "water", kind="paper", day=3), entry("b", "water")], (), 1)
    assert asked(engine, word("water")).total == 2
    yield engine
    engine.close()


def generation(folder: Path) -> Path:
    return next(path for path in folder.iterdir() if path.is_dir())


def is_down(folder: Path) -> None:
    with pytest.raises(EngineDown) as caught:
        asked(Embedded(folder), word("water"), facets=("kind",))
    assert str(folder) not in str(caught.value)


def test_files_that_hold_something_else(index: Embedded, folder: Path) -> None:
    public = generation(folder) / "public"
    whole = folder.with_name("whole")
    shutil.copytree(public, whole)
    for name in sorted(path.name for path in whole.iterdir() if path.suffix or path.name == "meta.json"):
        for content in (b"", b"\0" * (whole / name).stat().st_size, b"{}"):
            (public / name).write_bytes(content)
            with suppress(EngineDown):
                asked(Embedded(folder), word("water"), facets=("kind",))
            shutil.copy(whole / name, public / name)
    assert asked(Embedded(folder), word("water")).total == 2


def test_files_that_are_gone(index: Embedded, folder: Path) -> None:
    shutil.rmtree(generation(folder) / "public")
    is_down(folder)
    shutil.rmtree(generation(folder))
    is_down(folder)
    with pytest.raises(EngineDown):
        index.write([entry("c", "water")], (), 1)
    (folder / "live").unlink()
    with pytest.raises(NotBuilt):
        asked(index, word("water"))


def test_an_index_of_another_format_is_none_and_is_not_written_to(index: Embedded, folder: Path) -> None:
    (folder / "live").write_text("0-old")
    with pytest.raises(NotBuilt):
        asked(index, word("water"))
    with pytest.raises(NotBuilt):
        index.write([entry("c", "water")], (), 1)
    with index.build() as build:
        build.write([entry("c", "water")])
        build.swap()
    assert asked(index, word("water")).total == 1


def test_without_room_on_the_disk_nothing_is_written_and_all_else_answers(index: Embedded, folder: Path) -> None:
    program = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
try:
    engine.write([entry(f"{number}", "water " * 500) for number in range(50)], (), 1)
except EngineDown as down:
    say(down)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
engine.write([entry("c", "water")], (), 1)
say("written")
"""
    with running(folder, program) as other:
        assert heard(other) == "The embedded index does not answer."
        assert heard(other) == "written"
    assert [hit.key for hit in asked(index, word("water"), sort="newest").hits] == ["work:a", "work:b", "work:c"]


def test_there_is_one_engine_for_each_address(settings: Settings, tmp_path: Path) -> None:
    forget()
    settings.SEARCH_URL = f"embedded://{tmp_path}/one"
    first = engine()
    first.write([entry("a", "water")], (), 1)
    assert engine() is first
    settings.SEARCH_URL = f"embedded://{tmp_path}/two"
    with pytest.raises(NotBuilt):
        asked(engine(), word("water"))
    settings.SEARCH_URL = f"embedded://{tmp_path}/one"
    forget()
    assert engine() is not first
    assert asked(engine(), word("water")).total == 1
    forget()
