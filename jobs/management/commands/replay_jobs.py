"""Tries once more what was given up."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from jobs import queue
from jobs.models import Job


class Command(BaseCommand):
    help = "Tries once more the jobs that were given up after several attempts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--kind", help="only jobs of this kind, such as `search`")
        parser.add_argument("--list", action="store_true", help="only show them, and why they failed")

    def handle(self, *args: object, kind: str | None, **options: object) -> None:
        if options["list"]:
            self._show(kind)
        else:
            self.stdout.write(f"{queue.replay(kind)} to be tried again.")

    def _show(self, kind: str | None) -> None:
        dead = Job.objects.filter(is_dead=True).order_by("kind", "key")
        dead = dead if kind is None else dead.filter(kind=kind)
        for job in dead:
            first, _newline, _more = job.error.partition("\n")
            self.stdout.write(f"{job.kind}\t{job.key}\t{job.asked_at:%Y-%m-%d %H:%M}\t{first}")
        self.stdout.write(f"{len(dead)} given up.")
