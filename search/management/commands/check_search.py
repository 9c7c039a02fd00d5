"""Compares the search index with the database."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from search.checking import Drift, Found, check, repair
from search.engines.base import EngineDown
from search.progress import Progress

EXAMPLES = 5


class Command(BaseCommand):
    help = (
        "Compares what the search index holds with what the database says it should. Ends with 1 when they differ; "
        "what waits for the worker is counted, and is no difference."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="bring up to date what differs")

    def handle(self, *args: object, **options: object) -> None:
        try:
            found = check(lambda total: Progress(sys.stderr, "Entries", total))
            self._say(found)
            if found.keys and options["repair"]:
                self.stdout.write(f"Repairing: {repair(found)}.")
                found = check()
                self._say(found)
        except EngineDown as error:
            raise CommandError(f"The search engine does not answer: {error}") from error
        if found.keys:
            raise CommandError(f"{len(found.keys)} entries differ. `check_search --repair` brings them up to date.")

    def _say(self, found: Found) -> None:
        self.stdout.write(f"{found.checked} entries compared, {found.pending} changes wait for the worker.")
        for drift in Drift:
            if keys := found.drifts.get(drift):
                more = ", …" if len(keys) > EXAMPLES else ""
                self.stdout.write(f"{len(keys)} {drift}: {', '.join(keys[:EXAMPLES])}{more}")
        if not found.keys:
            self.stdout.write("The index says what the database says.")
