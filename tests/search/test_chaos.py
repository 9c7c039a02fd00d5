"""What is left when a process is killed, a folder is gone, or several work at once? Nothing is lost, all converges."""

import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.search.processes import OnDisk, wait_until

PAGES = 60
# A work and a title at the desk for each.
ENTRIES = 2 * PAGES


@pytest.fixture(scope="module")
def published(django_db_setup: None, shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """A site whose editor has just published, and that has no index yet."""
    site = OnDisk(tmp_path_factory.mktemp("published"))
    shutil.copy(shared_folder / "migrated.sqlite3", site.folder / "muntada.sqlite3")
    site.edit("publish", str(PAGES))
    return site


@pytest.fixture
def site(published: OnDisk, tmp_path: Path) -> OnDisk:
    return published.copied(tmp_path / "site")


def test_a_worker_killed_in_the_midst_loses_nothing(site: OnDisk) -> None:
    with site.worker() as worker:
        wait_until(site.held, pause=0.001)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert site.held() > 0
    site.let_leases_lapse()
    assert site.manage("worker", "--once").returncode == 0
    assert site.jobs() == 0
    assert site.indexed() == site.kept()
    assert len(site.kept()) == ENTRIES


def test_workers_side_by_side_do_everything_once(site: OnDisk) -> None:
    with site.worker("--once") as one, site.worker("--once") as other:
        said = [worker.communicate(timeout=60)[0] for worker in (one, other)]
    assert sum(int(line.split(" done")[0]) for line in said) == ENTRIES
    assert site.jobs() == 0
    assert site.indexed() == site.kept()
    assert len(site.kept()) == ENTRIES


def test_a_worker_finds_a_job_within_a_second_and_ends_when_told(site: OnDisk) -> None:
    with site.worker("--verbosity", "2") as worker:
        wait_until(lambda: not site.jobs())
        site.ask(
            "INSERT INTO jobs_job (kind, key, generation, asked_at, due_at, attempts, holder, error, is_dead) "
            "SELECT 'search', key, 1, datetime(), datetime(), 0, '', '', 0 FROM search_indexentry LIMIT 1"
        )
        assert wait_until(lambda: not site.jobs() or site.held()) < 1
        wait_until(lambda: not site.jobs())
        worker.send_signal(signal.SIGTERM)
        out, _err = worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert out.splitlines()[-1].startswith("search: 1 done, 0 failed, 0 put off (")


def test_without_a_worker_the_process_that_published_does_it(site: OnDisk) -> None:
    site.edit("publish_and_stay", "3")
    assert site.jobs() == 0
    assert site.indexed() == site.kept()
    assert len(site.kept()) == ENTRIES + 6


def test_a_rebuild_killed_at_any_point_leaves_the_index_that_answers(site: OnDisk) -> None:
    site.manage("worker", "--once")
    before = site.indexed()
    assert len(before) == ENTRIES
    for lines in (1, 8):
        with site.start(sys.executable, "-m", "tests.search.editor", "rebuild_slowly") as building:
            assert building.stderr is not None
            for _line in range(lines):
                assert building.stderr.readline().startswith("Entries: ")
            building.kill()
        assert site.indexed() == before
    assert site.manage("rebuild_search").returncode == 0
    assert site.jobs() == 0
    assert site.indexed() == site.kept()
    # The homes of the three languages were there before there was an index.
    assert site.indexed().keys() - before.keys() == site.kept().keys() - before.keys()
    assert len(site.indexed()) == ENTRIES + 4


def test_without_the_folder_of_the_index_everything_waits_and_a_rebuild_brings_it_back(site: OnDisk) -> None:
    site.index.write_text("")
    assert site.manage("worker", "--once").returncode == 0
    assert (site.jobs(), len(site.kept())) == (ENTRIES, ENTRIES)
    assert site.manage("check_search").returncode == 1

    site.index.unlink()
    assert site.manage("rebuild_search").returncode == 0
    assert site.indexed() == site.kept()
    with site.worker():
        wait_until(lambda: not site.jobs())
    assert site.indexed() == site.kept()
