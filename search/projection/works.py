"""How does a work stand in the index? Its published versions together, as whoever may read them reads them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from wagtail.models import Locale, Page, get_page_models

from pages.languages import languages
from pages.models import BasePage
from pages.queries.joined import joined
from search.analysis.fields import fields_of
from search.entries import COUNTRY, KIND, LANGUAGE, ORGANISATION, SERIES, TOPIC, Tier
from search.projection.classes import Held, Settings, held_by, settings_of
from search.projection.keys import country_key, known_key, work_key
from search.projection.names import Names, names_of
from search.projection.parties import Parties, parties_of
from search.projection.projected import Projected, Text
from search.projection.saying import said_on, titles_of
from search.projection.subjects import Subjects, subjects_of
from search.projection.surroundings import Occasion, Surroundings, day_of


@cache
def page_types() -> tuple[type[BasePage], ...]:
    return tuple(model for model in get_page_models() if issubclass(model, BasePage))


@dataclass(frozen=True)
class Work:
    """The published versions of a work by language, in the site's order, and their class."""

    key: UUID
    versions: dict[str, BasePage]
    held: Held

    @property
    def pages(self) -> list[BasePage]:
        return list(self.versions.values())


@dataclass(frozen=True)
class Material:
    """All that the projection of some works needs to know."""

    settings: Settings
    surroundings: Surroundings
    parties: Parties
    subjects: Subjects
    names: Names


def works(keys: Iterable[UUID]) -> dict[str, Projected]:
    found = published(keys)
    pages = [page for work in found for page in work.pages]
    parties, subjects = parties_of(pages), subjects_of(page.pk for page in pages)
    named = [key for page in pages for party in parties[page.pk] for key in party.records]
    topics = [key for page in pages for key in subjects.keys(page.pk)]
    settings = settings_of(work.held for work in found)
    material = Material(settings, Surroundings(pages), parties, subjects, names_of([*named, *topics]))
    return {work_key(work.key): _projected(work, material) for work in found}


def known(keys: Iterable[UUID]) -> dict[str, Projected]:
    """Title and summary of works that some may know of and not read; no year, place or topic says more of them."""
    found = published(keys)
    settings = settings_of(work.held for work in found)
    return {known_key(work.key): _known(work) for work in found if settings.is_known_of(work.held)}


def published(keys: Iterable[UUID]) -> list[Work]:
    """An alias is another place of the same text, which is found where it was written.

    What is in a language that the site does not speak any more has no address. Both are left out afterwards: asked for
    them, a database may begin with all pages there are.
    """
    spoken = [code for code, _name in languages()]
    codes = dict(Locale.objects.filter(language_code__in=spoken).values_list("pk", "language_code"))
    rows = Page.objects.filter(translation_key__in=list(keys), live=True)
    by_work: dict[UUID, dict[str, BasePage]] = defaultdict(dict)
    for page in joined(rows.order_by("path"), page_types()):
        if page.alias_of_id is None and page.locale_id in codes:
            by_work[page.translation_key][codes[page.locale_id]] = page
    return list(_works(by_work, held_by(page.pk for versions in by_work.values() for page in versions.values())))


def _works(by_work: dict[UUID, dict[str, BasePage]], held: dict[int, Held]) -> Iterator[Work]:
    """All versions of a work have the same class; what has none is read by nobody."""
    order = [code for code, _name in languages()]
    for key, versions in by_work.items():
        first, *others = {held.get(page.pk) for page in versions.values()}
        if first and not others:
            yield Work(key, {code: versions[code] for code in sorted(versions, key=order.index)}, first)


def _projected(work: Work, material: Material) -> Projected:
    texts = [text for code, page in work.versions.items() for text in _texts(page, code, material)]
    occasion = material.surroundings.occasion(work.pages, work.held)
    mentioned = _mentioned(work, material, occasion)
    return Projected(
        key=work_key(work.key),
        tier=material.settings.tier(work.held),
        classes=frozenset({work.held.number}),
        tokens=fields_of(_titles(work), _words(work, texts, mentioned, material)),
        values=_values(work, material, occasion, mentioned),
        years=occasion.years,
        day=day_of(work.pages, occasion),
        texts=texts,
        mentions=tuple(sorted(mentioned)),
    )


def _known(work: Work) -> Projected:
    texts = [
        Text(address="", language=code, text=text)
        for code, page in work.versions.items()
        for text in (page.title, page.summary)
    ]
    summaries = {code: [page.summary] for code, page in work.versions.items()}
    return Projected(
        key=known_key(work.key),
        tier=Tier.KNOWN,
        classes=frozenset({work.held.number}),
        tokens=fields_of({code: [page.title] for code, page in work.versions.items()}, summaries),
        texts=texts,
    )


def _texts(page: BasePage, code: str, material: Material) -> list[Text]:
    said = [("", page.title), ("", page.summary), *said_on(page)]
    said += [("", party.said(code, material.names)) for party in material.parties.get(page.pk, ())]
    said += [("", keyword) for keyword in material.subjects.keywords.get(page.pk, ())]
    return [
        Text(address=address, language=code, text=text)
        for place, (address, text) in enumerate(said)
        if text or place < 2
    ]


def _titles(work: Work) -> dict[str, list[str]]:
    return {code: titles_of(page) for code, page in work.versions.items()}


def _words(work: Work, texts: list[Text], mentioned: set[str], material: Material) -> dict[str, list[str]]:
    """What the versions say but their titles, and the names of what they speak of in all languages.

    So a work that exists in French only is found by its topic, its people and its country in Arabic as well.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if text["text"] != work.versions[text["language"]].title:
            found[text["language"]].append(text["text"])
    topics = [key for page in work.pages for key in material.subjects.keys(page.pk)]
    for language, words in material.names.words(sorted({*topics, *_parties(work, material), *_countries(mentioned)})):
        found[language].append(words)
    return found


def _parties(work: Work, material: Material) -> set[str]:
    return {key for page in work.pages for party in material.parties.get(page.pk, ()) for key in party.records}


def _countries(mentioned: set[str]) -> set[str]:
    return {key for key in mentioned if key.startswith("country:")}


def _mentioned(work: Work, material: Material, occasion: Occasion) -> set[str]:
    """The keys of the records whose pages name this work."""
    topics = {key for page in work.pages for key in material.subjects.keys_upwards(page.pk)}
    places = {country_key(occasion.country)} if occasion.country else set()
    return topics | places | _parties(work, material)


def _values(work: Work, material: Material, occasion: Occasion, mentioned: set[str]) -> dict[str, tuple[str, ...]]:
    series = material.surroundings.series(work.pages, work.held)
    found = {
        KIND: [str(work.pages[0].kind)],
        SERIES: [str(series)] if series else [],
        COUNTRY: [occasion.country] if occasion.country else [],
        TOPIC: sorted({slug for page in work.pages for slug in material.subjects.slugs(page.pk)}),
        LANGUAGE: list(work.versions),
        ORGANISATION: material.names.slugs_of(_parties(work, material)),
    }
    return {name: tuple(values) for name, values in found.items() if values}
