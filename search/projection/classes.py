"""Which classes does a page have, in which tier do they lie, and who may know of more than they may read?"""

from collections.abc import Iterable
from dataclasses import dataclass

from access.assigning import OPEN, Rules, rules_in
from access.models import AccessRule, Discovery, PageAssignment, Setting
from search.entries import READING, Tier

ADMITTING = {Setting.EVERYONE, Setting.MEMBERS}


@dataclass(frozen=True)
class Held:
    """The class of a page: its number and its rules."""

    number: int
    rules: Rules

    def is_read_by_all_of(self, other: "Held | None") -> bool:
        """Whoever passes more rules passes these as well."""
        return other is not None and self.rules <= other.rules


@dataclass(frozen=True)
class Classes:
    """The classes of some pages, and what their rules say; a rule that is gone says nothing."""

    of_pages: dict[int, Held]
    settings: dict[int, tuple[str, str]]

    def tier(self, held: Held) -> Tier:
        if not held.rules:
            return Tier.PUBLIC
        settings = {self.settings.get(rule, ("", ""))[0] for rule in held.rules}
        return Tier.MEMBERS if settings <= ADMITTING else Tier.RESTRICTED

    def is_known_of(self, held: Held) -> bool:
        """Whether some may know of it who may not read it."""
        return any(self.settings.get(rule, ("", Discovery.READERS))[1] != Discovery.READERS for rule in held.rules)


def classes_of(pages: Iterable[int]) -> Classes:
    """Two queries."""
    held = PageAssignment.objects.filter(page__in=list(pages))
    rows = held.values_list("page", "access_class", "access_class__key")
    return with_settings({page: Held(number, rules_in(key)) for page, number, key in rows})


def with_settings(of_pages: dict[int, Held]) -> Classes:
    rules = set().union(*(held.rules for held in of_pages.values()))
    rows = AccessRule.objects.filter(pk__in=rules).values_list("pk", "setting", "discovery")
    return Classes(of_pages, {pk: (setting, discovery) for pk, setting, discovery in rows})


def together(classes: Classes, helds: Iterable[Held]) -> tuple[Tier, frozenset[int]]:
    """The tier of the most open one, and all the numbers: of what is said on several pages, each tells of it.

    Nobody lacks the class that is open to everyone, so that beside it the others say nothing.
    """
    several = list(helds)
    opened = [held.number for held in several if held.rules == rules_in(OPEN)]
    tier = min((classes.tier(held) for held in several), key=READING.index)
    return tier, frozenset(opened or (held.number for held in several))
