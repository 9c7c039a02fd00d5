"""What the naive reference believes the site to be: which pages there are, what is set on them, and who reads."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.access.reference import Node, Reader, Rule, may_discover, may_view

DAY = datetime.timedelta(days=1)


@dataclass(eq=False)
class Leaf(Node):
    """A page with its address and language; `pk` is the site's own number for it."""

    slug: str = ""
    language: str = "en"
    is_live: bool = True
    pk: int = 0

    @property
    def address(self) -> str:
        return f"{self.parent.address}{self.slug}/" if isinstance(self.parent, Leaf) else f"/{self.language}/"

    @property
    def is_home(self) -> bool:
        return self.parent is None

    def is_within(self, other: "Leaf") -> bool:
        return self is other or (isinstance(self.parent, Leaf) and self.parent.is_within(other))


@dataclass
class World:
    """A home in each language and what grows below them; a day begins when the test says so."""

    leaves: list[Leaf]
    readers: dict[str, Reader]
    began: datetime.datetime
    rules: dict[str, Rule] = field(default_factory=dict)
    # Who may edit a work, by a grant of their own.
    workers: dict[str, set[str]] = field(default_factory=dict)
    days: int = 0
    # The last day of the membership there is.
    last_day: int | None = None
    made: int = 0

    @property
    def now(self) -> datetime.datetime:
        return self.began + self.days * DAY

    def pick(self, number: int) -> Leaf:
        return self.leaves[number % len(self.leaves)]

    def grow(self, parent: Leaf, *, language: str, work: str = "", **fields: object) -> Leaf:
        """One more page, whose slug stands nowhere else; without a `work`, of a work of its own."""
        self.made += 1
        name = f"p{self.made}"
        leaf = Leaf(work=work or name, slug=name, parent=parent, language=language, **fields)
        self.leaves.append(leaf)
        return leaf

    def version(self, leaf: Leaf, language: str) -> Leaf | None:
        return next((one for one in self.leaves if (one.work, one.language) == (leaf.work, language)), None)

    def aliases_of(self, leaf: Leaf) -> Iterator[Leaf]:
        return (one for one in self.leaves if one.source is leaf)

    def publish(self, leaf: Leaf, *, live: bool) -> None:
        """Aliases go with their source."""
        leaf.is_live = live
        for alias in self.aliases_of(leaf):
            self.publish(alias, live=live)

    def delete(self, leaf: Leaf) -> None:
        """With all below it, and the rules of works of which nothing is left; aliases become drafts of their own."""
        self.leaves = [one for one in self.leaves if not one.is_within(leaf)]
        for orphan in [one for one in self.leaves if one.source and one.source not in self.leaves]:
            self.publish(orphan, live=False)
            orphan.source = None
        left = {one.work for one in self.leaves}
        self.rules = {work: rule for work, rule in self.rules.items() if work in left}
        self.workers = {work: names for work, names in self.workers.items() if work in left}

    def carry_rule(self, original: Leaf, copy: Leaf) -> None:
        """What is set on a page is set on its copy, but who may edit the one may not edit the other."""
        if set_on := self.rules.get(original.work):
            named = {"persons": set(set_on.persons), "groups": set(set_on.groups)}
            self.rules[copy.work] = replace(set_on, workers=self.workers_on(copy), **named)

    def workers_on(self, leaf: Leaf) -> set[str]:
        return self.workers.setdefault(leaf.work, set())

    def begin_day(self) -> None:
        self.days += 1
        if self.last_day is not None and self.last_day < self.days:
            self.readers["member"].is_member = False

    def may_view(self, reader: Reader, leaf: Leaf) -> bool:
        return may_view(reader, leaf.work, self.leaves, self.rules, self.now)

    def may_discover(self, reader: Reader, leaf: Leaf) -> bool:
        return may_discover(reader, leaf.work, self.leaves, self.rules, self.now)

    def status(self, reader: Reader, leaf: Leaf) -> int:
        """What a reader is answered at the address of a page."""
        if not leaf.is_live:
            return 404
        if self.may_view(reader, leaf):
            return 200
        return 403 if self.may_discover(reader, leaf) else 404
