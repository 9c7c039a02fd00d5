"""Take in the subjects of IPTC's Media Topics, whole or one branch of them."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from pages.topics.iptc import SCHEME, branch, import_media_topics, media_topics
from pages.topics.schemes import SCHEMES


class Command(BaseCommand):
    help = "Import the IPTC Media Topics as topics, with their names in the site's languages. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--branch",
            metavar="ID",
            help="only this concept and those below it, for instance 11000000 (politics and government)",
        )

    def handle(self, *args: object, **options: str | None) -> None:
        concepts = media_topics()
        if code := options["branch"]:
            try:
                concepts = branch(concepts, code)
            except KeyError as missing:
                raise CommandError(f"The Media Topics have no concept {code}.") from missing
        added = 0
        for done, (_topic, is_new) in enumerate(import_media_topics(concepts), start=1):
            added += is_new
            self._show_progress(done, len(concepts))
        scheme = SCHEMES[SCHEME]
        self.stdout.write(f"{len(concepts)} topics read, {added} added, {len(concepts) - added} there already.")
        self.stdout.write(f"Source: {scheme.credit}, {scheme.licence} ({scheme.url})")

    def _show_progress(self, done: int, total: int) -> None:
        if self.stdout.isatty() and (done % 25 == 0 or done == total):
            filled = 30 * done // total
            bar = "#" * filled + "." * (30 - filled)
            self.stdout.write(f"\r[{bar}] {done} of {total}", ending="\n" if done == total else "")
            self.stdout.flush()
