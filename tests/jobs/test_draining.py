"""What becomes of jobs that are done, fail, or have to wait for something that is away."""

import datetime

import pytest
from django.core.management import call_command
from django.db import Error, InterfaceError, OperationalError, connection
from django.utils import timezone

from jobs import draining, inline, queue, registry
from jobs.models import Job
from jobs.registry import Batch, Handler, NotNow, handles
from jobs.working import Worker
from tests.jobs.conftest import Doing

pytestmark = pytest.mark.django_db


def drain(letters: Handler) -> draining.Outcome:
    return draining.drain_all([letters], holder="worker")


def test_everything_due_is_done_in_batches(letters: Handler, doing: Doing) -> None:
    queue.put("letters", "abcdefg")
    assert drain(letters) == (7, 0, 0)
    assert doing.batches == [["a", "b", "c"], ["d", "e", "f"], ["g"]]
    assert not Job.objects.exists()


def test_what_is_asked_for_in_the_midst_is_done_once_more(letters: Handler, doing: Doing) -> None:
    queue.put("letters", ["a"])
    doing.before = lambda batch: queue.put("letters", ["a"]) if not doing.batches else None
    drain(letters)
    assert doing.batches == [["a"], ["a"]]
    assert not Job.objects.exists()


def test_one_that_fails_holds_up_no_other(letters: Handler, doing: Doing) -> None:
    doing.errors = {"b": "unreadable"}
    queue.put("letters", "abc")
    assert drain(letters) == (2, 1, 0)
    job = Job.objects.get()
    assert (job.key, job.attempts, job.error, job.holder) == ("b", 1, "unreadable", "")
    wait = job.due_at - timezone.now()
    assert datetime.timedelta(seconds=7) < wait < datetime.timedelta(seconds=13)


def test_one_that_breaks_the_whole_batch_fails_alone(letters: Handler, doing: Doing) -> None:
    def break_on_b(batch: Batch) -> None:
        if "b" in batch.keys:
            raise ValueError("unreadable")

    doing.before = break_on_b
    queue.put("letters", "abc")
    assert drain(letters) == (2, 1, 0)
    assert sorted(doing.keys) == ["a", "c"]
    assert Job.objects.get().error == "ValueError: unreadable"


def test_after_eight_attempts_it_is_given_up_and_waits_longer_each_time(letters: Handler, doing: Doing) -> None:
    doing.errors = {"a": "unreadable"}
    queue.put("letters", ["a"])
    waits = []
    for _attempt in range(7):
        drain(letters)
        waits.append((Job.objects.get().due_at - timezone.now()).total_seconds())
        assert not Job.objects.get().is_dead
        Job.objects.update(due_at=timezone.now())
    assert waits[0] < 15
    assert waits[6] > 400
    drain(letters)
    assert Job.objects.get().is_dead
    assert drain(letters) == (0, 0, 0)


def test_what_has_to_wait_is_never_given_up(letters: Handler, doing: Doing) -> None:
    def closed(batch: Batch) -> None:
        raise NotNow("the post office is closed")

    doing.before = closed
    queue.put("letters", ["a"])
    for _attempt in range(20):
        assert drain(letters) == (0, 0, 1)
        job = Job.objects.get()
        assert (job.attempts, job.is_dead, job.error) == (0, False, "the post office is closed")
        Job.objects.update(due_at=timezone.now())


def test_the_older_it_is_the_longer_it_waits_five_minutes_at_most(letters: Handler, doing: Doing) -> None:
    def closed(batch: Batch) -> None:
        raise NotNow("closed")

    doing.before = closed
    queue.put("letters", ["new"])
    drain(letters)
    assert (Job.objects.get().due_at - timezone.now()).total_seconds() < 2
    Job.objects.update(asked_at=timezone.now() - datetime.timedelta(days=1), due_at=timezone.now())
    drain(letters)
    assert 200 < (Job.objects.get().due_at - timezone.now()).total_seconds() < 400


def test_the_first_that_succeeds_hastens_what_was_put_off(letters: Handler, doing: Doing) -> None:
    later = timezone.now() + datetime.timedelta(minutes=4)
    queue.put("letters", ["a"])
    queue.postpone(queue.take("letters", 10, "worker"), until=later, error="closed")
    queue.put("letters", ["b"])
    assert drain(letters) == (2, 0, 0)


def test_trouble_with_the_database_is_nobodys_fault(letters: Handler, doing: Doing) -> None:
    def lose_the_connection(batch: Batch) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    doing.before = lose_the_connection
    queue.put("letters", ["a"])
    with pytest.raises(OperationalError):
        drain(letters)
    assert Job.objects.get().attempts == 0
    doing.before = lambda batch: None
    assert drain(letters) == (1, 0, 0)


@pytest.fixture
def _connected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose connection was lost opens another; a test has one only."""
    monkeypatch.setattr(connection, "close", lambda: None)


def lose_it_once(doing: Doing, error: type[Error]) -> None:
    def lose(batch: Batch) -> None:
        doing.before = lambda batch: None
        raise error("connection already closed")

    doing.before = lose


@pytest.mark.usefixtures("_connected")
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_worker_outlives_trouble_with_the_database_and_goes_on_with_what_it_held(
    doing: Doing, error: type[Error]
) -> None:
    queue.put("letters", ["a"])
    worker = Worker(say=lambda line: worker.stop())
    lose_it_once(doing, error)
    worker.run()
    assert doing.batches == [["a"]]
    assert not Job.objects.exists()


@pytest.mark.usefixtures("_connected")
def test_so_does_a_process_that_serves_readers(
    doing: Doing, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(registry, "_handlers", {})
    handles("letters", batch=3, inline=lambda: True)(doing)
    queue.put("letters", ["a"])
    lose_it_once(doing, OperationalError)
    assert [inline.has_done_some("reader") for _time in range(3)] == [False, True, False]
    assert doing.batches == [["a"]]
    assert "The database does not answer" in caplog.text


def test_an_error_may_repeat_what_no_database_takes(letters: Handler, doing: Doing) -> None:
    doing.errors = {"a": "no such text: \0\ud800" + "x" * 3000}
    queue.put("letters", ["a"])
    assert drain(letters) == (0, 1, 0)
    assert Job.objects.get().error == "no such text: ?" + "x" * 1985


def test_the_command_drains_and_ends(doing: Doing, capsys: pytest.CaptureFixture[str]) -> None:
    queue.put("letters", "abcd")
    call_command("worker", "--once", "--verbosity", "2")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        "letters: 3 done, 0 failed, 0 put off",
        "letters: 1 done, 0 failed, 0 put off",
        "4 done, 0 failed, 0 put off",
    ]


def test_what_was_given_up_is_listed_and_replayed(doing: Doing, capsys: pytest.CaptureFixture[str]) -> None:
    queue.put("letters", "ab")
    for job in queue.take("letters", 10, "worker"):
        queue.fail(job, until=None, error="unreadable\nline 2" if job.key == "a" else "")
    call_command("replay_jobs", "--list")
    out = capsys.readouterr().out
    assert [line.split("\t")[1] for line in out.splitlines()[:2]] == ["a", "b"]
    assert "unreadable" in out
    assert "line 2" not in out
    assert out.splitlines()[2] == "2 given up."
    call_command("replay_jobs", "--kind", "parcels")
    assert capsys.readouterr().out == "0 to be tried again.\n"
    call_command("replay_jobs")
    assert capsys.readouterr().out == "2 to be tried again.\n"
    call_command("worker", "--once")
    assert sorted(doing.keys) == ["a", "b"]
