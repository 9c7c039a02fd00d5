"""What did a loading do?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Model

from pages.demonstration.loader.history import Outcome


@dataclass
class Report:
    """How many of each kind were added, changed, left as they were, or kept because an editor had changed them."""

    counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)

    def note(self, model: type[Model], name: str, outcome: Outcome) -> None:
        self.counts[str(model._meta.verbose_name_plural), outcome] += 1
        if outcome == Outcome.KEPT:
            self.kept.append(name)

    def count(self, outcome: Outcome) -> int:
        return sum(number for (_kind, found), number in self.counts.items() if found == outcome)

    def lines(self) -> Iterator[str]:
        kinds = dict.fromkeys(kind for kind, _outcome in self.counts)
        for kind in kinds:
            parts = [f"{self.counts[kind, outcome]} {outcome}" for outcome in Outcome if self.counts[kind, outcome]]
            yield f"{kind}: {', '.join(parts)}"
        for name in self.kept:
            yield f"{name} was changed by an editor and is kept; --overwrite sets it back."
