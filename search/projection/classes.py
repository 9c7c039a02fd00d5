"""Which class does a page have, in which tier does that lie, and may some know of it who may not read it?"""

from collections.abc import Iterable
from dataclasses import dataclass

from access.assigning import Rules, rules_in
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
class Settings:
    """What some rules say: who is let in, and who may know of it. A rule that is gone says nothing."""

    found: dict[int, tuple[str, str]]

    def tier(self, held: Held) -> Tier:
        if not held.rules:
            return Tier.PUBLIC
        settings = {self.found.get(rule, ("", ""))[0] for rule in held.rules}
        return Tier.MEMBERS if settings <= ADMITTING else Tier.RESTRICTED

    def is_known_of(self, held: Held) -> bool:
        """Whether some may know of it who may not read it."""
        return any(self.found.get(rule, ("", Discovery.READERS))[1] != Discovery.READERS for rule in held.rules)


def settings_of(helds: Iterable[Held]) -> Settings:
    """One query."""
    rules = set().union(*(held.rules for held in helds))
    rows = AccessRule.objects.filter(pk__in=rules).values_list("pk", "setting", "discovery")
    return Settings({pk: (setting, discovery) for pk, setting, discovery in rows})


def held_by(pages: Iterable[int]) -> dict[int, Held]:
    """By page. One query."""
    held = PageAssignment.objects.filter(page__in=list(pages))
    rows = held.values_list("page", "access_class", "access_class__key")
    return {page: Held(number, rules_in(key)) for page, number, key in rows}


def together(settings: Settings, helds: Iterable[Held]) -> tuple[Tier, frozenset[int]]:
    """Of what stands on several pages, each tells: the tier of the most open one, and the numbers of all.

    Nobody lacks the class that is open to everyone, so that beside it the others say nothing.
    """
    several = list(helds)
    opened = [held.number for held in several if not held.rules]
    tier = min((settings.tier(held) for held in several), key=READING.index)
    return tier, frozenset(opened or (held.number for held in several))
