"""What is to be done, once for each thing it is to be done to."""

import secrets

from django.db import models
from django.utils import timezone


def new_generation() -> int:
    return secrets.randbits(62)


class Job(models.Model):
    """One row for a kind of work and the thing it is about, however often it was asked for."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    # Another one each time it is asked for again: what was asked for while it was being done is done once more.
    generation = models.BigIntegerField(default=new_generation)
    # Since when it waits; asking again does not make it younger.
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Who is at it, and until when nobody else may be; a worker that was killed never says that it stopped.
    holder = models.CharField(max_length=80, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    # Given up, until somebody says to try again.
    is_dead = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="job_asked_for_once")]
        indexes = [models.Index(fields=["kind", "is_dead", "due_at"], name="jobs_due")]
