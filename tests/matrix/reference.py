"""Who may be shown what, worked out from the description of the policy alone; nothing of it is asked of the site."""

import datetime
from dataclasses import dataclass, field

from tests.access.reference import Node, Reader, Rule, may_discover, may_view
from tests.matrix.canaries import Canary, Needs

DAY = datetime.timedelta(days=1)
HEADS = "Heads of agency"
# Who enters the desk.
DESK = {"guest", "author", "reviewer", "publisher", "translator", "auditor", "chief"}


@dataclass(frozen=True)
class Known:
    """An object of the matrix: what of its works must be readable (any will do), and whether they are published."""

    works: tuple[str, ...]
    is_live: bool = True


@dataclass
class Judge:
    """`nodes` is the tree of pages, `rules` what is set on which work."""

    now: datetime.datetime
    nodes: list[Node] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    objects: dict[str, Known] = field(default_factory=dict)

    def may_view(self, reader: Reader, obj: str) -> bool:
        known = self.objects[obj]
        return any(may_view(reader, work, self.nodes, self.rules, self.now) for work in known.works)

    def may_be_shown(self, reader: Reader, canary: Canary, *, at_desk: bool) -> bool:
        """At the desk those who enter it see drafts and old versions of what they may read; readers never do."""
        known = self.objects[canary.obj]
        if canary.field == "slug" and self._names_one_below(reader, canary.obj):
            return True
        if at_desk:
            return reader.name in DESK and self.may_view(reader, canary.obj)
        if not known.is_live or canary.needs is Needs.DESK:
            return False
        if canary.needs is Needs.VIEW:
            return self.may_view(reader, canary.obj)
        return any(self._knows(reader, work) for work in known.works)

    def _names_one_below(self, reader: Reader, obj: str) -> bool:
        """The address of a page names what it lies below, and is the editor's to choose."""
        below = (node.work for node in self.nodes if node.parent is not None and node.parent.work == obj)
        return any(self.objects[work].is_live and self._knows(reader, work) for work in below if work in self.objects)

    def _knows(self, reader: Reader, work: str) -> bool:
        return may_discover(reader, work, self.nodes, self.rules, self.now)
