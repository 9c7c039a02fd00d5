"""Which works speak of a record, and as what?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.countries import country_name
from pages.languages import preference
from pages.models import (
    Addressee,
    Adherence,
    Authorship,
    Capacity,
    DeclarationPage,
    Delegation,
    ForumEditionPage,
    ForumSeriesPage,
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
from pages.queries.visible import visible


class Mention(NamedTuple):
    """That the work `key` speaks of the record under `heading`; `note` says in which capacity."""

    heading: str
    key: UUID
    note: str = ""


def _on_visible(model: type[Model], condition: Q) -> QuerySet:
    """Rows that hang on a page readers may see."""
    return model._default_manager.filter(condition, page__in=visible(Page.objects.all())).order_by("pk")


def _rows(model: type[Model], condition: Q, heading: str) -> Iterator[Mention]:
    for key in _on_visible(model, condition).values_list("page__translation_key", flat=True):
        yield Mention(heading, key)


def _pages(model: type[Page], condition: Q, heading: str) -> Iterator[Mention]:
    for key in visible(model.objects.filter(condition)).order_by("path").values_list("translation_key", flat=True):
        yield Mention(heading, key)


def _roles(model: type[Model], condition: Q, labels: dict[str, str]) -> Iterator[Mention]:
    """One heading for each role, in the order of the list of roles."""
    found = list(_on_visible(model, condition).values_list("role", "page__translation_key"))
    for role, label in labels.items():
        yield from (Mention(str(label), key) for of, key in found if of == role)


def mentions_of_person(person: Person) -> Iterable[Mention]:
    yield from _roles(PersonRole, Q(person=person), dict(PersonRoleKind.choices))
    heads = (
        _on_visible(Delegation, Q(head=person)).select_related("organisation").prefetch_related("organisation__names")
    )
    for row in heads.select_related("page"):
        party = country_name(row.country) if row.country else row.organisation.label().text
        yield Mention(_("Head of delegation"), row.page.translation_key, party)
    yield from _rows(Authorship, Q(person=person), _("Papers"))
    yield from _pages(NewsPage, Q(author=person), _("News"))


def mentions_of_organisation(organisation: Organisation) -> Iterable[Mention]:
    this = Q(organisation=organisation)
    yield from _roles(OrganisationRole, this, dict(OrganisationRoleKind.choices))
    yield from _delegations(this)
    yield from _adherences(this)
    yield from _rows(Addressee, this, _("Recommendations addressed to it"))
    yield from _rows(ProgressRecord, this, _("Recommendations it acted on"))
    yield from _pages(ResearchPaperPage, Q(publisher=organisation), _("Papers it published"))
    yield from _rows(Authorship, this & Q(person=None), _("Papers it wrote"))
    yield from _rows(Authorship, this & ~Q(person=None), _("Papers by its researchers"))
    yield from _pages(NewsPage, Q(publisher=organisation), _("News"))


def mentions_of_country(code: str) -> Iterable[Mention]:
    there = Q(country=code)
    yield from _pages(ForumEditionPage, there, _("Editions held there"))
    yield from _pages(ForumSeriesPage, there, _("Forums seated there"))
    yield from _pages(DeclarationPage, there, _("Declarations"))
    yield from _delegations(there)
    yield from _adherences(there)
    yield from _rows(Addressee, there, _("Recommendations addressed to it"))


def _delegations(condition: Q) -> Iterator[Mention]:
    """With the role in which they came, in the reader's language where a version of the page has it."""
    found = _on_visible(Delegation, condition).values_list(
        "page__translation_key", "page__locale__language_code", "role"
    )
    roles: dict[UUID, dict[str, str]] = {}
    for key, language, role in found:
        roles.setdefault(key, {}).setdefault(language, role)
    for key, by_language in roles.items():
        best = next((code for code in preference() if code in by_language), "")
        yield Mention(_("Delegations"), key, by_language.get(best, ""))


def _adherences(condition: Q) -> Iterator[Mention]:
    for key, capacity in _on_visible(Adherence, condition).values_list("page__translation_key", "capacity"):
        yield Mention(_("Declarations it adhered to"), key, str(Capacity(capacity).label))
