"""Lists every grant there is, for whoever runs the machine."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from access.grants import grants, write_csv


class Command(BaseCommand):
    help = "Lists every grant on an object: to whom, which right, given by whom and when, until when. As CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--csv", type=Path, metavar="FILE", help="write to FILE (mode 0600)")

    def handle(self, *args: object, csv: Path | None, **options: object) -> None:
        if csv is None:
            write_csv(grants(), self.stdout)
            return
        csv.touch(mode=0o600)
        with csv.open("w", newline="", encoding="utf-8") as file:
            write_csv(grants(), file)
