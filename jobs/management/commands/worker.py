"""Runs the worker: one process for the jobs of every kind."""

import signal
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from jobs.working import Worker


class Command(BaseCommand):
    help = (
        "Does what is to be done after a change, such as bringing the search index up to date. Several may run at "
        "once. Ends after the batch it is at when it is told to (SIGTERM, Ctrl-C)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when nothing is due any more")

    def handle(self, *args: object, once: bool, verbosity: int, **options: object) -> None:
        worker = Worker(say=self.stdout.write if verbosity > 1 else lambda line: None)
        before = {number: signal.signal(number, worker.stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            if once:
                self.stdout.write(str(worker.run_once()))
            else:
                worker.run()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
