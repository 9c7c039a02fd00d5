"""Makes the search index anew."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineBusy, EngineDown
from search.progress import Progress
from search.rebuilding import catch_up, give_meaning, rebuild, wanted_keys


class Command(BaseCommand):
    help = (
        "Makes the search index anew from the database, beside the one that answers, and puts it in its place in one "
        "step. It can be stopped at any point and run again. Run it once after SEARCH_URL names another engine."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--words-only", action="store_true", help="leave it to the worker to find out what new passages mean"
        )

    def handle(self, *args: object, words_only: bool, **options: object) -> None:
        wanted = wanted_keys()
        try:
            built = rebuild(wanted, Progress(sys.stderr, "Entries", len(wanted)))
            catch_up()
            self.stdout.write(f"The new index answers, with {len(built.versions)} entries.")
            if built.lacking and not words_only:
                count = give_meaning(Progress(sys.stderr, "With their meaning", len(built.lacking)))
                self.stdout.write(f"{count} entries are found by their meaning as well.")
        except EngineBusy as error:
            raise CommandError("Somebody else is building the index, or writes to it. Nothing was changed.") from error
        except EngineDown as error:
            raise CommandError(f"The search engine does not answer: {error}. Run this again when it does.") from error
