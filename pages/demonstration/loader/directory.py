"""Where is each page of the files in the database, and to what do references lead?"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model
from wagtail.models import Locale, Page

from pages.demonstration.loader.records import MODELS
from pages.demonstration.loader.references import RecordReference, Reference
from pages.demonstration.loader.works import HOME, Work
from pages.models import HomePage


class Directory:
    """The pages of the works by address and language, and the numbers of all records."""

    def __init__(self, works: Iterable[Work]) -> None:
        self.works = {work.address: work for work in works}
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
        self._versions: dict[str, dict[str, Page]] = defaultdict(dict)
        self._versions[HOME] = dict(self.homes)
        self._records: dict[tuple[type[Model], str], int] = {}
        self.read_records()
        addresses = {work.translation_key: work.address for work in self.works.values()}
        for page in Page.objects.filter(translation_key__in=addresses, alias_of=None).select_related("locale"):
            self._versions[addresses[page.translation_key]][page.locale.language_code] = page

    def read_records(self) -> None:
        for model in MODELS.values():
            self._records |= {(model, slug): number for slug, number in model.objects.values_list("slug", "pk")}

    def versions(self, address: str) -> dict[str, Page]:
        """The pages of the site by language; those that are not of the files are found by their address."""
        if not self._versions[address] and address not in self.works:
            paths = {f"{home.url_path}{address}/": code for code, home in self.homes.items()}
            found = Page.objects.filter(url_path__in=paths)
            self._versions[address] = {paths[page.url_path]: page for page in found}
        return self._versions[address]

    def add(self, address: str, language: str, page: Page) -> None:
        self._versions[address][language] = page

    def is_known(self, reference: Reference) -> bool:
        """Is it in the database, or a page of the files, and of the kind that is meant?"""
        if isinstance(reference, RecordReference):
            return (reference.model, reference.name) in self._records
        if work := self.works.get(reference.name):
            return issubclass(work.model, reference.model)
        return any(issubclass(page.specific_class, reference.model) for page in self.versions(reference.name).values())

    def number(self, reference: Reference, language: str) -> int | None:
        """Of a page, the version in `language`, else the first there is."""
        if isinstance(reference, RecordReference):
            return self._records[reference.model, reference.name]
        versions = self.versions(reference.name)
        page = versions.get(language) or next(iter(versions.values()), None)
        return page.pk if page else None
