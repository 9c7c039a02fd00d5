"""Every process learns what any of them wrote, once."""

from pathlib import Path

import pytest
from django.core.cache.backends.filebased import FileBasedCache

from pages.cache.journal import FileJournal, Journal, SharedJournal


@pytest.fixture(params=["file", "shared"])
def two_processes(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Journal, Journal]:
    if request.param == "file":
        return FileJournal(tmp_path / "journal"), FileJournal(tmp_path / "journal")
    cache = FileBasedCache(str(tmp_path), {})
    return SharedJournal(cache), SharedJournal(cache)


def test_what_one_writes_both_read_once(two_processes: tuple[Journal, Journal]) -> None:
    one, other = two_processes
    one.write({"work:1"})
    other.write({"work:2", "menu"})
    assert one.news() == {"work:1", "work:2", "menu"}
    assert other.news() == {"work:1", "work:2", "menu"}
    assert one.news() == set()


def test_a_file_that_grew_too_long_starts_over_and_says_so(tmp_path: Path) -> None:
    one, other = FileJournal(tmp_path / "journal"), FileJournal(tmp_path / "journal")
    one.max_bytes = 10
    one.write({"work:1"})
    one.write({"work:2"})
    assert other.news() == {"*"}
    assert other.news() == set()


def test_a_file_taken_away_means_forget_everything(tmp_path: Path) -> None:
    journal = FileJournal(tmp_path / "journal")
    (tmp_path / "journal").unlink()
    assert journal.news() == {"*"}
    journal.write({"menu"})
    assert journal.news() in ({"menu"}, {"*"})


def test_an_entry_lost_from_the_shared_cache_means_forget_everything(tmp_path: Path) -> None:
    cache = FileBasedCache(str(tmp_path), {})
    one, other = SharedJournal(cache), SharedJournal(cache)
    one.write({"work:1"})
    cache.delete("journal:1")
    assert other.news() == {"*"}
