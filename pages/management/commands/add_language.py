"""Opens languages that were added to the settings after the first migration: a locale and a home page for each."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pages.publishing.languages import open_language


class Command(BaseCommand):
    help = "Makes the locale and the home page of each LANGUAGE, which must be one of MUNTADA_LANGUAGES."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("languages", nargs="+", metavar="LANGUAGE")

    def handle(self, *args: object, languages: list[str], **options: object) -> None:
        published = [code for code, _name in settings.LANGUAGES]
        if unknown := [code for code in languages if code not in published]:
            raise CommandError(f"{', '.join(unknown)}: not among MUNTADA_LANGUAGES ({','.join(published)})")
        for code in languages:
            self.stdout.write(f"{code}: opened" if open_language(code) else f"{code}: was open already")
