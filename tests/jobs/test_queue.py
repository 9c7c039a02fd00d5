"""Asking for jobs, taking them up, giving them back: in the database's own terms, whichever it is."""

import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs import queue
from jobs.models import Job

pytestmark = pytest.mark.django_db


def keys() -> list[str]:
    return list(Job.objects.order_by("key").values_list("key", flat=True))


def queries(count: int) -> int:
    with (
        CaptureQueriesContext(
            connection,
        ) as captured,
        transaction.atomic(savepoint=False),
    ):
        queue.put("letters", [f"key-{number}" for number in range(count)])
    return len(captured)


def lapse(*jobs: Job) -> None:
    """The time of the lease has passed."""
    past = timezone.now() - datetime.timedelta(seconds=1)
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(held_until=past)
    for job in jobs:
        job.held_until = past


def test_what_is_asked_for_many_times_is_one_job() -> None:
    queue.put("letters", ["a", "b", "a"])
    queue.take("letters", 10, "nobody")
    queue.put("letters", ["b", "c"])
    assert keys() == ["a", "b", "c"]


def test_the_same_key_is_another_job_for_another_kind() -> None:
    queue.put("letters", ["a"])
    queue.put("parcels", ["a"])
    assert [job.kind for job in queue.take("parcels", 10, "worker")] == ["parcels"]


def test_asking_costs_one_statement_for_one_and_for_fifty() -> None:
    assert queries(1) == 1
    assert queries(50) == 1


def test_asking_again_in_the_same_transaction_costs_nothing() -> None:
    queue.put("letters", ["a", "b"])
    with CaptureQueriesContext(connection) as captured:
        queue.put("letters", ["b"])
    assert len(captured) == 0


def test_thousands_are_asked_for_at_once() -> None:
    queue.put("letters", (f"key-{number}" for number in range(3000)))
    assert Job.objects.count() == 3000


def test_what_is_rolled_back_was_never_asked_for() -> None:
    with transaction.atomic():
        queue.put("letters", ["a"])
        transaction.set_rollback(True)
    assert keys() == []
    queue.put("letters", ["a"])
    assert keys() == ["a"]


def test_two_workers_never_hold_the_same_job() -> None:
    queue.put("letters", ["a", "b", "c"])
    first = [job.key for job in queue.take("letters", 2, "one")]
    second = [job.key for job in queue.take("letters", 2, "two")]
    assert sorted([*first, *second]) == ["a", "b", "c"]
    assert queue.take("letters", 2, "three") == []


def test_those_that_wait_longest_come_first() -> None:
    now = timezone.now()
    for key, minutes in (("a", 1), ("b", 3), ("c", 2)):
        queue.put("letters", [key])
        Job.objects.filter(key=key).update(due_at=now - datetime.timedelta(minutes=minutes))
    assert [job.key for job in queue.take("letters", 3, "worker")] == ["b", "c", "a"]


def test_what_is_due_later_is_not_taken_up() -> None:
    queue.put("letters", ["later"])
    Job.objects.update(due_at=timezone.now() + datetime.timedelta(hours=1))
    assert queue.take("letters", 10, "worker") == []


def test_a_worker_that_was_killed_loses_its_jobs_when_its_time_is_up() -> None:
    queue.put("letters", ["a"])
    killed = queue.take("letters", 10, "killed")
    assert queue.take("letters", 10, "other") == []
    lapse(*killed)
    assert [job.key for job in queue.take("letters", 10, "other")] == ["a"]


def test_what_somebody_never_gave_back_is_due_to_nobody_else() -> None:
    queue.put("letters", ["a"])
    queue.take("letters", 10, "worker")
    assert queue.due("other").count() == 0
    assert queue.due("worker").count() == 1
    assert [job.key for job in queue.take("letters", 10, "worker")] == ["a"]


def test_what_is_done_is_gone() -> None:
    queue.put("letters", ["a"])
    queue.done(queue.take("letters", 10, "worker"))
    assert keys() == []


def test_what_is_asked_for_while_it_is_done_is_done_again() -> None:
    queue.put("letters", ["a", "b"])
    jobs = queue.take("letters", 10, "worker")
    queue.put("letters", ["b"])
    assert [job.key for job in queue.unchanged(jobs)] == ["a"]
    queue.done(jobs)
    assert keys() == ["b"]
    assert [job.key for job in queue.take("letters", 10, "other")] == ["b"]


def test_who_was_slower_than_the_lease_asks_again() -> None:
    """The other may have written first, and be overwritten by the slow one."""
    queue.put("letters", ["a"])
    slow = queue.take("letters", 10, "slow")
    lapse(*slow)
    quick = queue.take("letters", 10, "quick")
    assert queue.unchanged(slow) == []
    queue.done(quick)
    queue.done(slow)
    assert keys() == ["a"]


def test_a_failed_job_waits_and_a_dead_one_stays_until_it_is_replayed() -> None:
    queue.put("letters", ["a"])
    (job,) = queue.take("letters", 10, "worker")
    queue.fail(job, until=timezone.now() + datetime.timedelta(minutes=1), error="torn")
    assert queue.take("letters", 10, "worker") == []
    Job.objects.update(due_at=timezone.now())
    (job,) = queue.take("letters", 10, "worker")
    assert (job.attempts, job.error) == (1, "torn")
    queue.fail(job, until=None, error="torn again")
    assert queue.take("letters", 10, "worker") == []
    assert Job.objects.get().is_dead

    assert queue.replay("parcels") == 0
    assert queue.replay("letters") == 1
    assert [job.attempts for job in queue.take("letters", 10, "worker")] == [0]


def test_asking_again_revives_a_dead_job() -> None:
    queue.put("letters", ["a"])
    (job,) = queue.take("letters", 10, "worker")
    queue.fail(job, until=None, error="torn")
    queue.put("letters", ["a"])
    assert [job.key for job in queue.take("letters", 10, "worker")] == ["a"]


def test_what_fails_while_it_is_asked_for_again_is_due_at_once() -> None:
    queue.put("letters", ["a"])
    (job,) = queue.take("letters", 10, "worker")
    queue.put("letters", ["a"])
    queue.fail(job, until=None, error="torn")
    assert [(job.key, job.attempts) for job in queue.take("letters", 10, "other")] == [("a", 0)]


def test_what_was_put_off_is_hastened_and_what_was_not_begun_is_not() -> None:
    later = timezone.now() + datetime.timedelta(hours=1)
    queue.put("letters", ["a"])
    queue.postpone(queue.take("letters", 10, "worker"), until=later, error="the post office is closed")
    queue.put("letters", ["b"])
    queue.postpone(queue.take("letters", 10, "worker"), until=later, error="")
    queue.hasten("letters")
    assert [job.key for job in queue.take("letters", 10, "worker")] == ["a"]
