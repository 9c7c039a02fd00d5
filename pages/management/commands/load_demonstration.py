"""Load the demonstration, or any archive written in files of the same form."""

import logging
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from pages.demonstration.loader import DEMONSTRATION, Invalid, load
from pages.demonstration.loader.progress import Progress


class Command(BaseCommand):
    help = (
        "Load records and pages in all languages from readable files. Safe to run again: what is there stays, "
        "what was removed comes back, what an editor has changed is kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--from",
            dest="folder",
            type=Path,
            default=DEMONSTRATION,
            metavar="DIR",
            help="a folder laid out as pages/demonstration, with the files in DIR/content",
        )
        parser.add_argument("--overwrite", action="store_true", help="set back what editors have changed, too")

    def handle(self, *args: object, folder: Path, overwrite: bool, **options: object) -> None:
        # Two lines of the log for each page would drown the bar.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        try:
            report = load(folder, overwrite=overwrite, progress=Progress(sys.stderr))
        except Invalid as error:
            listed = "\n".join(f"  {problem}" for problem in error.problems)
            raise CommandError(f"Nothing was loaded; this has to be put right first:\n{listed}") from error
        for line in report.lines():
            self.stdout.write(line)
