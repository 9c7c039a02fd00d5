"""How is a surface declared? By its name, by whose answer decides what it shows, and by where that is asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    VIEW = "view"  # an address: its whole route
    COMMAND = "command"  # of `manage.py`
    MAIL = "mail"  # the template of its text
    ACTION = "action"  # one of several that Wagtail leaves to a single address
    CONTEXT = "context"  # what every template may use


class Answer(StrEnum):
    PUBLIC = "public"  # shows no page, document or image
    POLICY = "policy"  # the policy, for whoever is reading
    ANONYMOUS = "anonymous"  # the policy, for somebody unknown, whoever is reading
    DESK = "desk"  # the rights of the desk, which ask the policy
    RIGHT = "right"  # shows no page, document or image; a right of Django's or Wagtail's
    OWN = "own"  # shows the account that asks, or is written to, what is its own
    OPERATOR = "operator"  # whoever may run it may read the database
    CLOSED = "closed"  # nobody is answered


ASKING = frozenset({Answer.POLICY, Answer.ANONYMOUS, Answer.DESK})
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Surface:
    """`asks` is where the code asks; `objects` says of which model the keys in the address are."""

    kind: Kind
    name: str
    answer: Answer
    asks: str = ""
    objects: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if (self.answer in ASKING) != bool(self.asks):
            raise ValueError(f"{self.name}: {self.answer} must {'' if self.answer in ASKING else 'not '}say who asks")
        if self.answer is Answer.CLOSED and self.kind is not Kind.VIEW:
            raise ValueError(f"{self.name}: only a view can be closed")


def views(answer: Answer, routes: Iterable[str], *, asks: str = "", below: str = "", **objects: str) -> list[Surface]:
    """The views at `routes`; `page_id="wagtailcore.Page"` says what stands for a parameter of that name."""
    return [
        Surface(
            Kind.VIEW, f"{below}{route}", answer, asks, {n: m for n, m in objects.items() if n in parameters(route)}
        )
        for route in routes
    ]


def others(kind: Kind, answer: Answer, names: Iterable[str], *, asks: str = "") -> list[Surface]:
    return [Surface(kind, name, answer, asks) for name in names]


def parameters(route: str) -> list[str]:
    return _PARAMETER.findall(route)
