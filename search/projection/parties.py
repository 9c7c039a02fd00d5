"""Who takes part in a work, and as what? People, organisations and countries in the rows that hang on its pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from django.db.models import Model, TextChoices
from django.utils import translation

from pages.models import (
    Addressee,
    Adherence,
    Authorship,
    BasePage,
    Capacity,
    Delegation,
    NewsPage,
    Organisation,
    OrganisationRole,
    OrganisationRoleKind,
    Person,
    PersonRole,
    PersonRoleKind,
    ProgressRecord,
    ResearchPaperPage,
)
from search.projection.keys import country_key, record_key
from search.projection.names import Names

Role = tuple[type[TextChoices], str]
Parties = dict[int, list["Party"]]


class Party(NamedTuple):
    """The records that a row names together, in which role, and what the row says besides."""

    records: tuple[str, ...]
    role: Role | None = None
    words: str = ""

    def said(self, language: str, names: Names) -> str:
        """`Chair: Amina Diallo, Minister of Justice`."""
        named = [names.label(key, language) for key in self.records]
        parts = [part for name in named for part in (name.name, *name.others)]
        text = ("، " if language == "ar" else ", ").join(part for part in [*parts, self.words] if part)
        return f"{_said(self.role, language)}: {text}" if self.role and text else text


class _Row(NamedTuple):
    """Where a row names somebody: the columns of a person, an organisation, a country, a role and words."""

    model: type[Model]
    person: str = ""
    organisation: str = ""
    country: str = ""
    role: tuple[str, type[TextChoices]] | None = None
    words: tuple[str, ...] = ()


_ROWS = (
    _Row(Authorship, person="person", organisation="organisation"),
    _Row(PersonRole, person="person", role=("role", PersonRoleKind)),
    _Row(OrganisationRole, organisation="organisation", role=("role", OrganisationRoleKind)),
    _Row(Delegation, person="head", organisation="organisation", country="country", words=("role",)),
    _Row(
        Adherence,
        organisation="organisation",
        country="country",
        role=("capacity", Capacity),
        words=("note", "date_text"),
    ),
    _Row(Addressee, organisation="organisation", country="country", words=("group",)),
    _Row(ProgressRecord, organisation="organisation", words=("text", "date_text")),
)


def parties_of(pages: Iterable[BasePage]) -> Parties:
    """By page, in the order of the page. A query for each kind of row."""
    shown = list(pages)
    found: Parties = defaultdict(list)
    for page in shown:
        found[page.pk].extend(_named_on(page))
    keys = [page.pk for page in shown]
    for row in _ROWS:
        for key, party in _parties(row, keys):
            found[key].append(party)
    return found


def _named_on(page: BasePage) -> Iterator[Party]:
    if isinstance(page, NewsPage) and page.author_id:
        yield Party((record_key(Person, page.author_id),))
    if isinstance(page, NewsPage | ResearchPaperPage) and page.publisher_id:
        yield Party((record_key(Organisation, page.publisher_id),))


def _parties(row: _Row, pages: list[int]) -> Iterator[tuple[int, Party]]:
    columns = ["page", *(column for column in (row.person, row.organisation, row.country) if column), *row.words]
    columns += [row.role[0]] if row.role else []
    ordered = row.model._default_manager.filter(page__in=pages).order_by("page", "sort_order", "pk")
    for values in ordered.values_list(*columns):
        value = dict(zip(columns, values, strict=True))
        keys = (
            record_key(Person, value[row.person]) if value.get(row.person) else "",
            record_key(Organisation, value[row.organisation]) if value.get(row.organisation) else "",
            country_key(value[row.country]) if value.get(row.country) else "",
        )
        words = " ".join(value[column] for column in row.words if value[column])
        role = (row.role[1], value[row.role[0]]) if row.role else None
        yield value["page"], Party(tuple(key for key in keys if key), role, words)


@cache
def _said(role: Role, language: str) -> str:
    choices, value = role
    with translation.override(language):
        return str(dict(choices.choices).get(value, ""))
